import type { Target } from '../../data/target.ts';

/** Decimals that numbers are read with: three, and one where the answers count in tens. */
export const digitsOf = (target: Target): number =>
  target.kind === 'number' && target.high - target.low >= 20 ? 1 : 3;
