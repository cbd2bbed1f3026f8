import type * as jaxJs from '@jax-js/jax';
import type { JaxArray } from '@jax-js/jax';
import { batchOf, digits, matrices, points, type Training, xor } from '../data.ts';
import type { Make, Place, Running } from '../program.ts';

/**
 * jax-js on its WebAssembly backend at its fastest: the whole step under jit, with gradients written by hand (about
 * half the time of grad(), whose numbers they equal), waiting for every step, as its authors recommend.
 * An array is spent where it is used; `ref` keeps it for one use more.
 */

export type Jax = typeof jaxJs;

/** The library on WebAssembly. It starts a worker for every processor that it sees, where it sees workers at all. */
const open = async ({ threads }: Place): Promise<Jax> => {
  if (threads === 1) Reflect.deleteProperty(globalThis, 'Worker');
  // Node has known a navigator since its version 21 only.
  else if ('navigator' in globalThis) {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: threads });
  }
  const jax = await import('@jax-js/jax');
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  return jax;
};

const weightsOf = ({ numpy: np }: Jax, { weights, shapes }: Training): JaxArray[] =>
  weights.map((numbers, index) => np.array(numbers, { shape: [...shapes[index]!] }));

const batchesOf = ({ numpy: np }: Jax, training: Training) =>
  Array.from({ length: training.rows / training.batch }, (_, index) => {
    const { inputs, answers } = batchOf(training, index);
    return {
      x: np.array(inputs, { shape: [training.batch, ...training.shape] }),
      t: np.array(answers, { shape: [training.batch, training.outputs] }),
    };
  });

const refs = (arrays: readonly JaxArray[]): JaxArray[] => arrays.map(({ ref }) => ref);

/** What every layer passes on, the input first; spends its arguments. */
const forward = (
  jax: Jax,
  { hidden, head }: Training,
  weights: readonly JaxArray[],
  x: JaxArray,
): JaxArray[] => {
  const { numpy: np, nn } = jax;
  const by = { tanh: np.tanh, relu: nn.relu, sigmoid: nn.sigmoid, softmax: nn.softmax };
  const passed = [x];
  for (let at = 0; at < weights.length; at += 2) {
    const sums = np.matmul(passed.at(-1)!.ref, weights[at]!).add(weights[at + 1]!);
    passed.push(by[at + 2 === weights.length ? head : hidden](sums));
  }
  return passed;
};

/** Gradients of the mean cross-entropy; spends x and t. */
const gradientsOf = (
  jax: Jax,
  training: Training,
  weights: readonly JaxArray[],
  x: JaxArray,
  t: JaxArray,
): JaxArray[] => {
  const { numpy: np } = jax;
  const passed = forward(jax, training, refs(weights), x);
  const gradients: JaxArray[] = [];
  let slope = passed
    .pop()!
    .sub(t)
    .mul(1 / training.batch);
  for (let at = weights.length - 2; at >= 0; at -= 2) {
    const input = passed[at / 2]!;
    gradients.unshift(np.matmul(np.transpose(input.ref), slope.ref), slope.ref.sum(0));
    const back = np.matmul(slope, np.transpose(weights[at]!.ref));
    if (training.hidden === 'relu') slope = np.where(input.greater(0), back, 0);
    else slope = back.mul(np.subtract(1, np.square(input)));
  }
  slope.dispose();
  return gradients;
};

/** The next state from the present one; spends both arguments. `eta` is a number in an array. */
type Update = (jax: Jax, rate: number, state: JaxArray[], gradients: JaxArray[], eta: JaxArray) => JaxArray[];

const sgd: Update = (_jax, rate, state, gradients, eta) => {
  eta.dispose();
  return state.map((weight, index) => weight.sub(gradients[index]!.mul(rate)));
};

/** keras.optimizers.Adam with its own settings; eta = rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ). */
const adam: Update = ({ numpy: np }, _rate, state, gradients, eta) => {
  const count = gradients.length;
  const squares = gradients.map((g) => np.square(g.ref));
  const mean = gradients.map((g, i) => state[count + i]!.mul(0.9).add(g.mul(0.1)));
  const square = squares.map((g, i) => state[2 * count + i]!.mul(0.999).add(g.mul(0.001)));
  const moved = mean.map((m, i) => state[i]!.sub(m.ref.div(np.sqrt(square[i]!.ref).add(1e-7)).mul(eta.ref)));
  eta.dispose();
  return [...moved, ...mean, ...square];
};

const etaAt = (rate: number, step: number): number =>
  (rate * Math.sqrt(1 - 0.999 ** (step + 1))) / (1 - 0.9 ** (step + 1));

/** One step: the next state from the present one, a batch, its answers and eta; spends them all. */
type Step = (state: JaxArray[], x: JaxArray, t: JaxArray, eta: JaxArray) => JaxArray[];

/** Trains by any step; `answers` gives the network's outputs and spends its arguments. */
export const trains =
  (
    training: Training,
    slots: number,
    makeStep: (jax: Jax) => Step,
    answers: (jax: Jax, weights: JaxArray[], x: JaxArray) => JaxArray,
  ): Make =>
  async (place): Promise<Running> => {
    const jax = await open(place);
    const { numpy: np } = jax;
    const batches = batchesOf(jax, training);
    const next = makeStep(jax);
    let state = weightsOf(jax, training);
    const count = state.length;
    for (let slot = 0; slot < slots; slot++)
      state = [...state, ...training.shapes.map((shape) => np.zeros([...shape]))];
    let step = 0;
    return {
      run: async (steps) => {
        for (let n = 0; n < steps; n++, step++) {
          const { x, t } = batches[step % batches.length]!;
          state = next(state, x.ref, t.ref, np.array([etaAt(training.rate, step)]));
          await jax.blockUntilReady(state);
        }
      },
      outputs: () => {
        const x = np.array(training.inputs, { shape: [training.rows, ...training.shape] });
        return answers(jax, refs(state.slice(0, count)), x).data();
      },
    };
  };

/** A whole step under one jit. */
export const whole =
  (
    training: Training,
    gradients: (jax: Jax, weights: JaxArray[], x: JaxArray, t: JaxArray) => JaxArray[],
    update: Update = sgd,
  ) =>
  (jax: Jax): Step =>
    jax.jit((state: JaxArray[], x: JaxArray, t: JaxArray, eta: JaxArray): JaxArray[] => {
      const weights = state.slice(0, training.weights.length);
      return update(jax, training.rate, state, gradients(jax, weights, x, t), eta);
    });

/** The last of what the layers pass on; the others are freed. */
const answersOf = (jax: Jax, training: Training, weights: JaxArray[], x: JaxArray): JaxArray => {
  const passed = forward(jax, training, weights, x);
  const last = passed.pop()!;
  for (const array of passed) array.dispose();
  return last;
};

const trainsDense = (training: Training, slots = 0, update: Update = sgd): Make =>
  trains(
    training,
    slots,
    whole(training, (jax, weights, x, t) => gradientsOf(jax, training, weights, x, t), update),
    (jax, weights, x) => answersOf(jax, training, weights, x),
  );

export const w1: Make = trainsDense(xor());
export const w2: Make = trainsDense(points(200, 10));
export const w3: Make = trainsDense(digits(false));
export const w3Adam: Make = trainsDense(digits(true), 2, adam);

export const w5 =
  (size: number): Make =>
  async (place): Promise<Running> => {
    const jax = await open(place);
    const { numpy: np } = jax;
    const { a, b } = matrices(size);
    const [left, right] = [np.array(a, { shape: [size, size] }), np.array(b, { shape: [size, size] })];
    const product = jax.jit((x: JaxArray, y: JaxArray) => np.matmul(x, y));
    return {
      run: async (steps) => {
        for (let n = 0; n < steps; n++) {
          const made = product(left.ref, right.ref);
          await jax.blockUntilReady(made);
          made.dispose();
        }
      },
      outputs: () => product(left.ref, right.ref).data(),
    };
  };

export const w6: Make = async (place): Promise<Running> => {
  const jax = await open(place);
  const training = points(10_000, 10);
  const weights = weightsOf(jax, training);
  const x = jax.numpy.array(training.inputs, { shape: [training.rows, 2] });
  const pass = jax.jit((w: JaxArray[], inputs: JaxArray) => answersOf(jax, training, w, inputs));
  let answers: ArrayLike<number> = [];
  return {
    run: async (steps) => {
      for (let n = 0; n < steps; n++) answers = await pass(refs(weights), x.ref).data();
    },
    outputs: () => answers,
  };
};
