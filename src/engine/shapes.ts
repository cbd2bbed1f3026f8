import { type LayerSpec, definitionOf } from './layers/index.ts';
import type { WeightShape } from './layers/layer.ts';
import { isWhole, refuseSettings } from './refuse.ts';
import { isRefusal, kerasShape, type Refusal, type Shape } from './shape.ts';

/** A layer with the shape of one row of what comes in and goes out, and its weights. */
export interface ShapedLayer {
  readonly spec: LayerSpec;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly shapes: readonly WeightShape[];
}

/** The first layer of a model, by its id, that cannot take what comes in. */
interface Stopped {
  readonly layer: number;
  readonly refusal: Refusal;
}

/** The layers with their shapes, first to last, or the first that does not fit and why. */
export const shapesOf = (
  specs: readonly LayerSpec[],
  input: Shape,
): { readonly layers: readonly ShapedLayer[] } | Stopped => {
  const layers: ShapedLayer[] = [];
  let shape = input;
  for (const spec of specs) {
    const outputShape = wrongSetting(spec) ?? definitionOf(spec).outputShape(spec, shape);
    if (isRefusal(outputShape)) return { layer: spec.id, refusal: outputShape };
    if (!isWhole(outputShape)) return { layer: spec.id, refusal: notWhole(outputShape) };
    layers.push({ spec, inputShape: shape, outputShape, shapes: definitionOf(spec).weights(spec, shape) });
    shape = outputShape;
  }
  const last = layers.at(-1);
  if (!last) {
    throw new Error('build: expected at least one layer, received none. Give the model an output layer.');
  }
  if (last.outputShape.length !== 1) return { layer: last.spec.id, refusal: notOneRow(last.outputShape) };
  return { layers };
};

/** A setting that no such layer can have. */
const wrongSetting = (spec: LayerSpec): Refusal | null => {
  const text = refuseSettings(definitionOf(spec).fields, spec);
  return text && { text, keras: '' };
};

/** A setting that is missing or makes no sense leaves sides that are no numbers of cells. */
const notWhole = (shape: Shape): Refusal => ({
  text: {
    en: `What goes out would have the shape ${kerasShape(shape)}, but every side must be a whole number of at least 1.`,
    ko: `출력의 형태가 ${kerasShape(shape)}인데 모두 1 이상의 정수여야 한다.`,
  },
  keras: '',
});

/** Answers are one list of numbers a row: an output of more axes has nothing to be compared with. */
const notOneRow = (shape: Shape): Refusal => ({
  text: {
    en: `The last layer gives ${kerasShape(shape)}, but the answer to each row is one list of numbers. Put Flatten before the output layer.`,
    ko: `마지막 층의 출력이 ${kerasShape(shape)}인데 정답은 행마다 수를 한 줄로 적은 것이다. 출력층 앞에 Flatten을 넣는다.`,
  },
  keras: '',
});
