import type { JaxArray } from '@jax-js/jax';
import { images } from '../data.ts';
import type { Make } from '../program.ts';
import { type Jax, trains, whole } from './jax.ts';

/** W4 in jax-js with grad() and one jit: with its own convolution, and with im2col written by hand. */

type Convolve = (jax: Jax, x: JaxArray, kernel: JaxArray, bias: JaxArray) => JaxArray;

/** jax-js convolves (rows, channels, height, width) with (filters, channels, 3, 3). */
const own: Convolve = ({ numpy: np, lax }, x, kernel, bias) => {
  const sums = lax.conv(np.transpose(x, [0, 3, 1, 2]), np.transpose(kernel, [3, 2, 0, 1]), [1, 1], 'SAME');
  return np.transpose(sums, [0, 2, 3, 1]).add(bias);
};

/** The nine shifted pictures side by side, and one product. */
const im2col: Convolve = ({ numpy: np }, x, kernel, bias) => {
  const [rows, side, , channels] = x.shape as [number, number, number, number];
  const filters = kernel.shape[3]!;
  const padded = np.pad(x, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const shifted = [0, 1, 2].flatMap((top) =>
    [0, 1, 2].map((left) => padded.ref.slice([], [top, top + side], [left, left + side], [])),
  );
  padded.dispose();
  const columns = np.concatenate(shifted, 3).reshape([rows * side * side, 9 * channels]);
  return np
    .matmul(columns, kernel.reshape([9 * channels, filters]))
    .add(bias)
    .reshape([rows, side, side, filters]);
};

/** The largest of each 2 × 2 cells. */
const pool = ({ numpy: np }: Jax, x: JaxArray): JaxArray => {
  const [rows, side, , channels] = x.shape as [number, number, number, number];
  return np.max(x.reshape([rows, side / 2, 2, side / 2, 2, channels]), [2, 4]);
};

const logits = (jax: Jax, convolve: Convolve, weights: readonly JaxArray[], x: JaxArray): JaxArray => {
  const { numpy: np, nn } = jax;
  const [k1, b1, k2, b2, k3, b3] = weights as readonly [
    JaxArray,
    JaxArray,
    JaxArray,
    JaxArray,
    JaxArray,
    JaxArray,
  ];
  const first = pool(jax, nn.relu(convolve(jax, x, k1, b1)));
  const second = pool(jax, nn.relu(convolve(jax, first, k2, b2)));
  const flat = second.reshape([second.shape[0]!, 784]);
  return np.matmul(flat, k3).add(b3);
};

const training = images();

const gradients =
  (convolve: Convolve) =>
  (jax: Jax, weights: readonly JaxArray[], x: JaxArray, t: JaxArray): JaxArray[] => {
    const loss = (w: JaxArray[], inputs: JaxArray, answers: JaxArray): JaxArray =>
      jax.nn
        .logSoftmax(logits(jax, convolve, w, inputs), -1)
        .mul(answers)
        .sum()
        .mul(-1 / training.batch);
    const kept = weights.map(({ ref }) => ref);
    return jax.grad(loss)(kept, x, t);
  };

const w4 = (convolve: Convolve): Make =>
  trains(training, 0, whole(training, gradients(convolve)), (jax, weights, x) =>
    jax.nn.softmax(logits(jax, convolve, weights, x), -1),
  );

export const w4Own: Make = w4(own);
export const w4Im2col: Make = w4(im2col);
