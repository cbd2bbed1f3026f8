import { linear } from './linear.ts';
import type { Point } from './scale.ts';
import { along, type Crowd, type Rect, rectOf, settle, type Spot } from './spots.ts';

/** All that is drawn of the loss over a weight, in px of the drawing. */

export interface WeightScale {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly axis: number;
  readonly x: ReturnType<typeof linear>;
  readonly y: ReturnType<typeof linear>;
}

/** Room for the values at the left and the weights below, in sizes of a tick. */
export const weightScale = (
  { width, height }: { readonly width: number; readonly height: number },
  across: Point,
  up: Point,
  tick: number,
): WeightScale => {
  const [left, right, top, axis] = [4 * tick + 4, width - 4, 2 * tick + 6, height - 2 * tick - 4];
  return { left, right, top, axis, x: linear(across, [left, right]), y: linear(up, [axis, top]) };
};

/** How far a tangent reaches from the ball, in px, and how near it comes to the axis. */
const REACH = 140;
const ABOVE_AXIS = 8;

/** The tangent at the ball from end to end, the lower weight first: cut where the drawing ends. */
export const tangentOf = (
  [w, loss]: Point,
  slope: number,
  { left, right, top, axis, x, y }: WeightScale,
): readonly [Point, Point] => {
  const [px, py] = [x(w), y(loss)];
  const [dx, dy] = [x(w + 1) - px, y(loss + slope) - py];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const end = (way: 1 | -1): Point => {
    const room = (share: number, from: number, low: number, high: number): number => {
      if (share === 0) return Number.POSITIVE_INFINITY;
      return ((share > 0 ? high : low) - from) / share;
    };
    const most = Math.min(
      REACH,
      room(way * ux, px, left, right),
      room(way * uy, py, top, Math.max(py, axis - ABOVE_AXIS)),
    );
    const reach = Math.max(0, most) * way;
    return [px + reach * ux, py + reach * uy];
  };
  return [end(-1), end(1)];
};

/** The height of the arrow of the move over the axis, in px; clear of the ring of the next place, below it if there is room. */
const ARROW = 24;
const CLEAR = 22;
const LOWEST = 10;
export const arrowAt = (next: Point | null, { axis, y }: WeightScale): number => {
  const usual = axis - ARROW;
  const ring = next ? y(next[1]) : Number.NEGATIVE_INFINITY;
  if (Math.abs(ring - usual) >= 18) return usual;
  return ring + CLEAR <= axis - LOWEST ? ring + CLEAR : ring - CLEAR;
};

/** What is said in the drawing, and how large: `strong` what is now. */
export interface Said {
  readonly words: string;
  readonly type: number;
  readonly spot: Spot;
}

interface Asked {
  readonly words: string;
  readonly type: number;
  readonly spots: readonly Spot[];
}

/** Settles words one after the other: each keeps clear of those before it, and is left out where it would lie on them. */
export const settleAll = (asked: readonly (Asked | null)[], crowd: Crowd): readonly (Said | null)[] => {
  const taken: Rect[] = [];
  return asked.map((one) => {
    if (!one) return null;
    const { words, type, spots } = one;
    const spot = settle(words, type, spots, { ...crowd, rects: [...crowd.rects, ...taken] });
    const rect = rectOf(words, type, spot);
    if (taken.some((other) => meet(rect, other))) return null;
    taken.push(rect);
    return { words, type, spot };
  });
};

const meet = (a: Rect, b: Rect): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Beside a disc of a radius: right, left, above, below, and between. */
export const beside = ([x, y]: Point, radius: number, type: number): readonly Spot[] => {
  const [off, high] = [radius + 7, radius + 0.7 * type];
  return [
    { at: [x + off, y - 0.7 * type], anchor: 'start' },
    { at: [x + off, y], anchor: 'start' },
    { at: [x + off, y + 0.8 * type], anchor: 'start' },
    { at: [x - off, y], anchor: 'end' },
    { at: [x - off, y - 0.7 * type], anchor: 'end' },
    { at: [x - off, y + 0.8 * type], anchor: 'end' },
    { at: [x, y - high], anchor: 'middle' },
    { at: [x, y - high - type], anchor: 'middle' },
    { at: [x, y - high - 2.5 * type], anchor: 'middle' },
    { at: [x + off, y - 2.2 * type], anchor: 'start' },
    { at: [x - off, y - 2.2 * type], anchor: 'end' },
    { at: [x, y + high], anchor: 'middle' },
  ];
};

/** Beside a tangent: a falling one's lower half, at its right; a rising one's upper end. */
export const besideTangent = (
  ball: Point,
  [from, to]: readonly [Point, Point],
  slope: number,
  type: number,
): readonly Spot[] => {
  const part = (end: Point, share: number, dx: number, anchor: Spot['anchor'], dy = 0): Spot => ({
    at: [ball[0] + (end[0] - ball[0]) * share + dx, ball[1] + (end[1] - ball[1]) * share + dy],
    anchor,
  });
  const flat = Math.abs(to[1] - from[1]) < 40;
  if (flat) return [part(to, 0.8, 0, 'middle', -type), part(from, 0.8, 0, 'middle', -type)];
  const shares = [0.45, 0.6, 0.75, 0.9];
  return slope < 0
    ? [
        ...shares.map((share) => part(to, share, 20, 'start')),
        ...shares.map((share) => part(to, share, -12, 'end')),
      ]
    : [
        part(to, 1, 8, 'start'),
        ...shares.map((share) => part(to, share, -14, 'end')),
        ...shares.map((share) => part(from, share, 20, 'start')),
      ];
};

/** Over the middle of an arrow where it is long enough, else beside its start, else beyond its tip. */
export const besideArrow = (
  from: number,
  to: number,
  y: number,
  type: number,
  width: number,
): readonly Spot[] => {
  const way = to > from ? 1 : -1;
  const over: Spot = { at: [(from + to) / 2, y - type], anchor: 'middle' };
  const start: Spot = { at: [from - 12 * way, y], anchor: way > 0 ? 'end' : 'start' };
  const beyond: Spot = { at: [to + 12 * way, y], anchor: way > 0 ? 'start' : 'end' };
  const under: Spot = { at: [(from + to) / 2, y + type], anchor: 'middle' };
  return Math.abs(to - from) > width + 8 ? [over, start, beyond, under] : [start, beyond, over, under];
};

/** A curve in px, as far as it lies within the drawing, as points to keep words off. */
export const curvePoints = (curve: readonly Point[], { x, y, top }: WeightScale): readonly Point[] =>
  curve.flatMap(([w, loss], index): readonly Point[] => {
    const before = curve[index - 1];
    if (!before || y(loss) < top) return [];
    return along([x(before[0]), y(before[1])], [x(w), y(loss)]).slice(1);
  });
