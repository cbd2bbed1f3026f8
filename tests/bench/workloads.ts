import { digits, images, points, type Training, xor } from './data.ts';
import type { Make } from './program.ts';
import * as brain from './programs/brain.ts';
import * as convnet from './programs/convnet.ts';
import * as gradus from './programs/gradus.ts';
import * as jax from './programs/jax.ts';
import * as byHand from './programs/jax-by-hand.ts';
import * as convolution from './programs/jax-convolution.ts';
import * as tfjs from './programs/tfjs.ts';

/** How a rate is said. */
export type Unit = 'steps/s' | 'samples/s' | 'ms' | 'GFLOP/s';

/** What programs do side by side: the same computation, from the same numbers. */
export interface Task {
  readonly id: string;
  readonly unit: Unit;
  /** Steps, samples or floating-point operations in one step. */
  readonly amount: number;
  /** Steps before programs are compared. */
  readonly steps: number;
  /** What is compared: the loss at the weights reached, or the numbers themselves. */
  readonly training?: Training;
}

export const OURS = 'gradus';

export interface Contender {
  readonly task: string;
  /** Ours, or the package with the form it is used in. */
  readonly program: string;
  readonly make: Make;
  /** Whether it must come to the same numbers: false where its own design forbids, as the notes say. */
  readonly same: boolean;
}

/** Tasks and programs that take turns in one process or page. */
export interface Workload {
  readonly id: string;
  readonly tasks: readonly Task[];
  readonly contenders: readonly Contender[];
}

/** Tasks that are also measured with two threads. */
export const THREADED: readonly string[] = ['w4', 'w5'];

const contend = (
  task: string,
  programs: Readonly<Record<string, Make>>,
  others: Readonly<Record<string, Make>> = {},
) => [
  ...Object.entries(programs).map(([program, make]): Contender => ({ task, program, make, same: true })),
  ...Object.entries(others).map(([program, make]): Contender => ({ task, program, make, same: false })),
];

const w1 = (): Workload => ({
  id: 'w1',
  tasks: [{ id: 'w1', unit: 'steps/s', amount: 1, steps: 100, training: xor() }],
  contenders: contend(
    'w1',
    { [OURS]: gradus.w1, 'tfjs cpu': tfjs.w1('cpu'), 'tfjs wasm': tfjs.w1('wasm'), 'jax-js': jax.w1 },
    { 'brain.js': brain.w1, convnetjs: convnet.w1 },
  ),
});

const w2 = (): Workload => ({
  id: 'w2',
  tasks: [{ id: 'w2', unit: 'samples/s', amount: 10, steps: 100, training: points(200, 10) }],
  contenders: contend(
    'w2',
    { [OURS]: gradus.w2, 'tfjs cpu': tfjs.w2('cpu'), 'tfjs wasm': tfjs.w2('wasm'), 'jax-js': jax.w2 },
    { convnetjs: convnet.w2 },
  ),
});

const w3 = (): Workload => ({
  id: 'w3',
  tasks: [
    { id: 'w3', unit: 'ms', amount: 1, steps: 20, training: digits(false) },
    { id: 'w3 adam', unit: 'ms', amount: 1, steps: 20, training: digits(true) },
  ],
  contenders: [
    ...contend('w3', {
      [OURS]: gradus.w3,
      'tfjs wasm': tfjs.w3,
      'jax-js': jax.w3,
      convnetjs: convnet.w3,
    }),
    ...contend('w3 adam', { [OURS]: gradus.w3Adam, 'tfjs wasm': tfjs.w3Adam, 'jax-js': jax.w3Adam }),
  ],
});

const w4 = (): Workload => ({
  id: 'w4',
  tasks: [{ id: 'w4', unit: 'ms', amount: 1, steps: 12, training: images() }],
  contenders: contend('w4', {
    [OURS]: gradus.w4,
    'jax-js by hand': byHand.w4ByHand,
    'jax-js im2col': convolution.w4Im2col,
    'jax-js own convolution': convolution.w4Own,
    convnetjs: convnet.w4,
  }),
});

export const SIZES = [256, 512, 1024];

const w5 = (): Workload => ({
  id: 'w5',
  tasks: SIZES.map((size) => ({ id: `w5 ${size}`, unit: 'GFLOP/s', amount: 2 * size ** 3, steps: 1 })),
  contenders: SIZES.flatMap((size) =>
    contend(`w5 ${size}`, {
      [OURS]: () => gradus.w5(size),
      'tfjs wasm': tfjs.w5(size),
      'jax-js': jax.w5(size),
    }),
  ),
});

const w6 = (): Workload => ({
  id: 'w6',
  tasks: [{ id: 'w6', unit: 'ms', amount: 1, steps: 1 }],
  contenders: contend('w6', {
    [OURS]: gradus.w6,
    'tfjs cpu': tfjs.w6('cpu'),
    'tfjs wasm': tfjs.w6('wasm'),
    'jax-js': jax.w6,
  }),
});

/** The convolutions of W7: pictures' side, channels that come in, filters. From 8 channels on they have a goal. */
export const CONVOLUTIONS: readonly (readonly [side: number, channels: number, filters: number])[] = [
  [28, 1, 8],
  [14, 8, 16],
  [14, 16, 32],
];
export const KINDS: readonly gradus.Convolution[] = ['forward', 'kernel gradient', 'input gradient'];

/** The name of a convolution's task. */
export const convolutionTask = ([side, channels, filters]: readonly number[], kind: string): string =>
  `w7 ${kind}, ${channels} → ${filters} on ${side} × ${side}`;

/** What W7 is measured by: our own product of this size, in the same rounds. */
export const YARDSTICK = 512;

const w7 = (): Workload => {
  const product: Task = { id: 'w7 product', unit: 'GFLOP/s', amount: 2 * YARDSTICK ** 3, steps: 1 };
  const each = CONVOLUTIONS.flatMap((sizes) =>
    KINDS.map((kind) => ({ sizes, kind, id: convolutionTask(sizes, kind) })),
  );
  return {
    id: 'w7',
    tasks: [
      product,
      ...each.map(
        ({ sizes, id }): Task => ({
          id,
          unit: 'GFLOP/s',
          amount: gradus.flopsOfConvolution(...sizes),
          steps: 1,
        }),
      ),
    ],
    contenders: [
      ...contend(product.id, { [OURS]: () => gradus.w5(YARDSTICK) }),
      ...each.flatMap(({ sizes, kind, id }) => contend(id, { [OURS]: () => gradus.w7(kind, ...sizes) })),
    ],
  };
};

export const workloads: readonly (() => Workload)[] = [w1, w2, w3, w4, w5, w6, w7];
