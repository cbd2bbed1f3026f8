import type { Arena } from '../../arena.ts';
import { float32, float64, type Numerics } from '../../numerics.ts';

/** What every reference kernel computes with: the memory, the rounding of its precision, its functions and its sum. */
export interface Arithmetic {
  readonly arena: Arena;
  /** Applied after every operation: Math.fround in Float32, nothing in Float64. */
  readonly round: (x: number) => number;
  readonly functions: Numerics;
  /** Sums f(0) … f(count − 1) by 8 interleaved partials and the fixed tree of the contract. */
  readonly sum: (count: number, term: (i: number) => number) => number;
}

const exactly = (x: number): number => x;

export const arithmetic = (arena: Arena): Arithmetic => {
  const round = arena.precision === 'float32' ? Math.fround : exactly;
  const p = new Float64Array(8);
  const sum = (count: number, term: (i: number) => number): number => {
    if (count === 1) return round(0 + term(0));
    p.fill(0);
    for (let i = 0; i < count; i++) p[i & 7] = round(p[i & 7]! + term(i));
    for (let width = 4; width > 0; width >>= 1) {
      for (let i = 0; i < width; i++) p[i] = round(p[i]! + p[i + width]!);
    }
    return p[0]!;
  };
  return { arena, round, functions: arena.precision === 'float32' ? float32 : float64, sum };
};
