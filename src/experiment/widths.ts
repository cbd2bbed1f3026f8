import type { DenseSpec } from '../engine/layers/dense.ts';
import type { ActivationName } from '../engine/activations/index.ts';
import { activationOf, definitionOf, type LayerSpec, parametersOf } from '../engine/layers/index.ts';
import { isRefusal } from '../engine/shape.ts';
import { inputWidth } from '../data/inputs.ts';
import type { Design } from './experiment.ts';

/** How many numbers go into each layer, first to last, and out of the last; null where one cannot take what comes. */
export const widthsThrough = (specs: readonly LayerSpec[], inputs: number): readonly number[] | null => {
  const widths = [inputs];
  for (const spec of specs) {
    const shape = definitionOf(spec).outputShape(spec, [widths.at(-1) ?? inputs]);
    const [width, ...others] = isRefusal(shape) ? [] : shape;
    if (width === undefined || others.length > 0) return null;
    widths.push(width);
  }
  return widths;
};

/** The same for a design, whose layers fit each other. */
export const widthsOf = ({ data, model }: Pick<Design, 'data' | 'model'>): readonly number[] => {
  const widths = widthsThrough(model.layers, inputWidth(data));
  if (widths) return widths;
  throw new Error(
    'widthsOf: expected layers that fit each other, received some that do not. Read the experiment with parseExperiment first.',
  );
};

/** A layer with what goes in and comes out. */
export interface ShapedLayer {
  readonly id: number;
  readonly index: number;
  readonly spec: LayerSpec;
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

const shaped = new WeakMap<Design['model'], { width: number; layers: readonly ShapedLayer[] }>();

/** The layers of a design with their shapes, first to last; the same objects while the model stays. */
export const shapedLayers = (design: Pick<Design, 'data' | 'model'>): readonly ShapedLayer[] => {
  const width = inputWidth(design.data);
  const known = shaped.get(design.model);
  if (known?.width === width) return known.layers;
  const widths = widthsOf(design);
  const layers = design.model.layers.map((spec, index) => ({
    id: spec.id,
    index,
    spec,
    inputs: widths[index] ?? width,
    units: widths[index + 1] ?? width,
    activation: activationOf(spec),
    parameters: parametersOf(spec, [widths[index] ?? width]),
  }));
  shaped.set(design.model, { width, layers });
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
