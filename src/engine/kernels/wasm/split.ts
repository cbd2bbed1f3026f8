import * as code from '../assembly/codes.ts';

type Given = readonly number[];

/** How a call is given out: as several calls, each for some of its outputs. */
interface Way {
  /** Nanoseconds it takes, about. */
  readonly time: number;
  /** Outputs side by side, and how many of them are computed together. */
  readonly count: number;
  readonly together: number;
  /** What a call for the outputs from … to is given. */
  part(from: number, to: number): Given;
}

/** Nanoseconds of one multiplication and addition in a product, of a number read and written, of one that a function is computed of. */
const PRODUCT = 0.06;
const NUMBER = 0.3;
const FUNCTION = 1.5;

/** Moves the places among what is given by so many numbers for each output, and puts a count in its place. */
const moved = (
  given: Given,
  steps: Readonly<Record<number, number>>,
  count: number,
  from: number,
  to: number,
): Given => given.map((word, i) => (i === count ? to - from : word + 4 * from * (steps[i] ?? 0)));

/** Lists of numbers: which words are their places, and which is their count. */
const lists =
  (places: readonly number[], at: number, each = NUMBER) =>
  (given: Given): Way => {
    const steps = Object.fromEntries(places.map((place) => [place, 1]));
    const count = given[at]!;
    return {
      time: each * count,
      count,
      together: 16,
      part: (from, to) => moved(given, steps, at, from, to),
    };
  };

/** Rows of numbers: which words are their places, and which is their count; the next one is that of the columns. */
const rows =
  (places: readonly number[], at: number, each = NUMBER) =>
  (given: Given): Way => {
    const [count, columns] = [given[at]!, given[at + 1]!];
    const steps = Object.fromEntries(places.map((place) => [place, columns]));
    return {
      time: each * count * columns,
      count,
      together: 4,
      part: (from, to) => moved(given, steps, at, from, to),
    };
  };

/** Pictures: which words are places of those that a window slides over, which of those it leaves; the count, and the window. */
const pictures =
  (before: readonly number[], after: readonly number[], at: number, window: number) =>
  (given: Given): Way => {
    const [height = 0, width = 0, outHeight = 0, outWidth = 0, tall = 0, wide = 0] = given.slice(window);
    const [count, channels] = [given[at]!, given[at + 1]!];
    const convolves = window > at + 2;
    const filters = convolves ? given[at + 2]! : channels;
    const [large, small] = [height * width * channels, outHeight * outWidth * filters];
    const steps = Object.fromEntries([
      ...before.map((place) => [place, large]),
      ...after.map((place) => [place, small]),
    ]);
    return {
      time: count * (convolves ? PRODUCT * small * tall * wide * channels : NUMBER * (large + small)),
      count,
      together: 4,
      part: (from, to) => moved(given, steps, at, from, to),
    };
  };

const map = lists([0, 1], 2, FUNCTION);
const slope = lists([0, 1, 2], 3, FUNCTION);

/** The kernels that are worth it. Those that sum up all they are given are not here, nor those that divide by how much it is. */
const ways: Readonly<Record<number, (given: Given) => Way>> = {
  [code.FILL]: lists([0], 1),
  [code.ADD]: lists([0, 1], 2),
  [code.ADD_BIAS]: rows([0, 2], 3),
  [code.SUM_ROWS]: (given) => {
    const [, , high = 0, count = 0] = given;
    return {
      time: NUMBER * high * count,
      count,
      together: 4,
      part: (from, to) => moved(given, { 0: 1, 1: 1 }, 3, from, to),
    };
  },
  [code.MATMUL]: (given) => {
    const [, , , m = 0, k = 0, n = 0] = given;
    return {
      time: PRODUCT * m * k * n,
      count: m,
      together: 4,
      part: (from, to) => moved(given, { 0: k, 2: n }, 3, from, to),
    };
  },
  [code.MATMUL_TRANSPOSED_A]: (given) => {
    const [, , , m = 0, k = 0, n = 0] = given;
    return {
      time: PRODUCT * m * k * n,
      count: m,
      together: 4,
      part: (from, to) => moved(given, { 0: 1, 2: n }, 3, from, to),
    };
  },
  [code.MATMUL_TRANSPOSED_B]: (given) => {
    const [, , , m = 0, k = 0, n = 0] = given;
    const time = PRODUCT * m * k * n;
    // b is turned over: better once by parts than by each thread, unless it is small.
    return m > 4 * n
      ? { time, count: m, together: 4, part: (from, to) => moved(given, { 0: k, 2: n }, 3, from, to) }
      : { time, count: n, together: 8, part: (from, to) => moved(given, { 1: k, 2: 1 }, 5, from, to) };
  },
  [code.CONVOLVE]: pictures([0], [2], 3, 7),
  [code.CONVOLVE_GRADIENT]: pictures([2], [0], 3, 6),
  [code.CONVOLVE_KERNEL_GRADIENT]: (given) => {
    const { time } = pictures([0], [1], 3, 6)(given);
    // Its blocks are counted where they are made: here their parts are, as fine as one likes.
    return {
      time,
      count: Infinity,
      together: 1,
      part: (part, parts) => [...given.slice(0, 18), part, parts],
    };
  },
  [code.MAX_POOL]: pictures([0], [1], 2, 4),
  [code.MAX_POOL_GRADIENT]: pictures([0, 3], [1, 2], 4, 6),
  [code.AVERAGE_POOL]: pictures([0], [1], 2, 4),
  [code.AVERAGE_POOL_GRADIENT]: pictures([1], [0], 2, 4),
  ...Object.fromEntries(
    [
      code.SIGMOID,
      code.TANH,
      code.ELU,
      code.GELU,
      code.SILU,
      code.SOFTPLUS,
      code.SOFTSIGN,
      code.EXPONENTIAL,
    ].map((kernel) => [kernel, map]),
  ),
  ...Object.fromEntries(
    [code.RELU, code.STEP, code.LEAKY_RELU, code.HARD_SIGMOID, code.RESCALE].map((kernel) => [
      kernel,
      lists([0, 1], 2),
    ]),
  ),
  ...Object.fromEntries(
    [
      code.ELU_GRADIENT,
      code.GELU_GRADIENT,
      code.SILU_GRADIENT,
      code.SOFTPLUS_GRADIENT,
      code.SOFTSIGN_GRADIENT,
    ].map((kernel) => [kernel, slope]),
  ),
  ...Object.fromEntries(
    [
      code.SIGMOID_GRADIENT,
      code.TANH_GRADIENT,
      code.RELU_GRADIENT,
      code.LEAKY_RELU_GRADIENT,
      code.HARD_SIGMOID_GRADIENT,
      code.EXPONENTIAL_GRADIENT,
      code.APPLY_MASK,
      code.APPLY_MASK_GRADIENT,
      code.MOMENTUM_STEP,
      code.NESTEROV_STEP,
      code.ADAGRAD_STEP,
    ].map((kernel) => [kernel, lists([0, 1, 2], 3)]),
  ),
  [code.RESCALE_GRADIENT]: lists([0, 1], 2),
  [code.SCALE]: lists([0], 1),
  [code.WEIGHT_DECAY]: lists([0], 1),
  [code.CLIP_VALUE]: lists([0], 1),
  [code.FOLLOW]: lists([0, 1], 2),
  [code.PENALTY_GRADIENT]: lists([0, 2], 3),
  [code.RMSPROP_STEP]: lists([0, 1, 2, 3, 4], 5, FUNCTION),
  [code.ADAM_STEP]: lists([0, 1, 2, 3, 4], 5, FUNCTION),
  [code.SOFTMAX]: rows([0, 1], 2, FUNCTION),
  [code.SOFTMAX_GRADIENT]: rows([0, 1, 2], 3),
  [code.NORMALIZE]: rows([0, 3], 4),
  [code.SCALE_COLUMNS]: rows([0, 3], 4),
  [code.NORMALIZE_BY_GIVEN_GRADIENT]: rows([0, 3], 4),
};

/**
 * How often one looks for a thread that is on its way, for each nanosecond of the call: a look takes one or two. It comes
 * sooner than a long call is made by one thread alone, and where it does not come little is lost.
 */
const WAITING = 1 / 16;

/** How calls are shared by threads. */
export interface Sharing {
  readonly threads: number;
  /** Nanoseconds of work from which on a call is. */
  readonly least: number;
}

/** Where each of so many parts begins, and the last one ends: of equal size, of whole groups where there are enough. */
const bounds = ({ count, together }: Way, parts: number): number[] => {
  const unit = count >= together * parts ? together : 1;
  const units = Math.ceil(count / unit);
  return Array.from({ length: parts + 1 }, (_, i) => Math.min(count, Math.floor((units * i) / parts) * unit));
};

/** What each thread is to make of a call, perhaps nothing. Outputs are split, sums never are. */
const partsOf = (way: Way, threads: number): (Given | null)[] => {
  if (way.count === Infinity) return Array.from({ length: threads }, (_, i) => way.part(i, threads));
  const at = bounds(way, threads);
  return at.slice(1).map((end, i) => (end > at[i]! ? way.part(at[i]!, end) : null));
};

/**
 * Lets threads share the call whose words lie from … to, where it is worth it and there is room up to `limit`: the words
 * become those of its parts. Returns where they end.
 */
export const share = (
  words: Int32Array,
  from: number,
  to: number,
  limit: number,
  sharing: Sharing,
): number => {
  const { threads, least } = sharing;
  const ahead = threads + 2;
  if (from + ahead + threads * (to - from) > limit) return to;
  const head = words[from]!;
  const way = ways[head & code.KERNEL]?.([...words.subarray(from + 1, to)]);
  if (!way || way.time < least) return to;
  words[from] = code.SHARE | (ahead << 16);
  words[from + threads + 1] = way.time * WAITING;
  let end = from + ahead;
  partsOf(way, threads).forEach((part, i) => {
    if (part) {
      words[end] = head;
      words.set(part, end + 1);
      end += to - from;
    }
    words[from + 1 + i] = 4 * end;
  });
  return end;
};
