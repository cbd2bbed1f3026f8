import { type DataSet, trainingRows } from '../data/data.ts';
import { type Inputs, inputShape, inputsOf, networkRows } from '../data/inputs.ts';
import { build, type Model, type Rows, type Settings } from '../engine/index.ts';
import { layers as kinds, type LayerSpec } from '../engine/layers/index.ts';
import type { Refused } from '../engine/model.ts';
import type { Design } from '../experiment/experiment.ts';
import { encodingOf } from '../experiment/encoding.ts';
import { shapesOf } from '../experiment/widths.ts';
import type { Text } from '../text.ts';
import { dataOf, picturesOf, refusedRows } from './drawn.ts';

/** Everything that one design makes: the data, the split, and what the trainer needs. */
export interface Setup {
  readonly design: Design;
  readonly data: DataSet;
  /** What a place of the plane gives the network. */
  readonly inputs: Inputs;
  readonly train: Rows;
  readonly validation: Rows | null;
  readonly settings: Settings;
}

/** What a batch may need at most; a larger batch_size takes every row. */
const capacityOf = (batchSize: number, rows: number): number => Math.max(1, Math.min(batchSize, rows));

/**
 * Makes a design ready to train, or says why it cannot be. A model before it is used again where nothing that it
 * was built from has changed; otherwise the state range is the caller's to carry over.
 */
export const setUp = (design: Design, before: Setup | null): Setup | { readonly refused: Text } => {
  const wrong = refusedRows(design);
  if (wrong) return { refused: wrong };
  const data = before && before.design.data === design.data ? before.data : dataOf(design.data);
  const count = trainingRows(design.data, design.fit.validation_split);
  const capacity = capacityOf(design.fit.batch_size, count);
  const model =
    before && sameModel(before.design, design) && before.settings.model.capacity >= capacity
      ? before.settings.model
      : networkOf(design, capacity);
  if ('refused' in model) return model;
  const known = before && before.data === data && before.train.count === count ? before : null;
  const inputs = known?.inputs ?? inputsOf(design.data, data, count);
  const { train, validation } =
    known && sameAnswers(known, design, model) ? known : rowsOf(data, design, model, inputs, count);
  const settings: Settings = {
    model,
    rows: train,
    optimizer: design.compile.optimizer,
    batchSize: design.fit.batch_size,
    shuffle: design.fit.shuffle,
    seed: design.seed,
    epochs: design.fit.epochs,
    metrics: design.compile.metrics,
    ...(design.compile.metric_settings && { metricSettings: design.compile.metric_settings }),
    ...(design.fit.callbacks && { callbacks: design.fit.callbacks }),
    validation,
  };
  return { design, data, inputs, train, validation, settings };
};

/**
 * The layers, with a Flatten after the last one where it gives pictures: Keras would refuse these only when they meet
 * the answers, so that up to there they can be looked at.
 */
export const answering = ({ data, model: { layers } }: Design): readonly LayerSpec[] => {
  const out = shapesOf({ data, model: { layers } }).at(-1);
  return out && out.length > 1 ? [...layers, kinds.Flatten.create(0)] : layers;
};
/** The network of a design, for batches of so many rows at most; or why it cannot be built. */
export const networkOf = (design: Design, batchSize: number): Model | Refused => {
  const { data, compile, seed } = design;
  return build({
    inputs: inputShape(data),
    layers: answering(design),
    loss: compile.loss,
    ...(compile.loss_settings && { lossSettings: compile.loss_settings }),
    optimizer: compile.optimizer.type,
    batchSize,
    seed,
  });
};

const sameModel = (a: Design, b: Design): boolean =>
  a.model === b.model &&
  inputShape(a.data).join() === inputShape(b.data).join() &&
  a.seed === b.seed &&
  a.compile.loss === b.compile.loss &&
  a.compile.loss_settings === b.compile.loss_settings &&
  a.compile.optimizer.type === b.compile.optimizer.type;

/** Are rows that were made before still right: answers written as the loss takes them, and weights by class? */
const sameAnswers = ({ design, settings }: Setup, { compile, fit }: Design, { outputs }: Model): boolean =>
  design.compile.loss === compile.loss &&
  design.fit.class_weight === fit.class_weight &&
  settings.model.outputs === outputs;

/** The rows that are trained on, and those that are held back. */
const rowsOf = (
  data: DataSet,
  design: Design,
  model: Model,
  inputs: Inputs,
  count: number,
): Pick<Setup, 'train' | 'validation'> => {
  const pictures = picturesOf(design.data);
  pictures?.go(data.rows);
  const all = encode(data, design, model, pictures?.pixels ?? networkRows(design.data, data, inputs));
  const width = inputs.names.length;
  const weights = weightsOf(data, design, count);
  const train = { ...slice(all, 0, count, width, model.outputs), ...(weights && { weights }) };
  const validation = count < data.rows ? slice(all, count, data.rows, width, model.outputs) : null;
  return { train, validation };
};

/**
 * All rows of the data set, answers written as the loss takes them: a number for one output, else one-hot. A number
 * that meets several outputs meets each of them, as Keras spreads it.
 */
const encode = (data: DataSet, design: Design, model: Model, inputs: Rows['inputs']): Rows => {
  const units = model.outputs;
  const encoding = encodingOf(design.compile.loss, units);
  const asNumber = encoding === 'number' || (encoding === 'one-hot' && data.target.kind === 'number');
  const answers = new Float64Array(data.rows * units);
  data.answers.forEach((answer, row) => {
    if (asNumber) answers.fill(answer, row * units, (row + 1) * units);
    // As Keras, which cuts a number to a whole one where the loss asks for the number of a class.
    else if (answer > -1 && answer < units) answers[row * units + Math.trunc(answer)] = 1;
  });
  return { count: data.rows, inputs, answers };
};

/** How much each training row counts in the loss, by the weight of its class; null where all count 1. */
const weightsOf = ({ target, answers }: DataSet, { fit }: Design, count: number): Float64Array | null => {
  const { class_weight } = fit;
  if (!class_weight || target.kind === 'number') return null;
  return answers.slice(0, count).map((answer) => class_weight[answer] ?? 1);
};

const slice = (rows: Rows, from: number, to: number, inputs: number, units: number): Rows => ({
  count: to - from,
  inputs: rows.inputs.subarray(from * inputs, to * inputs),
  answers: rows.answers.subarray(from * units, to * units),
});
