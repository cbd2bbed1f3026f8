import { definitionOf, layers, layerTypes, type LayerType } from '../../engine/layers/index.ts';
import { isRefusal, type Shape, sizeOf } from '../../engine/shape.ts';

/** What a layer of a kind makes of a shape, every field at its initial value; null where it does not take it. */
const outOf = (type: LayerType, input: Shape): Shape | null => {
  const spec = layers[type].create(1);
  const shape = definitionOf(spec).outputShape(spec, input);
  return isRefusal(shape) ? null : shape;
};

/** A picture of one channel: what only arranges numbers gives its size and takes a list as it is. */
const PICTURE = [2, 3, 1];

/** Does a layer of this kind only lay numbers out anew? Then it does nothing to a list. */
const onlyArranges = (type: LayerType): boolean => {
  const [list, picture] = [outOf(type, [5]), outOf(type, PICTURE)];
  return list?.[0] === 5 && picture?.length === 1 && picture[0] === sizeOf(PICTURE);
};

/**
 * The kinds of layer that take such an input, in the order of the course: the usual ones, and those a first course does
 * without or that do nothing to a list. A list stays a list.
 */
export const offersFor = (
  input: Shape,
): { readonly usual: readonly LayerType[]; readonly more: readonly LayerType[] } => {
  const list = input.length === 1;
  const fitting = layerTypes.filter((type) => {
    const shape = outOf(type, input);
    return shape !== null && (!list || shape.length === 1);
  });
  const rare = (type: LayerType): boolean => 'more' in layers[type] || (list && onlyArranges(type));
  return { usual: fitting.filter((type) => !rare(type)), more: fitting.filter(rare) };
};
