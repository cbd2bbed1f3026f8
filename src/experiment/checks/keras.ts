/** The Keras whose words are quoted; tests/golden/pairings.json holds what it said, made by pairings.py beside it. */
const KERAS = 'Keras 3.15.1 (jax)';

type Shape = string;

/** Messages of Keras, word for word, with the shapes of the first batch in them. */
export const kerasSays = {
  callback: (error: string, words: string): string => `${KERAS}: ${error}: ${words}`,
  shapes: (target: Shape, output: Shape): string =>
    `${KERAS}: ValueError: Arguments \`target\` and \`output\` must have the same shape. ` +
    `Received: target.shape=${target}, output.shape=${output}`,
  refusal: (words: string): string => `${KERAS}: ValueError: ${words}`,
  leadingShapes: (target: Shape, output: Shape): string =>
    `${KERAS}: ValueError: Arguments \`target\` and \`output\` must have the same shape up until the last dimension: ` +
    `target.shape=${target}, output.shape=${output}`,
  broadcast: (target: Shape, output: Shape): string =>
    `${KERAS}: TypeError: sub got incompatible shapes for broadcasting: ${target}, ${output}.`,
  broadcastAll: (target: Shape, output: Shape): string =>
    `${KERAS}: ValueError: Incompatible shapes for broadcasting: shapes=[${target}, ${output}]`,
  countedFlat: (answers: number, outputs: number): string =>
    `${KERAS}: TypeError: and got incompatible shapes for broadcasting: (1, ${answers}), (1, ${outputs}).`,
  segments: (outputs: number, answers: number): string =>
    `${KERAS}: ValueError: Argument \`segment_ids\` and \`data\` should have same leading dimension. ` +
    `Got (${outputs},) v.s. (${answers},).`,
  twoDimensions: (metric: string, shapes: string): string =>
    `${KERAS}: ValueError: ${metric} expects 2D inputs with shape (batch_size, output_dim). ` +
    `Received input shapes: ${shapes}.`,
  split: (rows: number, split: number): string =>
    `${KERAS}: ValueError: Training data contains ${rows} samples, which is not sufficient to split it into a ` +
    `validation and training set as specified by \`validation_split=${split}\`. Either provide more data, or a ` +
    'different value for the `validation_split` argument.',
  softmaxOfOne: (output: Shape): string =>
    `${KERAS}: UserWarning: You are using a softmax over axis -1 of a tensor of shape ${output}. This axis has size 1. ` +
    'The softmax operation will always return the value 1, which is likely not what you intended. ' +
    'Did you mean to use a sigmoid instead?',
  categoricalOfOne: (loss: string, output: Shape): string =>
    `${KERAS}: SyntaxWarning: In loss ${loss}, expected y_pred.shape to be (batch_size, num_classes) ` +
    `with num_classes > 1. Received: y_pred.shape=${output}. ` +
    "Consider using 'binary_crossentropy' if you only have 2 classes.",
};
