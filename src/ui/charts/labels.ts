import { distance, type Point } from './scale.ts';
import type { Segment } from './line.ts';

/** What a label must keep away from, all in pixels of the plane. */
export interface Room {
  readonly size: number;
  readonly discs: readonly { readonly at: Point; readonly radius: number }[];
  readonly lines: readonly Segment[];
  /** Where the label may lie at all: every part of it. */
  readonly allows: (at: Point) => boolean;
}

/** More empty space than this round a label makes it no better. */
const COMFORT = 28;
/** A label stays where it was unless another place is better by this many pixels: it must not dance while a line moves. */
const STAY = 5;
const STEPS = 24;

/** Distance of a point from a segment. */
export const fromSegment = (at: Point, [a, b]: Segment): number => {
  const along: Point = [b[0] - a[0], b[1] - a[1]];
  const length = along[0] * along[0] + along[1] * along[1];
  const t = length === 0 ? 0 : ((at[0] - a[0]) * along[0] + (at[1] - a[1]) * along[1]) / length;
  const nearest = Math.min(1, Math.max(0, t));
  return distance(at, [a[0] + nearest * along[0], a[1] + nearest * along[1]]);
};

/** Empty space round a label of this half width and half height, as a lying capsule; negative where something is hit. */
const spaceAround = (at: Point, [halfWidth, halfHeight]: Point, room: Room): number => {
  const reach = Math.max(0, halfWidth - halfHeight);
  let space = Infinity;
  for (const shift of [-reach, -reach / 2, 0, reach / 2, reach]) {
    const spot: Point = [at[0] + shift, at[1]];
    if (!room.allows(spot)) return -Infinity;
    space = Math.min(space, spot[0], spot[1], room.size - spot[0], room.size - spot[1]);
    for (const disc of room.discs) space = Math.min(space, distance(spot, disc.at) - disc.radius);
    for (const line of room.lines) space = Math.min(space, fromSegment(spot, line));
  }
  return space - halfHeight;
};

/**
 * The middle of the best empty place for a label of the given half width and half height: comfortable space first,
 * then near to `near`. Null where nothing fits. `before` is where the label was.
 */
export const placeLabel = (half: Point, room: Room, near: Point, before: Point | null): Point | null => {
  const scoreOf = (at: Point): number => {
    const space = spaceAround(at, half, room);
    return space < 0 ? -Infinity : Math.min(space, COMFORT) - distance(at, near) / 60;
  };
  let best: Point | null = null;
  let bestScore = -Infinity;
  for (let row = 1; row < STEPS; row += 1) {
    for (let column = 1; column < STEPS; column += 1) {
      const at: Point = [(column / STEPS) * room.size, (row / STEPS) * room.size];
      const score = scoreOf(at);
      if (score > bestScore) [best, bestScore] = [at, score];
    }
  }
  if (before && scoreOf(before) >= bestScore - STAY && bestScore > -Infinity) {
    return scoreOf(before) > -Infinity ? before : best;
  }
  return best;
};
