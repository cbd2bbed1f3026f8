import { permutation } from '../engine/random.ts';
import type { FeatureName } from './features.ts';
import { type SetName, sets } from './sets/index.ts';
import type { Target } from './target.ts';

/**
 * A point changed by hand. A point's id is its index as generated; added points are numbered on from there. `x` is its
 * place on the plane; where that is x against y, the place holds the answer too.
 */
export type PointChange =
  | { readonly op: 'move'; readonly id: number; readonly x: readonly [number, number] }
  | { readonly op: 'add'; readonly x: readonly [number, number]; readonly answer: number }
  | { readonly op: 'remove'; readonly id: number };

/** The four answers of a gate, in the order (0, 0), (0, 1), (1, 0), (1, 1). */
export type Answers = readonly [number, number, number, number];

export interface DataSpec {
  readonly set: SetName;
  /** Only the gate reads them; kept while another set is on, so that coming back finds them. */
  readonly answers: Answers;
  readonly noise: number;
  readonly points: number;
  readonly seed: number;
  readonly changes: readonly PointChange[];
  /** The name of what is learned, where a set offers several things; left out: its first. */
  readonly target?: string;
  /** How pictures are drawn, by the names of their set's settings, where that is not as they begin; never empty. */
  readonly settings?: Readonly<Record<string, number>>;
  /** Digits that were read from files, by their hash, take the place of drawn ones; left out: they are drawn. */
  readonly asset?: string;
  /** Inputs made from x₁ and x₂ by hand, besides them; left out: none. */
  readonly features?: readonly FeatureName[];
  /** Every input with its mean taken off, divided by its standard deviation; left out: as it is. */
  readonly standardize?: boolean;
}

/** The part of the input plane that is drawn: left, right, bottom, top in the units of x₁ and x₂. */
export type Region = readonly [left: number, right: number, bottom: number, top: number];

/**
 * What a data set generates, before hand changes and shuffling: the place of each row on the plane, rows × 2, and its
 * answer, a class or a number. Where the plane is x against y, the second coordinate is the answer.
 */
export interface Generated {
  readonly places: Float64Array;
  readonly answers: Float64Array;
}

/** The rows a run trains on, in the order it sees them; validation takes the last of them. */
export interface DataSet extends Generated {
  readonly rows: number;
  readonly target: Target;
  /** The id of the point in each row, stable under hand changes. */
  readonly ids: Int32Array;
  readonly region: Region;
}

/** What is learned of a spec's data. */
export const targetOf = ({ set, target }: DataSpec): Target => {
  const { targets } = sets[set];
  return (targets.find(({ name }) => name === target) ?? targets[0]).target;
};

/** How many classes the answers have; 0 where they are numbers. */
export const classCount = (target: Target): number => (target.kind === 'classes' ? target.count : 0);

/** Limits of the hand changes: added points, and changes in all. */
export const MOST_ADDED = 1000;
export const MOST_CHANGES = 4000;
/** The largest coordinate, in size, that a point moved or added by hand may have. */
export const FURTHEST = 100;

/** How many exact points there are: always the same ones, in their own order, without a validation set; null: not so. */
export const exactPoints = ({ set, noise }: DataSpec): number | null =>
  noise === 0 ? (sets[set].exact ?? null) : null;

/** A gate without noise is its truth table: four exact points in table order. */
export const isExactGate = (spec: DataSpec): boolean => spec.set === 'gate' && spec.noise === 0;

/** How many points the set generates before hand changes; the id of the first added point. */
export const generatedPoints = (spec: DataSpec): number => exactPoints(spec) ?? spec.points;

/** Adds and removes leave at least one row: the removal of the last one is passed over. */
export const rowsOf = (spec: DataSpec): number => {
  let next = generatedPoints(spec);
  let rows = next;
  const removed = new Set<number>();
  for (const change of spec.changes) {
    if (change.op === 'add') {
      next++;
      rows++;
    } else if (change.op === 'remove' && rows > 1 && change.id < next && !removed.has(change.id)) {
      removed.add(change.id);
      rows--;
    }
  }
  return rows;
};

/**
 * How many rows, from the first, are trained on: Keras's rule floor(n · (1 − validation_split)), the rest is
 * validation. Exact points are all trained on. Never below 1; check() refuses a share that would leave none.
 */
export const trainingRows = (spec: DataSpec, validation_split: number): number => {
  const rows = rowsOf(spec);
  if (exactPoints(spec) !== null) return rows;
  return Math.max(1, Math.floor(rows * (1 - validation_split)));
};

interface Point {
  readonly id: number;
  readonly x: readonly [number, number];
  readonly answer: number;
}

/**
 * The data set of a spec: the same spec gives the same bits everywhere. Generated rows are shuffled from the data
 * seed before Keras's validation_split cuts off the last part. Hand changes are made after that, by id, so that
 * moving or removing a point leaves the other rows' order alone; added points come first, where they are trained on.
 * Exact points keep their own order, added points after them.
 */
export const dataSet = (spec: DataSpec): DataSet => {
  const { width, region, generate } = sets[spec.set];
  const generated = generate(spec);
  const { ids, places, answers } =
    spec.changes.length > 0 ? withChanges(spec, generated) : inOrder(spec, generated);
  return {
    rows: ids.length,
    target: targetOf(spec),
    region: around(region, places),
    ids,
    places,
    answers: width === 1 ? answers.map((_, row) => places[2 * row + 1]!) : answers,
  };
};

type Rows = Pick<DataSet, 'ids' | 'places' | 'answers'>;

/** The rows as they were generated: there may be tens of thousands, so none becomes a thing of its own. */
const inOrder = (spec: DataSpec, { places, answers }: Generated): Rows => {
  const count = answers.length;
  if (exactPoints(spec) !== null)
    return { ids: Int32Array.from({ length: count }, (_, row) => row), places, answers };
  const ids = Int32Array.from(permutation(count, spec.seed, 'split', 0));
  const placed = new Float64Array(2 * count);
  const answered = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const id = ids[row]!;
    placed[2 * row] = places[2 * id]!;
    placed[2 * row + 1] = places[2 * id + 1]!;
    answered[row] = answers[id]!;
  }
  return { ids, places: placed, answers: answered };
};

const withChanges = (spec: DataSpec, { places, answers }: Generated): Rows => {
  const generated = answers.length;
  const at = (id: number): Point => ({
    id,
    x: [places[2 * id] ?? 0, places[2 * id + 1] ?? 0],
    answer: answers[id] ?? 0,
  });
  const points = changed(
    Array.from({ length: generated }, (_, id) => at(id)),
    spec,
  );
  const order = exactPoints(spec) !== null ? [...points.keys()] : shuffled(generated, spec.seed, points);
  const rows = order.flatMap((id) => points.get(id) ?? []);
  return {
    ids: Int32Array.from(rows, (point) => point.id),
    places: Float64Array.from(rows.flatMap((point) => point.x)),
    answers: Float64Array.from(rows, ({ answer }) => answer),
  };
};

/** A set's own region, made larger on all sides alike where a point would lie outside it or at its very edge. */
const around = ([left, right, bottom, top]: Region, places: Float64Array): Region => {
  const edge = 0.04;
  const [wide, tall] = [right - left, top - bottom];
  let out = -edge;
  for (let at = 0; at < places.length; at += 2) {
    const [x1, x2] = [places[at]!, places[at + 1]!];
    out = Math.max(out, (left - x1) / wide, (x1 - right) / wide, (bottom - x2) / tall, (x2 - top) / tall);
  }
  const more = Math.max(0, out + edge);
  return [left - more * wide, right + more * wide, bottom - more * tall, top + more * tall];
};

/** Ids in the order of the rows: added ones first, then the generated ones as the seed shuffles them. */
const shuffled = (generated: number, seed: number, points: ReadonlyMap<number, Point>): number[] => {
  const added = [...points.keys()].filter((id) => id >= generated);
  return [...added, ...permutation(generated, seed, 'split', 0)];
};

/** Points by id after the hand changes, in the order of their ids. Changes of points that are gone do nothing. */
const changed = (generated: readonly Point[], spec: DataSpec): ReadonlyMap<number, Point> => {
  const points = new Map(generated.map((point) => [point.id, point]));
  let next = generated.length;
  for (const change of spec.changes) {
    if (change.op === 'add') {
      points.set(next, { id: next, x: change.x, answer: change.answer });
      next++;
    } else if (change.op === 'move') {
      const point = points.get(change.id);
      if (point) points.set(change.id, { ...point, x: change.x });
    } else if (points.size > 1) {
      points.delete(change.id);
    }
  }
  return points;
};
