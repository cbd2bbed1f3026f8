import { reachedBy, type Scale } from './curvePlaces.ts';
import type { Ghost } from './ghosts.ts';

/** The first point that is drawn of a ghost: the last one that it has in common with the present curve. */
export const firstDrawn = ({ curve, parted }: Ghost): number =>
  parted === 0 ? 0 : Math.max(0, reachedBy(curve.step, parted) - 1);

/** A stretch of the plot, in px. */
export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const touch = (one: Rect, other: Rect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** A curve as a label keeps clear of it: points in px, in the order of time. */
export type Trace = readonly (readonly [x: number, y: number])[];

/** Points of a trace at most: enough to keep a label clear of the curve. */
const MOST_POINTS = 200;

/** The points of a curve from one on, in px, thinned evenly; points without a value are left out. */
export const traceOf = (
  epochs: Float64Array,
  values: Float32Array,
  from: number,
  x: Scale,
  y: Scale,
): Trace => {
  const stride = Math.max(1, Math.ceil((epochs.length - from) / MOST_POINTS));
  const points: [number, number][] = [];
  for (let back = epochs.length - 1; back >= from; back -= stride) {
    const value = values[back]!;
    if (Number.isFinite(value)) points.unshift([x(epochs[back]!), y(value)]);
  }
  return points;
};

/** Does a curve run through a stretch of the plot? Each of its pieces is looked at where it passes the stretch. */
const runsThrough = (trace: Trace, rect: Rect): boolean => {
  const heightAt = ([x1, y1]: Trace[number], [x2, y2]: Trace[number], x: number): number =>
    x2 === x1 ? y2 : y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
  return trace.some((to, i) => {
    const from = trace[i - 1] ?? to;
    if (from[0] > rect.right || to[0] < rect.left) return false;
    const [a, b] = [
      heightAt(from, to, Math.max(from[0], rect.left)),
      heightAt(from, to, Math.min(to[0], rect.right)),
    ];
    return Math.min(a, b) < rect.bottom && Math.max(a, b) > rect.top;
  });
};

/** Distance between a curve and its name, and how far a name goes along its curve from try to try, in px. */
const GAP = 4;
const STEP = 16;

/**
 * A place for the name of each ghost beside its own curve, as near its end as there is room: none lies on another name,
 * on what is `taken`, or on a curve. null where there is no room at all. The last ones choose first.
 */
export const placeNames = (
  ghosts: readonly { readonly trace: Trace; readonly width: number }[],
  {
    plot,
    height,
    taken,
    traces,
  }: {
    readonly plot: Rect;
    /** Of a line of words. */
    readonly height: number;
    readonly taken: readonly Rect[];
    /** Other curves there are. */
    readonly traces: readonly Trace[];
  },
): (Rect | null)[] => {
  const held = [...taken];
  const all = [...traces, ...ghosts.map(({ trace }) => trace)];
  const isFree = (rect: Rect): boolean =>
    rect.left >= plot.left &&
    rect.right <= plot.right &&
    rect.top >= plot.top &&
    rect.bottom <= plot.bottom &&
    !held.some((other) => touch(rect, other)) &&
    !all.some((trace) => runsThrough(trace, rect));
  const placeOne = ({ trace, width }: { readonly trace: Trace; readonly width: number }): Rect | null => {
    const within = trace.filter(([x]) => x <= plot.right);
    const [start] = within[0] ?? [plot.left];
    const [end, level] = within.at(-1) ?? [plot.left, plot.bottom];
    const beside = (left: number): readonly Rect[] => {
      const heights = within.filter(([x]) => x >= left && x <= left + width).map(([, y]) => y);
      if (heights.length === 0) return [];
      const tops = [Math.min(...heights) - GAP - height, Math.max(...heights) + GAP];
      return tops.map((top) => ({ left, right: left + width, top, bottom: top + height }));
    };
    // At its end, then further and further beyond it as long as it begins above it, then behind it.
    for (let left = end - width; left <= end; left += STEP) {
      const free = beside(Math.max(plot.left, left)).find(isFree);
      if (free) return free;
    }
    const behind = {
      left: end + GAP,
      right: end + GAP + width,
      top: level - height / 2,
      bottom: level + height / 2,
    };
    if (isFree(behind)) return behind;
    for (let left = end - width - STEP; left >= start; left -= STEP) {
      const free = beside(left).find(isFree);
      if (free) return free;
    }
    return null;
  };
  const places = ghosts.toReversed().map((ghost) => {
    const place = placeOne(ghost);
    if (place) held.push(place);
    return place;
  });
  return places.toReversed();
};
