import { both, type Both, PAIR } from '../../experiment/pair.ts';
import { answer } from '../answered.ts';
import type { Run } from '../run.ts';
import type { Moved, Shifted } from './comparison.ts';
import { type Held, mostShift, waysOf } from './held.ts';

/** So many pictures are answered in one go. */
const AT_ONCE = 100;

/**
 * Counts right answers to the first so many of the held-out pictures, moved by 0 … as far as they are moved, piece by
 * piece. It leaves what is learned alone.
 */
export function* shiftedOf(
  runs: Both<Run>,
  held: Held,
  most: number,
  tell: (share: number) => void,
): Generator<void, Shifted> {
  const pictures = Math.min(most, held.count);
  const furthest = mostShift(held.size);
  const accuracy = both((): number[] => []);
  const parts = 1 + 4 * furthest;
  let done = 0;
  for (let by = 0; by <= furthest; by++) {
    const ways = waysOf(by);
    const right = { mlp: 0, cnn: 0 };
    for (const [down, across] of ways) {
      for (let from = 0; from < pictures; from += AT_ONCE) {
        const rows = held.draw(from, Math.min(AT_ONCE, pictures - from), down, across);
        for (const kind of PAIR) {
          answer(runs[kind].trainer.settings.model, rows, (row, unit) => {
            if (unit === held.answers[from + row]) right[kind] += 1;
          });
          yield;
        }
      }
      done += 1;
      tell(done / parts);
    }
    for (const kind of PAIR) accuracy[kind].push(right[kind] / (ways.length * pictures));
  }
  return { epochs: both((kind) => runs[kind].trainer.counters.epoch), pictures, accuracy };
}

/** One held-out picture moved each way, and what both say of it. */
export const movedOf = (runs: Both<Run>, held: Held, index: number, by: number): readonly Moved[] =>
  waysOf(by).map(([down, across]) => {
    const pixels = held.draw(index, 1, down, across);
    const said = both((kind) => {
      let heard = { answer: 0, value: 0 };
      answer(runs[kind].trainer.settings.model, pixels, (_row, unit, value) => {
        heard = { answer: unit, value };
      });
      return heard;
    });
    return { down, across, pixels, said };
  });
