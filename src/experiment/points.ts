import {
  FURTHEST,
  generatedPoints,
  MOST_ADDED,
  MOST_CHANGES,
  type PointChange,
  rowsOf,
} from '../data/data.ts';
import { sets } from '../data/sets/index.ts';
import type { Design, Patch } from './experiment.ts';

type Place = readonly [number, number];

/** Puts a point elsewhere. Moved again, it is still one change. */
export const movePoint = (design: Design, id: number, x: Place): Patch => {
  const { changes } = design.data;
  const to = within(x);
  const added = id - generatedPoints(design.data);
  if (added >= 0) return replaced(changes, addedAt(changes, added), (change) => ({ ...change, x: to }));
  const earlier = changes.findIndex((change) => change.op === 'move' && change.id === id);
  if (earlier >= 0) return replaced(changes, earlier, (change) => ({ ...change, x: to }));
  return grown(design, { op: 'move', id, x: to });
};

/** A new point of class `answer`; its id is the next one. */
export const addPoint = (design: Design, x: Place, answer: number): Patch => {
  const { changes } = design.data;
  if (changes.filter((change) => change.op === 'add').length >= MOST_ADDED) return {};
  return grown(design, { op: 'add', x: within(x), answer });
};

/** Takes a point away; the last one stays. */
export const removePoint = (design: Design, id: number): Patch =>
  rowsOf(design.data) > 1 ? grown(design, { op: 'remove', id }) : {};

/** One change more; pictures have no place that could change. */
const grown = ({ data: { changes, set } }: Design, change: PointChange): Patch =>
  changes.length < MOST_CHANGES && !sets[set].picture ? { data: { changes: [...changes, change] } } : {};

const replaced = (
  changes: readonly PointChange[],
  place: number,
  change: (earlier: Exclude<PointChange, { op: 'remove' }>) => PointChange,
): Patch => {
  const earlier = changes[place];
  return earlier && earlier.op !== 'remove'
    ? { data: { changes: changes.with(place, change(earlier)) } }
    : {};
};

/** Where in the list of changes the added point number `count` (from 0) came in; −1 if it never did. */
const addedAt = (changes: readonly PointChange[], count: number): number => {
  let seen = 0;
  return changes.findIndex((change) => change.op === 'add' && seen++ === count);
};

// JSON knows no −0; a link must give back the same bits.
const within = ([first, second]: Place): Place => [clamped(first) + 0, clamped(second) + 0];

const clamped = (coordinate: number): number => Math.min(FURTHEST, Math.max(-FURTHEST, coordinate));
