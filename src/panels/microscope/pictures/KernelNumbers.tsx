import { setWeight } from '../../../experiment/moves.ts';
import { edit } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { DragNumber } from '../../../ui/controls/DragNumber.tsx';
import type { Meeting } from './convolved.ts';
import { fullOf } from './colours.ts';
import { MOST_READ, Numbers } from './Numbers.tsx';
import css from './pictures.module.css';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface KernelNumbersProps {
  readonly seen: LayerSeen;
  readonly meetings: readonly Meeting[];
  readonly filter: number;
  readonly wide: number;
  readonly digits: number;
  readonly height: number;
  readonly pointed: number | null;
  readonly onPoint: (cell: number | null) => void;
}

/** The kernel's part for one channel; its weights are dragged, typed or stepped. */
export const KernelNumbers = ({ seen, meetings, filter, ...grid }: KernelNumbersProps) => {
  const say = useSay();
  const { layer, shaped, weights } = seen;
  const { wide, digits } = grid;
  const filters = shaped.outputShape[2] ?? 1;
  const kernel = weights[layer]?.kernel ?? [];
  // The colours of one filter compare with each other, whichever channel is shown.
  const full = fullOf(Array.from(kernel).filter((_weight, at) => at % filters === filter));
  const read = Math.max(wide, meetings.length / wide) <= MOST_READ;
  const numberOf = (cell: number) => {
    const met = meetings[cell];
    if (!met) return null;
    return (
      <DragNumber
        value={met.w}
        label={say(words.weightAt, { row: Math.floor(cell / wide), column: cell % wide })}
        signed={false}
        digits={digits}
        onChange={(next, gesture) =>
          edit(setWeight(layer, met.at, next), gesture === undefined ? {} : { gesture })
        }
        onFocus={() => grid.onPoint(cell)}
        onBlur={() => grid.onPoint(null)}
      />
    );
  };
  return (
    <figure>
      <figcaption>{say(words.kernel)}</figcaption>
      <Numbers
        {...grid}
        label={say(words.kernel)}
        cells={meetings.map(({ w }) => ({ value: w }))}
        ramp="signs"
        full={full}
        {...(read && { inCell: numberOf })}
      />
      {!read && <div className={css.single}>{numberOf(grid.pointed ?? 0)}</div>}
    </figure>
  );
};
