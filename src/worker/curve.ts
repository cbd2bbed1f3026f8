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

export const createCurve = (from?: Curve): CurveStore => {
  let points: Point[] = from ? unpack(from) : [];
  let stride = 1;
  const thin = (): void => {
    if (points.length <= MOST) return;
    let spare = points.filter((point) => point.kept).length - MOST_KEPT;
    points = points.map((point, i) =>
      i > 0 && point.kept && spare-- > 0 ? { ...point, kept: false } : point,
    );
    while (points.length > MOST) {
      stride *= 2;
      points = points.filter((point) => point.kept || point.epoch % stride === 0);
    }
  };
  return {
    get stride() {
      return stride;
    },
    push(point) {
      points.push(point);
      thin();
    },
    cut(step) {
      points = points.filter((point) => point.step <= step);
    },
    takeBack(step) {
      const last = points.at(-1);
      if (points.length > 1 && last?.kept && last.step === step) points.pop();
    },
    read(tail) {
      const last = points.at(-1);
      const all = tail && (!last || tail.step > last.step) ? [...points, tail] : points;
      return {
        epoch: Float64Array.from(all, (point) => point.epoch),
        step: Float64Array.from(all, (point) => point.step),
        loss: Float32Array.from(all, (point) => point.loss),
        val_loss: Float32Array.from(all, (point) => point.val_loss),
        wrong: Float32Array.from(all, (point) => point.wrong),
      };
    },
  };
};

const unpack = (curve: Curve): Point[] =>
  Array.from(curve.epoch, (epoch, i) => ({
    epoch,
    step: curve.step[i] ?? 0,
    loss: curve.loss[i] ?? Number.NaN,
    val_loss: curve.val_loss[i] ?? Number.NaN,
    wrong: curve.wrong[i] ?? Number.NaN,
    // Two points at one step mark an edit; the first point is the start.
    kept: i === 0 || curve.step[i] === curve.step[i - 1] || curve.step[i] === curve.step[i + 1],
  }));
