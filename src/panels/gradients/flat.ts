import type { LayerGradients } from '../../worker/gradients.ts';

/** How many units of a layer let next to nothing through; of a relu the dead ones, of others the saturated. */
export const flatOf = ({ dead, saturated }: LayerGradients): number => dead.length + saturated.length;
