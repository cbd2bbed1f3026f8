import type { Answers } from '../data/data.ts';
import { GATES } from '../data/gates.ts';
import type { PictureSetName } from '../data/pictures/index.ts';
import type { DenseSpec } from '../engine/layers/dense.ts';
import { rebase } from './apply.ts';
import type { Experiment } from './experiment.ts';
import { buildXor, chooseSet } from './moves.ts';
import { opening } from './presets.ts';

const onGate = (answers: Answers): Experiment => rebase(opening, 0, { data: { answers } });

/** y = wx on three points, from w = 0: the loss is exactly (w − 2)², and every update sees all three. */
export const oneWeight: Experiment = {
  ...opening,
  data: { ...opening.data, set: 'three', points: 30 },
  model: {
    layers: [
      {
        type: 'Dense',
        id: 1,
        units: 1,
        activation: 'linear',
        use_bias: false,
        kernel_initializer: 'zeros',
      },
    ],
  },
  compile: {
    loss: 'mean_squared_error',
    optimizer: { type: 'SGD', learning_rate: 0.25, momentum: 0 },
    metrics: [],
  },
  fit: { ...opening.fit, batch_size: 3 },
};

const sigmoid = (
  id: number,
  units: number,
  kernel: readonly number[],
  bias: readonly number[],
): DenseSpec => ({
  type: 'Dense',
  id,
  units,
  activation: 'sigmoid',
  start: { kernel, bias },
});

/** All four rows in one batch, at a learning rate of its own. */
const descent = (answers: Answers, layers: readonly DenseSpec[], learning_rate: number): Experiment =>
  rebase(opening, 0, {
    data: { answers },
    model: { layers },
    compile: { optimizer: { type: 'SGD', learning_rate, momentum: 0 } },
  });

/** Pictures of a set, and the CNN that comes with them. */
const onPictures = (set: PictureSetName): Experiment => rebase(opening, 0, chooseSet(opening, set));
/**
 * Eight hidden layers of sigmoids on two moons: what reaches the first one is a hundred-thousandth of what the output has,
 * and the loss stays at 0.693. From these first weights it learns, within a hundred epochs, once the hidden layers are
 * relu, whether they become so one after the other or all at once.
 */
export const vanishing: Experiment = {
  ...opening,
  data: { ...opening.data, set: 'moons', noise: 0.1, points: 200 },
  model: {
    layers: Array.from({ length: 9 }, (_, index) => ({
      type: 'Dense',
      id: index < 8 ? index + 2 : 1,
      units: index < 8 ? 6 : 1,
      activation: 'sigmoid',
    })),
  },
  compile: { ...opening.compile, optimizer: { type: 'SGD', learning_rate: 0.1, momentum: 0 } },
  fit: { ...opening.fit, batch_size: 32 },
  seed: 4,
};

/** What `#demo=…` opens, by its name there. */
export const demos = {
  and: opening,
  or: onGate(GATES.OR),
  nand: onGate(GATES.NAND),
  xor: onGate(GATES.XOR),
  'hand-xor': rebase(opening, 0, buildXor(opening)),
  'one-weight': oneWeight,
  /** One perceptron, whose numbers gradient descent is told with. */
  'one-and': descent(GATES.AND, [sigmoid(1, 1, [1, -1], [0])], 1),
  /** Two soft neurons in the shapes of OR and NAND, and one in that of AND: error backpropagation. */
  'two-xor': descent(
    GATES.XOR,
    [sigmoid(2, 2, [1, -1, 1, -1], [-0.5, 1.5]), sigmoid(1, 1, [1, 1], [-1.5])],
    2,
  ),
  digits: onPictures('digits'),
  /** Small enough to read every number. */
  stripes: onPictures('stripes'),
  vanishing,
} as const satisfies Record<string, Experiment>;
