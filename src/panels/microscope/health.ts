import type { ActivationName } from '../../engine/activations/index.ts';

/** So near to its flat end, as a share of its range, a unit is saturated there; and at so many of the points. */
const END = 0.02;
const SHARE = 0.9;

const ENDS: Partial<Record<ActivationName, readonly [low: number, high: number]>> = {
  sigmoid: [0, 1],
  tanh: [-1, 1],
  hard_sigmoid: [0, 1],
  softsign: [-1, 1],
};

export interface Health {
  /** Units that are 0 at every row. */
  readonly dead: readonly number[];
  /** Units that lie at a flat end of their activation at nine rows in ten. */
  readonly saturated: readonly number[];
}

/** How the units of a layer answer to all rows: `outputs` is rows × units. */
export const healthOf = (outputs: ArrayLike<number>, units: number, activation: ActivationName): Health => {
  const rows = outputs.length / units;
  const dead: number[] = [];
  const saturated: number[] = [];
  const ends = ENDS[activation];
  for (let unit = 0; unit < units; unit++) {
    let [zero, flat] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = outputs[row * units + unit] ?? Number.NaN;
      if (value === 0) zero++;
      if (ends) {
        const near = END * (ends[1] - ends[0]);
        if (value < ends[0] + near || value > ends[1] - near) flat++;
      }
    }
    if (rows > 0 && zero === rows) dead.push(unit);
    else if (rows > 0 && flat >= SHARE * rows) saturated.push(unit);
  }
  return { dead, saturated };
};

/** Mean, standard deviation (of the whole, as numpy.std) and ends of some numbers. */
export const statisticsOf = (values: ArrayLike<number>) => {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const spread = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length);
  return {
    mean,
    spread,
    smallest: all.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    largest: all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  };
};
