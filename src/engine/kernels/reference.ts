import type { Arena } from '../arena.ts';
import type { Kernels } from './kernels.ts';
import { activations } from './reference/activations.ts';
import { arithmetic } from './reference/arithmetic.ts';
import { losses } from './reference/losses.ts';
import { matrix } from './reference/matrix.ts';

/** The plain kernels over an arena's memory: in Float32 they *are* the bits that faster ones must equal. */
export const referenceKernels = (arena: Arena): Kernels => {
  const a = arithmetic(arena);
  return { ...matrix(a), ...activations(a), ...losses(a) };
};
