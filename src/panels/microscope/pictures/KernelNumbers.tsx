import { useState } from 'react';
import { setWeight } from '../../../experiment/moves.ts';
import { edit } from '../../../state/experiment.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { DragNumber } from '../../../ui/controls/DragNumber.tsx';
import { colourAt } from '../../network/pictures/paint.ts';
import { CellMap } from './CellMap.tsx';
import type { Meeting } from './convolved.ts';
import { fullOf } from './colours.ts';
import { MOST_READ, Numbers } from './Numbers.tsx';
import css from './pictures.module.css';
import { type Place, spanOf } from './under.ts';
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
  const { wide, digits, onPoint } = grid;
  const tall = meetings.length / wide;
  const filters = shaped.outputShape[2] ?? 1;
  const kernel = weights[layer]?.kernel ?? [];
  // The colours of one filter compare with each other, whichever channel is shown.
  const full = fullOf(Array.from(kernel).filter((_weight, at) => at % filters === filter));
  const numberOf = (cell: number, signed: boolean) => {
    const met = meetings[cell];
    if (!met) return null;
    return (
      <DragNumber
        value={met.w}
        label={say(words.weightAt, { row: Math.floor(cell / wide), column: cell % wide })}
        signed={signed}
        digits={digits}
        onChange={(next, gesture) =>
          edit(setWeight(layer, met.at, next), gesture === undefined ? {} : { gesture })
        }
        onFocus={() => onPoint(cell)}
        onBlur={() => onPoint(null)}
      />
    );
  };
  return (
    <figure>
      <figcaption>{say(words.kernel)}</figcaption>
      {Math.max(wide, tall) > MOST_READ ? (
        <Picked
          tall={tall}
          wide={wide}
          side={grid.height + 1}
          weightOf={(cell) => (meetings[cell]?.w ?? 0) / full}
          onPoint={onPoint}
          numberOf={(cell) => numberOf(cell, true)}
        />
      ) : (
        <Numbers
          {...grid}
          label={say(words.kernel)}
          cells={meetings.map(({ w }) => ({ value: w }))}
          ramp="signs"
          full={full}
          inCell={(cell) => numberOf(cell, false)}
        />
      )}
    </figure>
  );
};

interface PickedProps {
  readonly tall: number;
  readonly wide: number;
  /** Of a cell, in px. */
  readonly side: number;
  /** A weight over the size at which its colour is full. */
  readonly weightOf: (cell: number) => number;
  readonly onPoint: (cell: number | null) => void;
  readonly numberOf: (cell: number) => React.ReactNode;
}

/** A kernel too large for its numbers: one cell is picked, and its number stands below. */
const Picked = ({ tall, wide, side, weightOf, onPoint, numberOf }: PickedProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const [place, pick] = useState<Place>({ row: Math.floor(tall / 2), column: Math.floor(wide / 2) });
  const cellAt = ({ row, column }: Place): number => row * wide + column;
  const held = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
  return (
    <>
      <CellMap
        label={say(words.kernelMap, { row: place.row, column: place.column })}
        region={{ top: 0, left: 0, bottom: tall - 1, right: wide - 1 }}
        cell={side}
        colourOf={(at) => colourAt('signs', theme, weightOf(cellAt(at)))}
        frames={[{ span: spanOf(place), kind: 'now' }]}
        onPoint={(at) => onPoint(at && cellAt(at))}
        onPick={pick}
        onStep={(down, across) =>
          pick({ row: held(place.row + down, tall), column: held(place.column + across, wide) })
        }
      />
      <div className={css.single}>{numberOf(cellAt(place))}</div>
    </>
  );
};
