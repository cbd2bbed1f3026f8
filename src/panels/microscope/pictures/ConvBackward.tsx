import type { Window } from '../../../engine/window.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { fixed } from '../../../ui/format.ts';
import { signed } from '../printed.ts';
import { Tinted } from '../Tinted.tsx';
import { fullOf } from './colours.ts';
import { Numbers } from './Numbers.tsx';
import css from './pictures.module.css';
import { useBackward } from './useBackward.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** Side of a kernel in px. */
const SIDE = 60;

interface ConvBackwardProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly filter: number;
  readonly channel: number;
  readonly unit: number;
  readonly pointed: number | null;
  readonly onPoint: (cell: number | null) => void;
}

/** What the batch asks of the kernel, as a picture, and what the update makes of it: before and after. */
export const ConvBackward = (props: ConvBackwardProps) => {
  const { seen, window, filter, channel, unit, pointed, onPoint } = props;
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { shaped, layer, weights } = seen;
  const { point, batch, drawn } = useBackward(layer);
  const { tall, wide } = window;
  const [channels, filters] = [shaped.inputShape[2] ?? 1, shaped.outputShape[2] ?? 1];
  const update = batch?.layer ?? null;
  const places = Array.from(
    { length: tall * wide },
    (_, cell) => (cell * channels + channel) * filters + filter,
  );
  const ofFilter = (values: ArrayLike<number>): number[] =>
    Array.from(values).filter((_value, at) => at % filters === filter);
  const full = fullOf(ofFilter(weights[layer]?.kernel ?? []));
  // Where nothing is pointed at, the weight that is moved most.
  const steepest = places.reduce(
    (best, at, cell) =>
      Math.abs(update?.slopes[at] ?? 0) > Math.abs(update?.slopes[places[best] ?? 0] ?? 0) ? cell : best,
    0,
  );
  const shown = pointed ?? steepest;
  const movesOf = (at: number) => ({
    slope: signed(update?.slopes[at] ?? Number.NaN, digits),
    before: fixed(update?.before[at] ?? Number.NaN, digits),
    after: fixed(update?.after[at] ?? Number.NaN, digits),
  });
  const grid = (label: string, values: ArrayLike<number>, end: number, sign: string) => (
    <>
      {sign && <span className={css.sign}>{sign}</span>}
      <figure>
        <figcaption>{label}</figcaption>
        <Numbers
          label={label}
          wide={wide}
          cells={places.map((at) => ({ value: values[at] ?? Number.NaN }))}
          ramp="signs"
          full={end}
          digits={digits}
          height={Math.max(5, Math.floor(SIDE / Math.max(tall, wide)))}
          pointed={pointed}
          onPoint={onPoint}
          read={false}
        />
      </figure>
    </>
  );
  const kernelSize = weights[layer]?.kernel.length ?? 0;
  return (
    <div className={css.backward}>
      <div className={css.into}>
        {update ? (
          <>
            {grid(
              say(words.gradient),
              update.slopes,
              fullOf(ofFilter(update.slopes.subarray(0, kernelSize))),
              '',
            )}
            {grid(say(words.old), update.before, full, '')}
            {grid(say(words.fresh), update.after, full, '→')}
          </>
        ) : (
          <p className={css.quiet}>
            {say(words.gradient)}: {say(words.notYet)}
          </p>
        )}
      </div>
      {update && (
        <>
          <p className={css.line}>
            {say(words.cellMoves, {
              row: Math.floor(shown / wide),
              column: shown % wide,
              ...movesOf(places[shown] ?? 0),
            })}
          </p>
          {(weights[layer]?.bias.length ?? 0) > 0 && (
            <p className={css.line}>{say(words.biasMoves, movesOf(kernelSize + filter))}</p>
          )}
        </>
      )}
      {point && (
        <p className={css.quiet}>
          {say(words.reaches)}{' '}
          <Tinted value={point.layers[layer]?.delta[unit] ?? Number.NaN} digits={digits} plus />
        </p>
      )}
      {drawn && <p className={css.quiet}>{say(words.drawn)}</p>}
      <p className={css.quiet}>
        {shaped.spec.trainable === false
          ? say(words.frozen)
          : batch && say(words.gradientLine, { k: batch.rows })}
      </p>
    </div>
  );
};
