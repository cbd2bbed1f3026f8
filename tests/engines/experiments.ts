import { rebase } from '../../src/experiment/apply.ts';
import type { Design, Experiment, Patch } from '../../src/experiment/experiment.ts';
import { chooseSet, chooseTarget } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';

/** Updates until the weights are compared. */
export const UPDATES = 1000;

const after = (experiment: Experiment, ...moves: readonly ((design: Design) => Patch)[]): Experiment =>
  moves.reduce((made, move) => rebase(made, 0, move(made)), experiment);

/** Four experiments that stop by themselves after 1,000 updates and together use much of the engine. */
export const experiments: Readonly<Record<string, Experiment>> = {
  'one neuron on AND, SGD with Nesterov momentum, one row at a time': after(opening, () => ({
    compile: { optimizer: { type: 'SGD', learning_rate: 0.1, momentum: 0.9, nesterov: true } },
    fit: { batch_size: 1, epochs: 250 },
  })),
  'two moons, 2-8-8-1 of tanh, Adam, shuffled batches of 16': after(
    opening,
    (design) => chooseSet(design, 'moons'),
    () => ({
      model: {
        layers: [
          { type: 'Dense', id: 1, units: 8, activation: 'tanh' },
          { type: 'Dense', id: 2, units: 8, activation: 'tanh' },
          { type: 'Dense', id: 3, units: 1, activation: 'sigmoid' },
        ],
      },
      compile: { optimizer: { type: 'Adam', learning_rate: 0.01 } },
      fit: { batch_size: 16, epochs: 100 },
    }),
  ),
  'grades in three classes by softmax, L1L2, RMSprop whose rate falls like a cosine, weighted classes': after(
    opening,
    (design) => chooseSet(design, 'grades'),
    (design) => chooseTarget(design, 'grade'),
    () => ({
      model: {
        layers: [
          {
            type: 'Dense',
            id: 1,
            units: 7,
            activation: 'elu',
            kernel_initializer: 'he_normal',
            kernel_regularizer: { type: 'L1L2', l1: 0.001, l2: 0.01 },
          },
          { type: 'Dense', id: 2, units: 3, activation: 'softmax' },
        ],
      },
      compile: {
        optimizer: {
          type: 'RMSprop',
          learning_rate: 0.01,
          momentum: 0.5,
          centered: true,
          schedule: { type: 'CosineDecay', decay_steps: 800 },
        },
      },
      fit: { batch_size: 12, epochs: 100, class_weight: [2, 1, 1.5] },
    }),
  ),
  'a spiral with made inputs through BatchNormalization, gelu, Dropout and softplus, AdamW with clipped slopes':
    after(
      opening,
      (design) => chooseSet(design, 'spiral'),
      () => ({
        data: { features: ['x1_squared', 'x1_x2', 'sin_x1'], standardize: true },
      }),
      () => ({
        model: {
          layers: [
            { type: 'Dense', id: 1, units: 9, activation: 'linear', kernel_initializer: 'lecun_normal' },
            { type: 'BatchNormalization', id: 2, momentum: 0.9 },
            { type: 'Activation', id: 3, activation: 'gelu' },
            { type: 'Dropout', id: 4, rate: 0.2 },
            { type: 'Dense', id: 5, units: 5, activation: 'softplus' },
            { type: 'Dense', id: 6, units: 1, activation: 'sigmoid' },
          ],
        },
        compile: { optimizer: { type: 'AdamW', learning_rate: 0.005, clipnorm: 1 } },
        fit: { batch_size: 16, epochs: 100 },
      }),
    ),
};
