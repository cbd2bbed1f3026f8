import type { Curve } from './frame.ts';

/** One moment on the curve; `kept` ones (the start, the latest edits) survive every thinning. */
export interface Point {
  readonly epoch: number;
  readonly step: number;
  readonly loss: number;
  readonly val_loss: number;
  readonly wrong: number;
  readonly kept: boolean;
}

/** The curve of a run as it grows: every epoch at first, then every 2nd, 4th, 8th … so that it stays small. */
export interface CurveStore {
  /** Every how many epochs a point is taken at present. */
  readonly stride: number;
  push(point: Point): void;
  /** Forgets every point after a step. */
  cut(step: number): void;
  /** Takes back the point that an edit at a step put there, if it put one. */
  takeBack(step: number): void;
  /** The points as arrays, with one more at the end if given (the present, not yet on the grid). */
  read(tail: Point | null): Curve;
}

const MOST = 2000;
/** Of more edits than this the oldest are thinned like everything else. */
const MOST_KEPT = 1000;

/**
 * The points lie in columns, as they are read: a frame then takes copies of a few stretches of memory. Reading them out of
 * objects took longer than all else of a small network's frame. It goes on from a curve there is, `every` so many epochs.
 */
export const createCurve = (from?: Curve, every = 1): CurveStore => {
  let count = from?.epoch.length ?? 0;
  const room = Math.max(count, MOST) + 1;
  const columns = {
    epoch: new Float64Array(room),
    step: new Float64Array(room),
    loss: new Float32Array(room),
    val_loss: new Float32Array(room),
    wrong: new Float32Array(room),
    kept: new Uint8Array(room),
  };
  if (from) {
    for (const name of COLUMNS) columns[name].set(from[name]);
    // Two points at one step mark an edit; the first point is the start.
    for (let at = 0; at < count; at++) {
      const step = from.step[at];
      columns.kept[at] = Number(at === 0 || step === from.step[at - 1] || step === from.step[at + 1]);
    }
  }
  let stride = every;

  const write = (at: number, { epoch, step, loss, val_loss, wrong, kept }: Point): void => {
    columns.epoch[at] = epoch;
    columns.step[at] = step;
    columns.loss[at] = loss;
    columns.val_loss[at] = val_loss;
    columns.wrong[at] = wrong;
    columns.kept[at] = Number(kept);
  };
  /** Leaves only the points for which `stays` answers true, in their order; answers how many. */
  const leave = (stays: (at: number) => boolean): number => {
    let left = 0;
    for (let at = 0; at < count; at++) {
      if (!stays(at)) continue;
      for (const column of Object.values(columns)) column[left] = column[at]!;
      left += 1;
    }
    return left;
  };
  const thin = (): void => {
    if (count <= MOST) return;
    let spare = columns.kept.subarray(0, count).reduce((sum, kept) => sum + kept, 0) - MOST_KEPT;
    for (let at = 1; at < count && spare > 0; at++) {
      if (columns.kept[at] === 0) continue;
      columns.kept[at] = 0;
      spare -= 1;
    }
    while (count > MOST) {
      stride *= 2;
      count = leave((at) => columns.kept[at] === 1 || columns.epoch[at]! % stride === 0);
    }
  };
  return {
    get stride() {
      return stride;
    },
    push(point) {
      write(count, point);
      count += 1;
      thin();
    },
    cut(step) {
      count = leave((at) => columns.step[at]! <= step);
    },
    takeBack(step) {
      if (count > 1 && columns.kept[count - 1] === 1 && columns.step[count - 1] === step) count -= 1;
    },
    read(tail) {
      const more = tail && (count === 0 || tail.step > columns.step[count - 1]!);
      // Beside the points there is always room for one: it is not counted.
      if (more) write(count, tail);
      const end = more ? count + 1 : count;
      const { epoch, step, loss, val_loss, wrong } = columns;
      return {
        epoch: epoch.slice(0, end),
        step: step.slice(0, end),
        loss: loss.slice(0, end),
        val_loss: val_loss.slice(0, end),
        wrong: wrong.slice(0, end),
      };
    },
  };
};

const COLUMNS = ['epoch', 'step', 'loss', 'val_loss', 'wrong'] as const;
