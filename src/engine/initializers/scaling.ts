import { normal, uniform } from '../random.ts';
import type { Draw, Initializer } from './initializer.ts';

/** By what the variance is scaled down: the inputs of a unit, or the mean of its inputs and outputs. */
type Fans = 'in' | 'average';

const fansOf = (fans: Fans, { fanIn, fanOut }: Draw): number =>
  Math.max(1, fans === 'in' ? fanIn : (fanIn + fanOut) / 2);

/** Standard deviation of a normal distribution with variance 1 that is cut off at ±2 (keras.initializers.VarianceScaling). */
const CUT_DEVIATION = 0.8796256610342398;

/** More attempts than any key needs: each ends within ±2 with a chance of 95.4 %. */
const ATTEMPTS = 64;
/** Weights of one layer never reach this number, so that attempts at one meet no other's keys. */
const MOST_WEIGHTS = 16;

/** Normal with mean 0 and variance 1, drawn again (under the next key) until it lies within ±2. */
const cutNormal = ({ seed, layer, weight, index }: Draw): number => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const value = normal(seed, 'weights', layer, weight + MOST_WEIGHTS * attempt, index);
    if (Math.abs(value) < 2) return value;
  }
  return 0;
};

/** Normal with variance scale / fans, cut off at two of its deviations before it is stretched to that variance. */
export const scaledNormal = (name: string, scale: number, fans: Fans): Initializer => ({
  name,
  fields: [],
  draw: (draw) => (Math.sqrt(scale / fansOf(fans, draw)) / CUT_DEVIATION) * cutNormal(draw),
});

/** Uniform in ±√(3 · scale / fans), which has the variance scale / fans. */
export const scaledUniform = (name: string, scale: number, fans: Fans): Initializer => ({
  name,
  fields: [],
  draw: (draw) => {
    const limit = Math.sqrt((3 * scale) / fansOf(fans, draw));
    return (2 * uniform(draw.seed, 'weights', draw.layer, draw.weight, draw.index) - 1) * limit;
  },
});
