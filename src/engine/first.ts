import { draw } from './initializers/index.ts';
import { type OptimizerName, optimizers } from './optimizers/index.ts';
import { sizeOf } from './shape.ts';
import type { ShapedLayer } from './shapes.ts';

/*
 * Where a run begins: the weights that layers have before the first update, and the state that is made of them.
 */

/** First values of one weight of a layer: a preset's own, or each number drawn by its key (seed, layer id, weight, index). */
export const drawWeight = (
  { spec, shapes }: ShapedLayer,
  weight: number,
  seed: number,
  into: Float32Array | Float64Array,
): void => {
  const start = 'start' in spec ? spec.start : undefined;
  const given = start && [start.kernel, start.bias][weight];
  const { initializer, fanIn, fanOut } = shapes[weight]!;
  for (let index = 0; index < into.length; index++) {
    const key = { seed, layer: spec.id, weight, index, fanIn, fanOut };
    into[index] = given?.[index] ?? draw(initializer, key);
  }
};

/** The first weights of a layer, in Keras's order (get_weights). */
export const firstWeights = (layer: ShapedLayer, seed: number): Float32Array[] =>
  layer.shapes.map(({ shape }, weight) => {
    const values = new Float32Array(sizeOf(shape));
    drawWeight(layer, weight, seed, values);
    return values;
  });

/**
 * Weights, each layer's in Keras's order, layer by layer, as the state of a model that has made no updates (see
 * Model.state): what gradients move, then the optimizer's slots, all 0, then statistics.
 */
export const firstState = (
  layers: readonly ShapedLayer[],
  optimizer: OptimizerName,
  weights: readonly Float32Array[],
): Float32Array => {
  const kinds = layers.flatMap(({ shapes }) => shapes);
  const of = (statistic: boolean): readonly Float32Array[] =>
    weights.filter((_, i) => (kinds[i]?.statistic ?? false) === statistic);
  const [learned, statistics] = [of(false), of(true)];
  const count = learned.reduce((sum, { length }) => sum + length, 0);
  const slots = new Float32Array(count * optimizers[optimizer].slots.length);
  const parts = [...learned, slots, ...statistics];
  const state = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    state.set(part, at);
    at += part.length;
  }
  return state;
};

/** The weights in a state of a model of these layers, each layer's in Keras's order, whatever slots lie among them. */
export const weightsIn = (layers: readonly ShapedLayer[], state: Float32Array): Float32Array[][] => {
  const moving = layers.flatMap(({ shapes }) => shapes.filter(({ statistic }) => statistic));
  let learned = 0;
  let statistics = state.length - moving.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return layers.map(({ shapes }) =>
    shapes.map(({ shape, statistic }) => {
      const from = statistic ? statistics : learned;
      const size = sizeOf(shape);
      if (statistic) statistics += size;
      else learned += size;
      return state.slice(from, from + size);
    }),
  );
};
