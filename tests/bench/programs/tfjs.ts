import type * as tfjs from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { batchOf, digits, matrices, points, type Training, xor } from '../data.ts';
import type { Make, Place, Running } from '../program.ts';

/**
 * tfjs at its fastest: gradients written by hand (about twice as fast on tiny networks as optimizer.minimize, whose
 * numbers they equal), fused products, batches that lie ready as tensors, everything else freed at once.
 */

type TensorFlow = typeof tfjs;
type Backend = 'cpu' | 'wasm';

/** The library with a backend ready: SIMD, one thread (with threads asked for, it never comes to an end inside a worker). */
const open = async (backend: Backend, { wasm }: Place): Promise<TensorFlow> => {
  const tf = await import('@tensorflow/tfjs');
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (!tf.findBackend(backend)) {
    setWasmPaths(wasm);
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs could not start its backend "${backend}".`);
  return tf;
};

const batchesOf = (tf: TensorFlow, training: Training) =>
  Array.from({ length: training.rows / training.batch }, (_, index) => {
    const { inputs, answers } = batchOf(training, index);
    return {
      x: tf.tensor(inputs, [training.batch, ...training.shape]),
      t: tf.tensor(answers, [training.batch, training.outputs]),
    };
  });

const activate = (tf: TensorFlow, x: Tensor, name: 'tanh' | 'relu' | 'sigmoid' | 'softmax'): Tensor =>
  ({ tanh: tf.tanh, relu: tf.relu, sigmoid: tf.sigmoid, softmax: tf.softmax })[name](x);

/** What every layer passes on, the input first. tfjs fuses relu and sigmoid with the product, tanh and softmax not. */
const forward = (
  tf: TensorFlow,
  { hidden, head }: Training,
  weights: readonly Tensor[],
  x: Tensor,
): Tensor[] => {
  const passed = [x];
  for (let at = 0; at < weights.length; at += 2) {
    const name = at + 2 === weights.length ? head : hidden;
    const fused = name === 'relu' || name === 'sigmoid' ? name : 'linear';
    const [a, b, bias] = [passed.at(-1)!, weights[at]!, weights[at + 1]!];
    const sums = tf.fused.matMul({ a, b, bias, activation: fused });
    passed.push(fused === 'linear' ? activate(tf, sums, name) : sums);
  }
  return passed;
};

/** Gradients of the mean cross-entropy, in the order of the weights. */
const gradientsOf = (
  tf: TensorFlow,
  training: Training,
  weights: readonly Tensor[],
  x: Tensor,
  t: Tensor,
) => {
  const passed = forward(tf, training, weights, x);
  const gradients: Tensor[] = [];
  let slope = tf.mul(tf.sub(passed.at(-1)!, t), 1 / training.batch);
  for (let at = weights.length - 2; at >= 0; at -= 2) {
    const input = passed[at / 2]!;
    gradients.unshift(tf.matMul(input, slope, true, false), tf.sum(slope, 0));
    if (at === 0) continue;
    const back = tf.matMul(slope, weights[at]!, false, true);
    const own = training.hidden === 'tanh' ? tf.sub(1, tf.square(input)) : tf.step(input);
    slope = tf.mul(back, own);
  }
  return gradients;
};

/** The next weights (and, for Adam, the next momentums and velocities) from the present ones and the gradients. */
type Update = (state: readonly Tensor[], gradients: readonly Tensor[], step: number) => Tensor[];

const sgd =
  (tf: TensorFlow, rate: number): Update =>
  (state, gradients) =>
    state.map((weight, index) => tf.sub(weight, tf.mul(gradients[index]!, rate)));

/** keras.optimizers.Adam with its own settings. */
const adam =
  (tf: TensorFlow, rate: number): Update =>
  (state, gradients, step) => {
    const count = gradients.length;
    const eta = (rate * Math.sqrt(1 - 0.999 ** (step + 1))) / (1 - 0.9 ** (step + 1));
    const mean = gradients.map((g, i) => tf.add(tf.mul(state[count + i]!, 0.9), tf.mul(g, 0.1)));
    const square = gradients.map((g, i) =>
      tf.add(tf.mul(state[2 * count + i]!, 0.999), tf.mul(tf.square(g), 0.001)),
    );
    const moved = mean.map((m, i) =>
      tf.sub(state[i]!, tf.mul(tf.div(m, tf.add(tf.sqrt(square[i]!), 1e-7)), eta)),
    );
    return [...moved, ...mean, ...square];
  };

const trains =
  (
    training: Training,
    backend: Backend,
    slots: number,
    optimizer: (tf: TensorFlow, rate: number) => Update,
  ): Make =>
  async (place): Promise<Running> => {
    const tf = await open(backend, place);
    const batches = batchesOf(tf, training);
    const count = training.weights.length;
    const update = optimizer(tf, training.rate);
    let state = training.weights.map((numbers, index) => tf.tensor(numbers, [...training.shapes[index]!]));
    for (let slot = 0; slot < slots; slot++)
      state = [...state, ...training.shapes.map((shape) => tf.zeros([...shape]))];
    let step = 0;
    return {
      run: async (steps) => {
        await tf.setBackend(backend);
        for (let n = 0; n < steps; n++, step++) {
          const { x, t } = batches[step % batches.length]!;
          const next = tf.tidy(() =>
            update(state, gradientsOf(tf, training, state.slice(0, count), x, t), step),
          );
          tf.dispose(state);
          state = next;
        }
        // Reading a number waits for what is under way, if anything is.
        await state[1]!.data();
      },
      outputs: async () => {
        await tf.setBackend(backend);
        const x = tf.tensor(training.inputs, [training.rows, ...training.shape]);
        return tf.tidy(() => forward(tf, training, state.slice(0, count), x).at(-1)!).data();
      },
    };
  };

export const w1 = (backend: Backend): Make => trains(xor(), backend, 0, sgd);
export const w2 = (backend: Backend): Make => trains(points(200, 10), backend, 0, sgd);
export const w3: Make = trains(digits(false), 'wasm', 0, sgd);
export const w3Adam: Make = trains(digits(true), 'wasm', 2, adam);

export const w5 =
  (size: number): Make =>
  async (place): Promise<Running> => {
    const tf = await open('wasm', place);
    const { a, b } = matrices(size);
    const [left, right] = [tf.tensor(a, [size, size]), tf.tensor(b, [size, size])];
    return {
      run: (steps) => {
        for (let n = 0; n < steps; n++) tf.matMul(left, right).dispose();
      },
      outputs: () => tf.tidy(() => tf.matMul(left, right)).data(),
    };
  };

export const w6 =
  (backend: Backend): Make =>
  async (place): Promise<Running> => {
    const tf = await open(backend, place);
    const training = points(10_000, 10);
    const weights = training.weights.map((numbers, index) =>
      tf.tensor(numbers, [...training.shapes[index]!]),
    );
    const x = tf.tensor(training.inputs, [training.rows, 2]);
    const pass = () => tf.tidy(() => forward(tf, training, weights, x).at(-1)!);
    let answers: ArrayLike<number> = [];
    return {
      run: async (steps) => {
        await tf.setBackend(backend);
        for (let n = 0; n < steps; n++) {
          const passed = pass();
          answers = passed.dataSync();
          passed.dispose();
        }
      },
      outputs: () => answers,
    };
  };
