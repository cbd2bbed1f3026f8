import type { OptimizerKernels } from '../optimizers.ts';
import type { Arithmetic } from './arithmetic.ts';

type Clipping = Pick<
  OptimizerKernels,
  'weightDecay' | 'clipNorm' | 'clipValue' | 'sumOfSquares' | 'clipByGlobalNorm'
>;

/** limit · min(1 / √squares, 1 / limit) */
export const globalFactor = (squares: number, limit: number, round: Arithmetic['round']): number => {
  const most = round(limit);
  const norm = round(Math.sqrt(round(squares)));
  return round(most * Math.min(round(1 / norm), round(1 / most)));
};

/** What happens to weights and gradients before an optimizer's own step. */
export const clipping = ({ arena, round, sum }: Arithmetic): Clipping => {
  const squares = (x: number, count: number): number => {
    const m = arena.memory;
    return sum(count, (i) => round(m[x + i]! * m[x + i]!));
  };
  return {
    weightDecay(weights, count, rate, decay) {
      const m = arena.memory;
      const eta = round(rate);
      const lambda = round(decay);
      for (let i = 0; i < count; i++) {
        const w = m[weights + i]!;
        m[weights + i] = round(w - round(round(w * lambda) * eta));
      }
    },
    clipNorm(x, count, limit) {
      const m = arena.memory;
      const most = round(limit);
      const divisor = Math.max(round(Math.sqrt(squares(x, count))), most);
      for (let i = 0; i < count; i++) m[x + i] = round(round(m[x + i]! * most) / divisor);
    },
    clipValue(x, count, limit) {
      const m = arena.memory;
      const most = round(limit);
      for (let i = 0; i < count; i++) m[x + i] = Math.min(Math.max(m[x + i]!, -most), most);
    },
    sumOfSquares: squares,
    clipByGlobalNorm(x, count, total, limit) {
      const m = arena.memory;
      const factor = globalFactor(total, limit, round);
      for (let i = 0; i < count; i++) m[x + i] = round(m[x + i]! * factor);
    },
  };
};
