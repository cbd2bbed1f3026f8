import type { JaxArray } from '@jax-js/jax';
import { images } from '../data.ts';
import type { Make } from '../program.ts';
import { type Jax, trains } from './jax.ts';

/**
 * W4 in jax-js at its fastest: im2col as one gather (a tenth of the time of slices that are joined), gradients by hand,
 * and a jit for each piece, since a jit of the whole step computes the columns again wherever they are used.
 * Every function spends its arguments.
 */

const { batch, rate, rows } = images();

/** Pads pictures and gathers, for every cell, the nine cells around it: (rows · side², 9 · channels). */
const columns = ({ jit, numpy: np }: Jax, side: number, channels: number): ((x: JaxArray) => JaxArray) => {
  const wide = side + 2;
  const index = new Int32Array(side * side * 9 * channels);
  let at = 0;
  for (let cell = 0; cell < side * side; cell++) {
    const corner = Math.floor(cell / side) * wide + (cell % side);
    for (let near = 0; near < 9; near++) {
      const place = (corner + Math.floor(near / 3) * wide + (near % 3)) * channels;
      for (let channel = 0; channel < channels; channel++) index[at++] = place + channel;
    }
  }
  const picked = np.array(index, { dtype: np.int32 });
  const edge = [1, 1] as const;
  const pad = jit((x: JaxArray) => np.pad(x, [[0, 0], edge, edge, [0, 0]]));
  const gather = jit((padded: JaxArray, where: JaxArray) => {
    const count = padded.shape[0]!;
    const flat = padded.reshape([count, wide * wide * channels]);
    return np.take(flat, where, 1).reshape([count * side * side, 9 * channels]);
  });
  return (x) => gather(pad(x), picked.ref);
};

/** One convolution with relu and pooling: its forward pass, and what its gradients need. */
const block = (jax: Jax, side: number, channels: number, filters: number) => {
  const { jit, numpy: np, nn } = jax;
  const half = side / 2;
  const inside = 9 * channels;
  return {
    columns: columns(jax, side, channels),
    sums: jit((cells: JaxArray, kernel: JaxArray, bias: JaxArray) =>
      nn.relu(np.matmul(cells, kernel.reshape([inside, filters])).add(bias)),
    ),
    pool: jit((passed: JaxArray) => np.max(passed.reshape([-1, half, 2, half, 2, filters]), [2, 4])),
    /** The slope of the sums, from that of the pooled: it goes to the largest cell, where relu let it through. */
    back: jit((passed: JaxArray, pooled: JaxArray, slope: JaxArray) => {
      const cells = passed.reshape([batch, half, 2, half, 2, filters]);
      const largest = cells.ref.equal(pooled.reshape([batch, half, 1, half, 1, filters]));
      const given = np.where(largest, slope.reshape([batch, half, 1, half, 1, filters]), 0);
      return np.where(cells.greater(0), given, 0).reshape([batch * side * side, filters]);
    }),
    kernel: jit((kernel: JaxArray, cells: JaxArray, slope: JaxArray) => {
      const gradient = np.matmul(np.transpose(cells), slope).reshape([3, 3, channels, filters]);
      return kernel.sub(gradient.mul(rate));
    }),
    bias: jit((bias: JaxArray, slope: JaxArray) => bias.sub(slope.sum(0).mul(rate))),
  };
};

/** The convolution's gradient for its input: the slopes' own columns times the kernel turned round. */
const inputGradient = (jax: Jax, side: number, channels: number, filters: number) => {
  const { jit, numpy: np } = jax;
  const around = columns(jax, side, filters);
  const turn = jit((kernel: JaxArray) =>
    np.transpose(np.flip(kernel, [0, 1]), [0, 1, 3, 2]).reshape([9 * filters, channels]),
  );
  const product = jit((cells: JaxArray, kernel: JaxArray) =>
    np.matmul(cells, kernel).reshape([batch, side, side, channels]),
  );
  return (slope: JaxArray, kernel: JaxArray) =>
    product(around(slope.reshape([batch, side, side, filters])), turn(kernel));
};

const step = (jax: Jax) => {
  const { jit, numpy: np, nn } = jax;
  const [first, second] = [block(jax, 28, 1, 8), block(jax, 14, 8, 16)];
  const inner = inputGradient(jax, 14, 8, 16);
  const head = jit((flat: JaxArray, kernel: JaxArray, bias: JaxArray, t: JaxArray) =>
    nn
      .softmax(np.matmul(flat, kernel).add(bias), -1)
      .sub(t)
      .mul(1 / batch),
  );
  const headBack = jit((slope: JaxArray, kernel: JaxArray) => np.matmul(slope, np.transpose(kernel)));
  const headKernel = jit((kernel: JaxArray, flat: JaxArray, slope: JaxArray) =>
    kernel.sub(np.matmul(np.transpose(flat), slope).mul(rate)),
  );
  return (state: JaxArray[], x: JaxArray, t: JaxArray, eta: JaxArray): JaxArray[] => {
    const [k1, b1, k2, b2, k3, b3] = state as Six;
    eta.dispose();
    const columns1 = first.columns(x);
    const passed1 = first.sums(columns1.ref, k1.ref, b1.ref);
    const pooled1 = first.pool(passed1.ref);
    const columns2 = second.columns(pooled1.ref);
    const passed2 = second.sums(columns2.ref, k2.ref, b2.ref);
    const pooled2 = second.pool(passed2.ref);
    const flat = pooled2.ref.reshape([batch, 784]);
    const slope3 = head(flat.ref, k3.ref, b3.ref, t);
    const slope2 = second.back(passed2, pooled2, headBack(slope3.ref, k3.ref));
    const slope1 = first.back(passed1, pooled1, inner(slope2.ref, k2.ref));
    return [
      first.kernel(k1, columns1, slope1.ref),
      first.bias(b1, slope1),
      second.kernel(k2, columns2, slope2.ref),
      second.bias(b2, slope2),
      headKernel(k3, flat, slope3.ref),
      second.bias(b3, slope3),
    ];
  };
};

type Six = [JaxArray, JaxArray, JaxArray, JaxArray, JaxArray, JaxArray];

const answers = (jax: Jax, weights: JaxArray[], x: JaxArray): JaxArray => {
  const [k1, b1, k2, b2, k3, b3] = weights as Six;
  const [first, second] = [block(jax, 28, 1, 8), block(jax, 14, 8, 16)];
  const passed = first.pool(first.sums(first.columns(x), k1, b1));
  const pooled = second.pool(second.sums(second.columns(passed), k2, b2));
  return jax.nn.softmax(jax.numpy.matmul(pooled.reshape([rows, 784]), k3).add(b3), -1);
};

export const w4ByHand: Make = trains(images(), 0, step, answers);
