import type { Answers } from '../data/data.ts';
import { GATES } from '../data/gates.ts';
import { rebase } from './apply.ts';
import type { Experiment } from './experiment.ts';
import { buildXor } from './moves.ts';
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

export const demos = {
  and: opening,
  or: onGate(GATES.OR),
  nand: onGate(GATES.NAND),
  xor: onGate(GATES.XOR),
  'hand-xor': rebase(opening, 0, buildXor(opening)),
  'one-weight': oneWeight,
} as const satisfies Record<string, Experiment>;

export const demoNames = Object.keys(demos).join(', ');

/** What `#demo=…` opens, by its name there. */
export const demoOf = (name: string): Experiment | null =>
  Object.entries(demos).find(([known]) => known === name)?.[1] ?? null;
