import * as v from 'valibot';
import { firstState } from '../engine/first.ts';
import { sizeOf } from '../engine/shape.ts';
import { type ShapedLayer, shapesOf } from '../engine/shapes.ts';
import { inputShape } from '../data/inputs.ts';
import type { Design, Experiment } from '../experiment/experiment.ts';
import { parseExperiment, parseText } from '../experiment/parse.ts';
import { whole } from '../experiment/parts.ts';
import type { Text } from '../text.ts';
import { type NamedTensor, readTensors, writeTensors } from './safetensors.ts';

/** So many of so many were read rightly. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** A trained network as a file: what it is, how it was made, how good it is, and its weights. */
export interface TrainedModel {
  /** The experiment that it opens with: its layers, and data for it. */
  readonly experiment: Experiment;
  readonly training: {
    readonly pictures: number;
    readonly epochs: number;
    readonly batch_size: number;
    readonly seed: number;
  };
  readonly accuracy: {
    /** On pictures that the pen drew afterwards, none of which it had seen. */
    readonly generated: Share;
    /** On MNIST's test set of real handwriting; null: it was not there when the network was made. */
    readonly mnist: Share | null;
  };
  /** Each layer's weights in Keras's order (get_weights), layer by layer. */
  readonly weights: readonly Float32Array[];
}

const share = v.pipe(
  v.strictObject({ right: whole(0, 1e9), of: whole(1, 1e9) }),
  v.check(({ right, of }) => right <= of),
);
const about = v.strictObject({
  training: v.strictObject({
    pictures: whole(1, 1e9),
    epochs: whole(1, 1e6),
    batch_size: whole(1, 1e6),
    seed: whole(0, 0xffffffff),
  }),
  accuracy: v.strictObject({ generated: share, mnist: v.nullable(share) }),
});
const metadata = v.object({ experiment: v.string(), about: v.string() });

/** The network's layers with their shapes; null where they do not fit each other. */
const layersOf = ({ data, model }: Pick<Design, 'data' | 'model'>): readonly ShapedLayer[] | null => {
  const shaped = shapesOf(model.layers, inputShape(data));
  return 'layers' in shaped ? shaped.layers : null;
};

/** The name and the shape of each weight: "1_Conv2D/kernel", by the layer's id, its kind, and Keras's name. */
const namesOf = (layers: readonly ShapedLayer[]): readonly Omit<NamedTensor, 'numbers'>[] =>
  layers.flatMap(({ spec, shapes }) =>
    shapes.map(({ name, shape }) => ({ name: `${spec.id}_${spec.type}/${name}`, shape })),
  );

/** Reads a trained network; everything in it is checked, and its weights fit its layers. */
export const readTrained = (bytes: Uint8Array): TrainedModel | { readonly problem: Text } => {
  const read = readTensors(bytes);
  if ('problem' in read) return read;
  const words = v.safeParse(metadata, read.metadata);
  if (!words.success) return { problem: OTHER };
  const opened = parseText(words.output.experiment, parseExperiment);
  if (!opened.ok) return { problem: OTHER };
  const { experiment } = opened;
  const facts = parseText(words.output.about, (document) => v.safeParse(about, document));
  if (!('success' in facts) || !facts.success) return { problem: OTHER };
  const layers = layersOf(experiment);
  const weights = layers && weightsOf(namesOf(layers), read.tensors);
  return weights ? { experiment, ...facts.output, weights } : { problem: OTHER };
};

/** The numbers under these names, in their order; null where one is missing, of another shape, no number, or too many. */
const weightsOf = (
  names: ReturnType<typeof namesOf>,
  tensors: readonly NamedTensor[],
): readonly Float32Array[] | null => {
  const weights = names.flatMap(({ name, shape }) => {
    const found = tensors.find((tensor) => tensor.name === name);
    return found?.shape.join() === shape.join() && found.numbers.every(Number.isFinite)
      ? [found.numbers]
      : [];
  });
  return weights.length === names.length && weights.length === tensors.length ? weights : null;
};

/** The bytes of a trained network's file. Throws where the weights are not those of its layers. */
export const writeTrained = ({ experiment, weights, ...facts }: TrainedModel): Uint8Array<ArrayBuffer> => {
  const names = namesOf(layersOf(experiment) ?? []);
  if (names.length !== weights.length || names.some(({ shape }, i) => sizeOf(shape) !== weights[i]!.length)) {
    throw new Error(
      `writeTrained: expected the weights of ${names.length} tensors, ${names.map(({ shape }) => sizeOf(shape)).join(', ')} numbers, received ${weights.map(({ length }) => length).join(', ')}. Give those of the experiment's layers.`,
    );
  }
  return writeTensors({
    tensors: names.map(({ name, shape }, i) => ({ name, shape, numbers: weights[i]! })),
    metadata: { experiment: JSON.stringify(experiment), about: JSON.stringify(facts) },
  });
};

/** Weights as the state of a run of their experiment that has made no updates. */
export const stateOf = (experiment: Design, weights: readonly Float32Array[]): Float32Array =>
  firstState(layersOf(experiment) ?? [], experiment.compile.optimizer.type, weights);

const OTHER: Text = {
  en: 'This file of weights holds no network that can be opened here. Use one that Gradus has written.',
  ko: '여기서 열 수 있는 신경망이 든 파일이 아니다. Gradus가 저장한 파일을 쓰세요.',
};
