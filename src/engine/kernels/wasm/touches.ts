import * as code from '../assembly/codes.ts';
import type { Range } from './zeros.ts';

/** What memory a call touches. */
export interface Touches {
  readonly reads: readonly Range[];
  /** Written whole, without being read. */
  readonly writes?: Range;
  /** Added to, each number of it. */
  readonly adds?: Range;
  /** Where all of this is 0, nothing but 0 is added. */
  readonly of?: Range;
}

type Given = readonly number[];

const range = (at: number, count: number): Range => ({ at, end: at + 4 * count });

/** y = f(x), number by number. */
const map = ([x = 0, y = 0, count = 0]: Given): Touches => ({
  reads: [range(x, count)],
  writes: range(y, count),
});
/** dx += dy · f′, number by number. */
const slope = ([y = 0, dy = 0, dx = 0, count = 0]: Given): Touches => ({
  reads: [range(y, count), range(dy, count)],
  adds: range(dx, count),
  of: range(dy, count),
});
/** A loss from predictions and answers, and its gradient. */
const loss = ([p = 0, t = 0, to = 0, rows = 0, columns = 0]: Given): Touches => ({
  reads: [range(p, rows * columns), range(t, rows * columns)],
  writes: range(to, rows),
});
const lossGradient = ([p = 0, t = 0, dloss = 0, dp = 0, rows = 0, columns = 0]: Given): Touches => ({
  reads: [range(p, rows * columns), range(t, rows * columns), range(dloss, rows)],
  adds: range(dp, rows * columns),
});

/** The pictures that come in and go out, and the kernel, of a convolution from one to the other. */
const pictures = (given: Given, window: number) => {
  const [, , , rows = 0, channels = 0, filters = 0] = given;
  const [height = 0, width = 0, outHeight = 0, outWidth = 0, tall = 0, wide = 0] = given.slice(window);
  return {
    x: rows * height * width * channels,
    kernel: tall * wide * channels * filters,
    y: rows * outHeight * outWidth * filters,
  };
};

/** The calls of which it is known, the kernels of most networks. */
const touches: Readonly<Record<number, (given: Given) => Touches>> = {
  [code.TAKE]: ([from = 0, to = 0, count = 0]) => ({
    // From there on, batch by batch: the shelf is no place of gradients.
    reads: [range(from, count)],
    writes: range(to, count),
  }),
  [code.ADD_BIAS]: ([x = 0, bias = 0, y = 0, rows = 0, columns = 0]) => ({
    reads: [range(x, rows * columns), range(bias, columns)],
    writes: range(y, rows * columns),
  }),
  [code.SUM_ROWS]: ([x = 0, to = 0, rows = 0, columns = 0]) => ({
    reads: [range(x, rows * columns)],
    adds: range(to, columns),
  }),
  [code.MATMUL]: ([a = 0, b = 0, c = 0, m = 0, k = 0, n = 0]) => ({
    reads: [range(a, m * k), range(b, k * n)],
    writes: range(c, m * n),
  }),
  [code.MATMUL_TRANSPOSED_A]: ([a = 0, b = 0, c = 0, m = 0, k = 0, n = 0]) => ({
    reads: [range(a, m * k), range(b, k * n)],
    adds: range(c, m * n),
  }),
  [code.MATMUL_TRANSPOSED_B]: ([a = 0, b = 0, c = 0, m = 0, k = 0, n = 0]) => ({
    reads: [range(a, m * k), range(b, k * n)],
    adds: range(c, m * n),
  }),
  [code.COUNT_RIGHT]: ([outputs = 0, answers = 0, to = 0, rows = 0, units = 0]) => ({
    reads: [range(outputs, rows * units), range(answers, rows * units)],
    writes: range(to, 1),
  }),
  [code.FILL]: ([to = 0, count = 0]) => ({ reads: [], writes: range(to, count) }),
  [code.MEAN]: ([x = 0, to = 0, count = 0]) => ({ reads: [range(x, count)], writes: range(to, 1) }),
  [code.MEAN_GRADIENT]: ([dy = 0, dx = 0, count = 0]) => ({
    reads: [range(dy, 1)],
    adds: range(dx, count),
  }),
  [code.CONVOLVE]: (given) => {
    const [x = 0, kernel = 0, y = 0] = given;
    const size = pictures(given, 7);
    return { reads: [range(x, size.x), range(kernel, size.kernel)], writes: range(y, size.y) };
  },
  [code.CONVOLVE_GRADIENT]: (given) => {
    const [dy = 0, kernel = 0, dx = 0] = given;
    const size = pictures(given, 6);
    return { reads: [range(dy, size.y), range(kernel, size.kernel)], adds: range(dx, size.x) };
  },
  [code.CONVOLVE_KERNEL_GRADIENT]: (given) => {
    const [x = 0, dy = 0, dkernel = 0] = given;
    const size = pictures(given, 6);
    return { reads: [range(x, size.x), range(dy, size.y)], adds: range(dkernel, size.kernel) };
  },
  [code.MAX_POOL]: ([
    x = 0,
    y = 0,
    rows = 0,
    channels = 0,
    height = 0,
    width = 0,
    outHeight = 0,
    outWidth = 0,
  ]) => ({
    reads: [range(x, rows * height * width * channels)],
    writes: range(y, rows * outHeight * outWidth * channels),
  }),
  [code.MAX_POOL_GRADIENT]: ([x = 0, y = 0, dy = 0, dx = 0, rows = 0, channels = 0, ...window]) => {
    const [height = 0, width = 0, outHeight = 0, outWidth = 0, tall = 0, wide = 0, strideY, strideX] = window;
    const dilated = window[8] !== 1 || window[9] !== 1;
    const [whole, part] = [
      range(dx, rows * height * width * channels),
      rows * outHeight * outWidth * channels,
    ];
    const reads = [range(x, rows * height * width * channels), range(y, part), range(dy, part)];
    // Windows side by side that leave no cell out add to each cell once; others read what they added before.
    const tiles = tall === strideY && wide === strideX && !dilated;
    const all = tiles && outHeight * tall === height && outWidth * wide === width;
    return all ? { reads, adds: whole } : { reads: [...reads, whole] };
  },
  [code.SIGMOID]: map,
  [code.TANH]: map,
  [code.RELU]: map,
  [code.SIGMOID_GRADIENT]: slope,
  [code.TANH_GRADIENT]: slope,
  [code.RELU_GRADIENT]: slope,
  [code.SOFTMAX]: ([x = 0, y = 0, rows = 0, columns = 0]) => map([x, y, rows * columns]),
  [code.SOFTMAX_GRADIENT]: ([y = 0, dy = 0, dx = 0, rows = 0, columns = 0]) =>
    slope([y, dy, dx, rows * columns]),
  [code.SQUARED_ERROR]: loss,
  [code.SQUARED_ERROR_GRADIENT]: lossGradient,
  [code.BINARY_CROSSENTROPY_OF_LOGITS]: loss,
  [code.ERROR_GRADIENT]: lossGradient,
  [code.CATEGORICAL_CROSSENTROPY_OF_LOGITS]: loss,
  [code.CATEGORICAL_CROSSENTROPY_OF_LOGITS_GRADIENT]: lossGradient,
};

/** What a call touches; null where it is not known. */
export const touchedBy = (kernel: number, given: Given): Touches | null => touches[kernel]?.(given) ?? null;
