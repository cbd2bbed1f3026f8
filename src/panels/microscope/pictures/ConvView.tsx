import { useState } from 'react';
import { classes } from '../../../ui/controls/classes.ts';
import { useFrame } from '../../../state/run.ts';
import { useSay } from '../../../state/words.ts';
import { useView } from '../../../state/view.ts';
import { Beside } from './Beside.tsx';
import { fixed } from '../../../ui/format.ts';
import { useMedia } from '../../../ui/useMedia.ts';
import { printedSum, termsOf } from './adding.ts';
import { Channels } from './Channels.tsx';
import { type Convolution, meetings, partialSums } from './convolved.ts';
import { ConvSums } from './ConvSums.tsx';
import { fullOf, rampInto } from './colours.ts';
import { Incoming } from './Incoming.tsx';
import { KernelNumbers } from './KernelNumbers.tsx';
import { MOST_READ, Numbers } from './Numbers.tsx';
import css from './pictures.module.css';
import { useStanding } from './place.ts';
import { Receptive, ReceptiveWords } from './Receptive.tsx';
import type { Window } from '../../../engine/window.ts';
import { SizeRule } from './SizeRule.tsx';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** Height of a row of numbers in px, and of a grid of them. */
const ROW = 44;
const LOW_ROW = 30;
const GRID = 132;
const LOW_GRID = 90;

interface ConvViewProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly selected: number;
}

/** A convolution at one place: window × kernel = products, their sum, and how the kernel is moved. */
export const ConvView = ({ seen, window, selected }: ConvViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const phase = useFrame()?.phase?.phase.kind;
  const { shaped, layers, layer, input, sums, outputs, weights } = seen;
  const standing = useStanding(shaped, selected);
  const { unit, cell: stop } = standing;
  const [chosen, choose] = useState(0);
  const [pointed, point] = useState<number | null>(null);

  const channels = shaped.inputShape[2] ?? 1;
  const filters = shaped.outputShape[2] ?? 1;
  const channel = Math.min(chosen, channels - 1);
  const own = weights[layer] ?? { kernel: new Float32Array(0), bias: new Float32Array(0) };
  const convolution: Convolution = { window, channels, filters, input, kernel: own.kernel };
  const biased = own.bias.length > 0;
  const said = printedSum(
    partialSums(convolution, stop, stop.map),
    biased ? (own.bias[stop.map] ?? Number.NaN) : 0,
    sums[unit] ?? Number.NaN,
    digits,
  );
  const met = meetings(convolution, stop, channel, stop.map);
  const products = termsOf(
    met.map(({ product }) => product),
    digits,
    said.terms[channel] ?? Number.NaN,
  );

  const told = pointed === null ? undefined : met[pointed];
  const several = channels > 1;
  const low = useMedia('(width < 1200px)') || several;
  const { tall, wide } = window;
  const height = Math.max(
    Math.max(tall, wide) > MOST_READ ? 10 : 22,
    Math.min(low ? LOW_ROW : ROW, Math.floor((low ? LOW_GRID : GRID) / tall)),
  );
  const ramp = rampInto(layers, layer);
  const grid = { wide, digits, height, pointed, onPoint: point };
  const below = told ? (
    <p className={css.quiet}>
      {say(words.cellSays, {
        row: Math.floor((pointed ?? 0) / wide),
        column: (pointed ?? 0) % wide,
        x: fixed(told.x, digits),
        w: fixed(told.w, digits),
        product: fixed(products[pointed ?? 0] ?? Number.NaN, digits),
      })}
    </p>
  ) : (
    <>
      <ReceptiveWords seen={seen} unit={unit} />
      <SizeRule shaped={shaped} />
    </>
  );
  return (
    <div className={css.whole}>
      <section className={classes(css.half, phase === 'backward' && css.dim)} aria-label={say(words.forward)}>
        <div className={css.product}>
          <Incoming
            seen={seen}
            window={window}
            channel={channel}
            standing={standing}
            beside={(height + 1) * tall + 1}
            pointed={told?.place ?? null}
          />
          <figure className={css.first}>
            <figcaption>{say(words.window)}</figcaption>
            <Numbers
              {...grid}
              label={say(words.window)}
              cells={met.map(({ x, padding }) => ({ value: x, padding }))}
              ramp={ramp}
              full={fullOf(input, ramp)}
            />
          </figure>
          <span className={css.sign}>×</span>
          <KernelNumbers {...grid} seen={seen} meetings={met} filter={stop.map} />
          <span className={css.sign}>=</span>
          <figure>
            <figcaption>{say(words.products)}</figcaption>
            <Numbers
              {...grid}
              label={say(words.products)}
              cells={products.map((value, at) => ({ value, padding: met[at]?.padding ?? false }))}
              ramp="signs"
              full={fullOf(met.map(({ product }) => product))}
            />
          </figure>
          <ConvSums
            seen={seen}
            said={said}
            filter={stop.map}
            a={outputs[unit] ?? Number.NaN}
            cells={met.length}
            channel={several ? channel : null}
          />
        </div>
        {several ? (
          <div className={css.row}>
            <Receptive seen={seen} unit={unit}>
              {below}
            </Receptive>
            <Channels
              seen={seen}
              window={window}
              stop={stop}
              sums={said.terms}
              channel={channel}
              onChoose={choose}
            />
          </div>
        ) : (
          <div className={css.told}>{below}</div>
        )}
      </section>
      <Beside
        seen={seen}
        window={window}
        standing={standing}
        channel={channel}
        pointed={pointed}
        onPoint={point}
      />
    </div>
  );
};
