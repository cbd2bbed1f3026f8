import { definitionOf } from '../../engine/layers/index.ts';
import type { ShapedLayer } from '../../experiment/widths.ts';

/** "2×2" */
export const poolOf = ({ spec, inputShape }: ShapedLayer): string => {
  const window = definitionOf(spec).window?.(spec, inputShape);
  return window ? `${window.tall}×${window.wide}` : '';
};

/** Is the largest kept, rather than the mean taken? */
export const keepsLargest = ({ spec }: ShapedLayer): boolean =>
  spec.type === 'MaxPooling2D' || spec.type === 'GlobalMaxPooling2D';

export const isPooling = ({ spec }: ShapedLayer): boolean => spec.type.endsWith('Pooling2D');
