import { normal } from '../../engine/random.ts';
import type { Model } from '../../engine/index.ts';
import { sizeOf } from '../../engine/shape.ts';
import type { Directions, WeightPlace } from './landscape.ts';
import type { Passed } from './path.ts';
import { dot, principalOf } from './principal.ts';

/** A plane across the weights of a network that goes through its present ones. */
export interface Plane {
  /** The first layer whose weights differ from place to place. */
  readonly first: number;
  readonly shares: readonly [number, number] | null;
  /** The present weights on it. */
  readonly at: readonly [number, number];
  /** The coordinates of weights, seen from straight above it. */
  coordinates(weights: ArrayLike<number>): [number, number];
  /** The weights at a place of it, as Float32 holds them, written into the memory of a model from a place on. */
  put(across: number, up: number, memory: Memory, to: number): void;
  /** How a gradient slopes along it: ∂L/∂across and ∂L/∂up. */
  slopes(gradient: ArrayLike<number>): [number, number];
  /** The coordinates of a way through the weights, e.g. of a move. */
  along(way: ArrayLike<number>): [number, number];
}

type Memory = Float32Array | Float64Array;

/** Moments of a path that its principal directions come from: the work grows with their square. */
const MOMENTS = 48;

/**
 * Lays the plane of two directions through the present weights of a model, the last of the `path`; null where they span
 * none.
 */
export function* layPlane(
  model: Model,
  directions: Directions,
  path: readonly Passed[],
): Generator<void, Plane | null> {
  const here = path.at(-1)!.weights;
  if (directions.kind === 'weights') return alongWeights(model, here, directions.across, directions.up);
  const start = path[0]!.weights;
  if (directions.kind === 'random') {
    const across = drawn(model, here, directions.seed, 0);
    yield;
    const up = squared(drawn(model, here, directions.seed, 1), across);
    yield;
    return up && spanned(here, start, across, up, null);
  }
  const every = Math.ceil(path.length / MOMENTS);
  const moments = path.filter((_passed, i) => (path.length - 1 - i) % every === 0);
  const found = yield* principalOf(
    moments.map(({ weights }) => weights),
    2,
  );
  const [across, up] = found.directions;
  return across && up ? spanned(here, start, across, up, [found.shares[0]!, found.shares[1]!]) : null;
}

const alongWeights = (
  { layers, ranges }: Model,
  here: ArrayLike<number>,
  across: WeightPlace,
  up: WeightPlace,
): Plane | null => {
  const indexOf = ({ layer, at }: WeightPlace): number | null => {
    const own = layers[layer];
    return own && at < own.count ? own.at - ranges.weights + at : null;
  };
  const [i, j] = [indexOf(across), indexOf(up)];
  if (i === null || j === null || i === j) return null;
  const read = (from: ArrayLike<number>): [number, number] => [from[i]!, from[j]!];
  return {
    first: Math.min(across.layer, up.layer),
    shares: null,
    at: read(here),
    coordinates: read,
    slopes: read,
    along: read,
    put(x, y, memory, to) {
      memory[to + i] = x;
      memory[to + j] = y;
    },
  };
};

/** The plane of two ways at right angles and equally long; its coordinates are 0 at the `start`. */
const spanned = (
  here: ArrayLike<number>,
  start: ArrayLike<number>,
  across: Float64Array,
  up: Float64Array,
  shares: Plane['shares'],
): Plane => {
  const square = dot(across, across);
  const slopes = (gradient: ArrayLike<number>): [number, number] => [
    dot(across, gradient),
    dot(up, gradient),
  ];
  const along = (way: ArrayLike<number>): [number, number] => {
    const [x, y] = slopes(way);
    return [x / square, y / square];
  };
  const [startAcross, startUp] = along(start);
  const coordinates = (weights: ArrayLike<number>): [number, number] => {
    const [x, y] = along(weights);
    return [x - startAcross, y - startUp];
  };
  const at = coordinates(here);
  return {
    first: 0,
    shares,
    at,
    coordinates,
    slopes,
    along,
    put(x, y, memory, to) {
      const [a, b] = [x - at[0], y - at[1]];
      for (let i = 0; i < here.length; i++) memory[to + i] = here[i]! + a * across[i]! + b * up[i]!;
    },
  };
};

/**
 * A way drawn at random in which every neuron's or filter's weights together, and every bias, are as long as they are in
 * the network: the loss does not change where one layer's weights are made larger and the next one's smaller by as much,
 * and so neither should its picture (Li et al. 2018, section 4).
 */
const drawn = (
  { layers, ranges }: Model,
  here: ArrayLike<number>,
  seed: number,
  which: number,
): Float64Array => {
  const way = new Float64Array(ranges.count);
  for (const { spec, weights, at, count } of layers) {
    for (const { at: first, shape } of weights) {
      // What no gradient moves is no part of it.
      if (first < at || first >= at + count) continue;
      const from = first - ranges.weights;
      const size = sizeOf(shape);
      const parts = shape.length > 1 ? shape.at(-1)! : 1;
      for (let i = 0; i < size; i++) {
        way[from + i] = normal(seed, 'landscape', spec.id, which, first - at + i);
      }
      for (let part = 0; part < parts; part++) {
        let [long, wanted] = [0, 0];
        for (let i = from + part; i < from + size; i += parts) {
          long += way[i]! * way[i]!;
          wanted += here[i]! * here[i]!;
        }
        for (let i = from + part; i < from + size; i += parts) way[i]! *= Math.sqrt(wanted / long);
      }
    }
  }
  return way;
};

/** The part of a way at right angles to another, made as long as that; null where it has none. */
const squared = (way: Float64Array, other: Float64Array): Float64Array | null => {
  const square = dot(other, other);
  const share = dot(way, other) / square;
  const left = way.map((value, i) => value - share * other[i]!);
  const scale = Math.sqrt(square / dot(left, left));
  return Number.isFinite(scale) && scale < 1e6 ? left.map((value) => value * scale) : null;
};
