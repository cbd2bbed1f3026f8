import type { ActivationName } from './activations/index.ts';
import { slopesAt } from './slope.ts';

/** A unit is flat at a row where |f′(z)| is below this share of the largest that its activation has … */
const FLAT = 0.01;
/** … and saturated where it is flat at so many of the rows. */
const SHARE = 0.9;

/**
 * The largest |f′| of the activations that flatten towards an end: of sigmoid ¼ at 0, of tanh and softsign 1 at 0, of hard
 * sigmoid 1/6; elu and softplus approach 1, selu its scale × alpha at 0; gelu and silu are steepest at √2 and at 2.3994.
 */
export const steepest: Partial<Record<ActivationName, number>> = {
  sigmoid: 0.25,
  tanh: 1,
  relu: 1,
  elu: 1,
  selu: 1.7580993408473766,
  gelu: 1.1289043,
  silu: 1.0998393,
  softplus: 1,
  softsign: 1,
  hard_sigmoid: 1 / 6,
};

/** Units through which next to nothing comes: the same for every panel that says so. */
export interface FlatUnits {
  /** Of a relu those that are 0 at every row. */
  readonly dead: readonly number[];
  /** Of other activations those that are flat at nine rows in ten. */
  readonly saturated: readonly number[];
}

/** How often each unit is flat, by its slopes f′(z): at rows, and of a filter at places of rows too. */
export const countFlat = (
  activation: ActivationName,
  slopes: ArrayLike<number>,
  channels: number,
): Uint32Array => {
  const flat = new Uint32Array(channels);
  const least = FLAT * (steepest[activation] ?? 0);
  for (let i = 0; i < slopes.length; i++) if (Math.abs(slopes[i]!) < least) flat[i % channels]! += 1;
  return flat;
};

/** What that comes to, of so many rows. */
export const judgeFlat = (activation: ActivationName, flat: Uint32Array, of: number): FlatUnits => {
  const relu = activation === 'relu';
  const found = [...flat.keys()].filter((unit) => flat[unit]! >= (relu ? of : SHARE * of));
  return { dead: relu ? found : [], saturated: relu ? [] : found };
};

/** The flat units of a layer, by its sums z: rows × units. */
export const flatUnits = (activation: ActivationName, sums: ArrayLike<number>, units: number): FlatUnits => {
  const rows = sums.length / units;
  if (rows === 0 || steepest[activation] === undefined) return { dead: [], saturated: [] };
  return judgeFlat(activation, countFlat(activation, slopesAt(activation, sums), units), rows);
};
