import { Adagrad, type AdagradSpec } from './adagrad.ts';
import { Adam, type AdamSpec, beta1 } from './adam.ts';
import { AdamW, type AdamWSpec } from './adamw.ts';
import type { Optimizer } from './optimizer.ts';
import { RMSprop, type RMSpropSpec } from './rmsprop.ts';
import { SGD, type SGDSpec } from './sgd.ts';
import type { ScheduleSpec } from '../schedules/index.ts';

export type { SGDSpec } from './sgd.ts';

/** What a spec of an optimizer's type says, and how its learning rate changes (left out: not at all). */
export type OptimizerSpec = (SGDSpec | AdagradSpec | RMSpropSpec | AdamSpec | AdamWSpec) & {
  readonly schedule?: ScheduleSpec;
};
export type OptimizerName = OptimizerSpec['type'];

/** In the order of the course. */
export const optimizers = { SGD, Adagrad, RMSprop, Adam, AdamW };
export const optimizerNames = Object.keys(optimizers) as OptimizerName[];

/** The definition behind a spec. */
export const optimizerOf = (spec: OptimizerSpec): Optimizer<OptimizerSpec> => optimizers[spec.type];

/** An optimizer as Keras has it when only its name is given. */
export const namedOptimizer = (type: OptimizerName): OptimizerSpec => {
  const learning_rate = optimizers[type].rate.initial;
  return type === 'SGD' ? { type, learning_rate, momentum: SGD.momentum.initial } : { type, learning_rate };
};

/** The share of earlier slopes in a move: 0 only where a move is the slope of its own batch alone. */
export const momentumOf = (spec: OptimizerSpec): number => {
  switch (spec.type) {
    case 'SGD':
      return spec.momentum;
    case 'RMSprop':
      return spec.momentum ?? 0;
    case 'Adagrad':
      return 0;
    case 'Adam':
    case 'AdamW':
      return spec.beta_1 ?? beta1.initial;
  }
};

/** Is a move −η × slope and nothing else? */
export const isPlain = (spec: OptimizerSpec): boolean =>
  spec.type === 'SGD' &&
  spec.momentum === 0 &&
  !spec.weight_decay &&
  spec.clipnorm === undefined &&
  spec.clipvalue === undefined &&
  spec.global_clipnorm === undefined;
