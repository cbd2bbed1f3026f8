import type { DenseSpec } from '../engine/layers/dense.ts';
import type { ActivationName } from '../engine/activations/index.ts';
import { activationOf, definitionOf, type LayerSpec, parametersOf } from '../engine/layers/index.ts';
import { isRefusal, type Shape, sizeOf } from '../engine/shape.ts';
import { inputShape } from '../data/inputs.ts';
import type { Design } from './experiment.ts';

/**
 * The shape of what goes into each layer, first to last, and of what comes out of the last; null where one cannot take
 * what comes. What comes out of a list stays a list; pictures may end as pictures, which the page explains.
 */
export const shapesThrough = (specs: readonly LayerSpec[], input: Shape): readonly Shape[] | null => {
  const shapes = [input];
  for (const spec of specs) {
    const shape = definitionOf(spec).outputShape(spec, shapes.at(-1) ?? input);
    if (isRefusal(shape) || (input.length === 1 && shape.length > 1)) return null;
    shapes.push(shape);
  }
  return shapes;
};

/** The same for a design, whose layers fit each other. */
export const shapesOf = ({ data, model }: Pick<Design, 'data' | 'model'>): readonly Shape[] => {
  const shapes = shapesThrough(model.layers, inputShape(data));
  if (shapes) return shapes;
  throw new Error(
    'shapesOf: expected layers that fit each other, received some that do not. Read the experiment with parseExperiment first.',
  );
};

/** A layer with what goes in and comes out. */
export interface ShapedLayer {
  readonly id: number;
  readonly index: number;
  readonly spec: LayerSpec;
  /** One row of what goes in and of what comes out: a list, or rows × columns × channels. */
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** Numbers in a row of what goes in, and of what comes out: its units. */
  readonly inputs: number;
  readonly units: number;
  /** What the numbers pass last. */
  readonly activation: ActivationName;
  readonly parameters: number;
}

/**
 * The first of the layers whose values give the answer away: the last one of neurons; what follows only passes its values on,
 * one by one.
 */
export const answersFrom = (layers: readonly ShapedLayer[]): number =>
  layers.findLastIndex(({ spec }) => spec.type === 'Dense');

const shaped = new WeakMap<Design['model'], { input: string; layers: readonly ShapedLayer[] }>();

/** The layers of a design with their shapes, first to last; the same objects while the model stays. */
export const shapedLayers = (design: Pick<Design, 'data' | 'model'>): readonly ShapedLayer[] => {
  const shape = inputShape(design.data);
  const input = shape.join();
  const known = shaped.get(design.model);
  if (known?.input === input) return known.layers;
  const shapes = shapesOf(design);
  const layers = design.model.layers.map((spec, index) => {
    const [comes, goes] = [shapes[index] ?? shape, shapes[index + 1] ?? shape];
    return {
      id: spec.id,
      index,
      spec,
      inputShape: comes,
      outputShape: goes,
      inputs: sizeOf(comes),
      units: sizeOf(goes),
      activation: activationOf(spec),
      parameters: parametersOf(spec, comes),
    };
  });
  shaped.set(design.model, { input, layers });
  return layers;
};

/** The output layer: the last one, always Dense. */
export const outputOf = ({ layers }: Design['model']): DenseSpec => {
  const last = layers.at(-1);
  if (last?.type === 'Dense') return last;
  throw new Error(
    `outputOf: expected a Dense layer at the end, received ${last?.type ?? 'no layer'}. Read the experiment with parseExperiment first.`,
  );
};
