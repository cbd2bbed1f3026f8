import { type ActivationName, activations } from '../../engine/activations/index.ts';
import { slopeAt } from '../../engine/slope.ts';
import { linePath } from '../../ui/charts/linePath.ts';
import { linear, clamped } from '../../ui/charts/linear.ts';

/** The size of one small chart, in px, and what is left at its edges. */
export const WIDTH = 92;
export const HEIGHT = 58;
const INSET = 4;
const SAMPLES = 96;
/** f′ of all activations on one scale: that the sigmoid’s stays below ¼ is seen beside one that goes up to 1. */
const SLOPES = [-0.2, 1.2] as const;

/** One curve in its chart: its path, the upright place of 0 and of 1, and where a z stands on it. */
export interface Drawn {
  readonly path: string;
  readonly zero: number;
  readonly one: number;
  readonly dots: (sums: Iterable<number>) => string;
}

/** f and f′ of an activation over −reach … reach; null where one output depends on all sums. */
export const curvesOf = (
  name: ActivationName,
  reach: number,
): { readonly value: Drawn; readonly slope: Drawn } | null => {
  const { curve, range } = activations[name];
  if (!curve) return null;
  const low = range.low ?? Math.min(curve(-reach), 0);
  const high = range.high ?? Math.max(curve(reach), 0);
  return {
    // An exponential is cut where a line would leave the chart.
    value: drawn(curve, reach, [low, Math.min(high, reach)], name === 'step' ? [0] : []),
    slope: drawn((z) => slopeAt(name, z), reach, SLOPES, corners(name)),
  };
};

/** Where f′ jumps: it is drawn with a gap there, and not as the slope between two samples. */
const corners = (name: ActivationName): readonly number[] =>
  name === 'hard_sigmoid' ? [-3, 3] : ['relu', 'leaky_relu', 'selu'].includes(name) ? [0] : [];

const drawn = (
  curve: (z: number) => number,
  reach: number,
  [low, high]: readonly [number, number],
  jumps: readonly number[],
): Drawn => {
  const x = clamped([-reach, reach], [INSET, WIDTH - INSET]);
  const upright = [HEIGHT - INSET, INSET] as const;
  const y = linear([low, high], upright);
  const held = clamped([low, high], upright);
  const places: ([number, number] | null)[] = [];
  // In the middles of equal stretches: none of them falls on a corner.
  const sample = (i: number): number => ((2 * i + 1) / SAMPLES - 1) * reach;
  for (let i = 0; i < SAMPLES; i++) {
    const z = sample(i);
    const value = curve(z);
    if (jumps.some((jump) => sample(i - 1) < jump && jump < z)) places.push(null);
    places.push(value > high || value < low ? null : [x(z), y(value)]);
  }
  return {
    path: linePath(places, 1),
    zero: y(0),
    one: y(1),
    dots: (sums) => {
      let path = '';
      for (const z of sums) path += `M${x(z).toFixed(1)},${held(curve(z)).toFixed(1)}h0`;
      return path;
    },
  };
};

/** So far from 0 the charts go: 4, and 8 where sums lie beyond that; what lies further stands at the edge. */
export const reachOf = (sums: ArrayLike<number>): number => {
  let reach = 4;
  for (let i = 0; i < sums.length; i++) if (Math.abs(sums[i] ?? 0) > 4) reach = 8;
  return reach;
};

/** At most so many dots are drawn: as many of the batch, evenly apart. */
const MOST = 240;
export const some = (sums: Float32Array): Float32Array => {
  const every = Math.ceil(sums.length / MOST);
  return every <= 1 ? sums : sums.filter((_z, index) => index % every === 0);
};
