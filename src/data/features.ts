import * as float64 from '../engine/numerics/float64.ts';
import type { Text } from '../text.ts';

/** An input that is made from x₁ and x₂ by hand. */
export interface Feature {
  /** Its symbol where there are two inputs, and where there is one; null: it takes both. */
  readonly symbol: string;
  readonly alone: string | null;
  readonly line: Text;
  readonly of: (first: number, second: number) => number;
}

/** In the order in which they are offered, and in which they go into the network after x₁ and x₂. */
export const features = {
  x1_squared: {
    symbol: 'x₁²',
    alone: 'x²',
    line: { en: 'how far x₁ is from 0', ko: 'x₁이 0에서 얼마나 먼지' },
    of: (first) => first * first,
  },
  x2_squared: {
    symbol: 'x₂²',
    alone: null,
    line: { en: 'how far x₂ is from 0', ko: 'x₂가 0에서 얼마나 먼지' },
    of: (_first, second) => second * second,
  },
  x1_x2: {
    symbol: 'x₁x₂',
    alone: null,
    line: { en: 'whether x₁ and x₂ go together', ko: 'x₁과 x₂가 함께 커지는지' },
    of: (first, second) => first * second,
  },
  sin_x1: {
    symbol: 'sin x₁',
    alone: 'sin x',
    line: { en: 'a wave along x₁', ko: 'x₁을 따라 출렁이는 값' },
    of: (first) => float64.sin(first),
  },
  sin_x2: {
    symbol: 'sin x₂',
    alone: null,
    line: { en: 'a wave along x₂', ko: 'x₂를 따라 출렁이는 값' },
    of: (_first, second) => float64.sin(second),
  },
} as const satisfies Record<string, Feature>;
export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as FeatureName[];
