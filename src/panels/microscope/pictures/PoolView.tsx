import { useState } from 'react';
import type { Window } from '../../../engine/window.ts';
import { useFrame } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { fixed } from '../../../ui/format.ts';
import { Tinted } from '../Tinted.tsx';
import { termsOf, printed } from './adding.ts';
import { fullOf, rampInto } from './colours.ts';
import { Incoming } from './Incoming.tsx';
import { MOST_READ, Numbers } from './Numbers.tsx';
import { OwnFigure } from './OwnMap.tsx';
import css from './pictures.module.css';
import { type Standing, useStanding } from './place.ts';
import { PoolBackward } from './PoolBackward.tsx';
import { largestOf, pooledUnder } from './pooled.ts';
import { Receptive } from './Receptive.tsx';
import { SizeRule } from './SizeRule.tsx';
import { cellsUnder, isInside, type Place } from './under.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

const GRID = 132;
const ROW = 44;

interface PoolViewProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly selected: number;
}

/** A pooling has one window over a whole map where it gives a list. */
const overAll = (standing: Standing, whole: boolean): Standing =>
  whole
    ? {
        ...standing,
        cell: { row: 0, column: 0, map: standing.unit },
        pointed: false,
        go: () => undefined,
        step: () => undefined,
        point: () => undefined,
      }
    : standing;

/** A pooling at one place: what lies under its window, which of it is kept, and where the gradient goes. */
export const PoolView = ({ seen, window, selected }: PoolViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const phase = useFrame()?.phase?.phase.kind;
  const [pointed, point] = useState<number | null>(null);
  const { shaped, layers, layer, input, outputs } = seen;
  const whole = shaped.outputShape.length < 3;
  const standing = overAll(useStanding(shaped, selected), whole);
  const { unit, cell: stop } = standing;
  const channels = shaped.inputShape[2] ?? 1;
  const under = cellsUnder(window, stop);
  const cells = pooledUnder(window, input, channels, stop, stop.map);
  const max = shaped.spec.type === 'MaxPooling2D' || shaped.spec.type === 'GlobalMaxPooling2D';
  const largest = cells[largestOf(cells)]?.place;
  const isLargest = ({ row, column }: Place): boolean => row === largest?.row && column === largest.column;
  const sum = cells.reduce((total, { value }) => total + value, 0);
  // Terms of a sum add up as they are printed; of a choice each is itself.
  const terms = max
    ? cells.map(({ value }) => value)
    : termsOf(
        cells.map(({ value }) => value),
        digits,
        printed(sum, digits),
      );
  const printedAt = new Map(cells.map(({ place }, at) => [`${place.row} ${place.column}`, terms[at]]));
  const numbers = under.map((place) => ({
    value: printedAt.get(`${place.row} ${place.column}`) ?? 0,
    padding: !isInside(window, place),
  }));
  const { tall, wide } = window;
  const height = Math.max(Math.max(tall, wide) > MOST_READ ? 5 : 22, Math.min(ROW, Math.floor(GRID / tall)));
  const ramp = rampInto(layers, layer);
  const value = outputs[unit] ?? Number.NaN;
  return (
    <div className={css.whole}>
      <section className={classes(css.half, phase === 'backward' && css.dim)} aria-label={say(words.forward)}>
        <div className={css.product}>
          <Incoming
            seen={seen}
            window={window}
            channel={stop.map}
            standing={standing}
            beside={(height + 1) * tall + 1}
            pointed={pointed === null ? null : (under[pointed] ?? null)}
          />
          <figure className={css.first}>
            <figcaption>{say(words.window)}</figcaption>
            <Numbers
              label={say(words.window)}
              wide={wide}
              cells={numbers}
              ramp={ramp}
              full={fullOf(input, ramp)}
              digits={digits}
              height={height}
              pointed={pointed}
              onPoint={point}
              {...(max && { marked: under.findIndex(isLargest) })}
            />
          </figure>
          <dl className={css.sums}>
            {!max && (
              <div>
                <dt>{say(words.sumOf, { n: cells.length })}</dt>
                <dd>
                  <Tinted value={sum} digits={digits} />
                </dd>
              </div>
            )}
            <div>
              <dt>
                <span>{say(max ? words.max : words.mean, { n: cells.length })}</span>
                {!max && (
                  <span>
                    = {fixed(sum, digits)} / {cells.length}
                  </span>
                )}
              </dt>
              <dd>
                <Tinted value={value} digits={digits} strong />
              </dd>
            </div>
            {max && largest && <p>{say(words.largest, { row: largest.row, column: largest.column })}</p>}
            {cells.length < under.length && <p className={css.quiet}>{say(words.inPadding)}</p>}
          </dl>
          {!whole && <OwnFigure seen={seen} standing={standing} />}
          {layer > 0 && <Receptive seen={seen} unit={unit} />}
        </div>
        <div className={css.told}>
          <SizeRule shaped={shaped} />
        </div>
      </section>
      <section
        className={classes(css.side, (phase === 'forward' || phase === 'loss') && css.dim)}
        aria-label={say(words.backward)}
      >
        <h3>{say(words.backward)}</h3>
        <PoolBackward
          seen={seen}
          window={window}
          under={under}
          unit={unit}
          inside={cells.length}
          largest={max ? (largest ?? null) : null}
          pointed={pointed}
          onPoint={point}
        />
      </section>
    </div>
  );
};
