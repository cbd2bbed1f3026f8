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
      const more = tail && (!last || tail.step > last.step) ? tail : null;
      const count = points.length + (more ? 1 : 0);
      const curve = {
        epoch: new Float64Array(count),
        step: new Float64Array(count),
        loss: new Float32Array(count),
        val_loss: new Float32Array(count),
        wrong: new Float32Array(count),
      };
      // A plain loop: this is done for every frame, and five Array.from took longer than all else of a small network's.
      const write = ({ epoch, step, loss, val_loss, wrong }: Point, at: number): void => {
        curve.epoch[at] = epoch;
        curve.step[at] = step;
        curve.loss[at] = loss;
        curve.val_loss[at] = val_loss;
        curve.wrong[at] = wrong;
      };
      for (let at = 0; at < points.length; at++) write(points[at]!, at);
      if (more) write(more, points.length);
      return curve;
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
