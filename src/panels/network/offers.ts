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
 * The kinds of layer that take a list of `width` numbers and give a list, in the order of the course: the usual ones,
 * and those a first course does without or that do nothing to a list.
 */
export const offersFor = (
  width: number,
): { readonly usual: readonly LayerType[]; readonly more: readonly LayerType[] } => {
  const fitting = layerTypes.filter((type) => outOf(type, [width])?.length === 1);
  const rare = (type: LayerType): boolean => 'more' in layers[type] || onlyArranges(type);
  return { usual: fitting.filter((type) => !rare(type)), more: fitting.filter(rare) };
};
