import type { Arena } from '../arena.ts';
import type { Kernels } from './kernels.ts';
import { plainPrograms } from './programs.ts';
import { activations } from './reference/activations.ts';
import { arithmetic } from './reference/arithmetic.ts';
import { image } from './reference/image.ts';
import { layer } from './reference/layer.ts';
import { losses } from './reference/losses.ts';
import { matrix } from './reference/matrix.ts';
import { optimizers } from './reference/optimizers.ts';
import { pointwise } from './reference/pointwise.ts';
import { regression } from './reference/regression.ts';

/** The plain kernels over an arena's memory: in Float32 they *are* the bits that faster ones must equal. */
export const referenceKernels = (arena: Arena): Kernels => {
  const a = arithmetic(arena);
  return {
    ...plainPrograms(arena),
    ...matrix(a),
    ...activations(a),
    ...pointwise(a),
    ...losses(a),
    ...regression(a),
    ...image(a),
    ...layer(a),
    ...optimizers(a),
  };
};
