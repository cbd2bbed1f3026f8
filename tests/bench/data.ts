import type { Shape } from '../../src/engine/shape.ts';

/** The data and first weights of the workloads: the same numbers for every program, made from fixed seeds. */

/** A network that is trained: rows of data in fixed batches, and the weights every program starts from. */
export interface Training {
  /** The shape of one input row. */
  readonly shape: Shape;
  readonly rows: number;
  /** Rows of one step; rows is a multiple of it, and step n takes batch n mod (rows / batch). */
  readonly batch: number;
  /** rows × the size of an input row */
  readonly inputs: Float32Array;
  /** rows × outputs: 0 or 1, or one-hot */
  readonly answers: Float32Array;
  readonly outputs: number;
  /** Kernel, bias, kernel, bias, …, in Keras's order and shapes. */
  readonly weights: readonly Float32Array[];
  readonly shapes: readonly Shape[];
  readonly hidden: 'tanh' | 'relu';
  /** What the last layer passes; the loss is the cross-entropy that belongs to it. */
  readonly head: 'sigmoid' | 'softmax';
  readonly rate: number;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
};

export const sizeOf = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

/** Kernels as Glorot's uniform initializer draws them, and small biases, so that a forgotten one shows. */
const draw = (shapes: readonly Shape[], seed: number): Float32Array[] => {
  const next = numbers(seed);
  return shapes.map((shape) => {
    const cells = sizeOf(shape.slice(0, -2));
    const fans = shape.length === 1 ? 0 : cells * (shape.at(-2)! + shape.at(-1)!);
    const limit = fans === 0 ? 0.05 : Math.sqrt(6 / fans);
    return Float32Array.from({ length: sizeOf(shape) }, () => (2 * next() - 1) * limit);
  });
};

const denseShapes = (widths: readonly number[]): Shape[] =>
  widths.slice(1).flatMap((width, index) => [[widths[index]!, width], [width]]);

/** W1: XOR, 2-4-1. */
export const xor = (): Training => {
  const shapes = denseShapes([2, 4, 1]);
  return {
    shape: [2],
    rows: 4,
    batch: 4,
    inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
    answers: Float32Array.of(0, 1, 1, 0),
    outputs: 1,
    weights: draw(shapes, 1),
    shapes,
    hidden: 'tanh',
    head: 'sigmoid',
    rate: 0.5,
  };
};

/** W2 and W6: points of the plane, inside or outside a circle, for 2-8-8-1. */
export const points = (rows: number, batch: number): Training => {
  const next = numbers(2);
  const shapes = denseShapes([2, 8, 8, 1]);
  const inputs = Float32Array.from({ length: 2 * rows }, () => 2 * next() - 1);
  const answers = Float32Array.from({ length: rows }, (_, row) =>
    inputs[2 * row]! ** 2 + inputs[2 * row + 1]! ** 2 < 0.5 ? 1 : 0,
  );
  return {
    shape: [2],
    rows,
    batch,
    inputs,
    answers,
    outputs: 1,
    weights: draw(shapes, 3),
    shapes,
    hidden: 'tanh',
    head: 'sigmoid',
    rate: 0.5,
  };
};

/** Pictures of ten classes: noise, and for each class a bright bar at a place of its own. */
const pictures = (rows: number): { inputs: Float32Array; answers: Float32Array } => {
  const next = numbers(4);
  const inputs = new Float32Array(rows * 784);
  const answers = new Float32Array(rows * 10);
  for (let row = 0; row < rows; row++) {
    const label = Math.floor(10 * next());
    answers[row * 10 + label] = 1;
    for (let pixel = 0; pixel < 784; pixel++) {
      const bar = Math.floor(pixel / 28 / 2.8) === label ? 0.5 : 0;
      inputs[row * 784 + pixel] = 0.5 * next() + bar;
    }
  }
  return { inputs, answers };
};

/** W3: 784-128-10 with relu and softmax. */
export const digits = (adam: boolean): Training => {
  const shapes = denseShapes([784, 128, 10]);
  return {
    shape: [784],
    rows: 320,
    batch: 32,
    ...pictures(320),
    outputs: 10,
    weights: draw(shapes, 5),
    shapes,
    hidden: 'relu',
    head: 'softmax',
    rate: adam ? 0.001 : 0.05,
  };
};

/** W4: two convolutions of 3 × 3 with relu and a pooling of 2 × 2 each, then ten units; 28 × 28 pixels. */
export const images = (): Training => {
  const shapes: Shape[] = [[3, 3, 1, 8], [8], [3, 3, 8, 16], [16], [784, 10], [10]];
  return {
    shape: [28, 28, 1],
    rows: 128,
    batch: 32,
    ...pictures(128),
    outputs: 10,
    weights: draw(shapes, 6),
    shapes,
    hidden: 'relu',
    head: 'softmax',
    rate: 0.1,
  };
};

/** W5: two square matrices. */
export const matrices = (size: number): { readonly a: Float32Array; readonly b: Float32Array } => {
  const next = numbers(7);
  const draws = () => Float32Array.from({ length: size * size }, () => 2 * next() - 1);
  return { a: draws(), b: draws() };
};

/** Numbers for W7, whose results nobody reads. */
export const noise = (count: number, seed: number): Float32Array => {
  const next = numbers(seed);
  return Float32Array.from({ length: count }, () => 2 * next() - 1);
};

/** One batch of a training's rows, as views. */
export const batchOf = (
  { inputs, answers, shape, outputs, batch }: Training,
  index: number,
): { readonly inputs: Float32Array; readonly answers: Float32Array } => {
  const width = sizeOf(shape);
  const [from, to] = [index * batch, (index + 1) * batch];
  return {
    inputs: inputs.subarray(from * width, to * width),
    answers: answers.subarray(from * outputs, to * outputs),
  };
};

/** The label of each row of one-hot answers. */
export const labelsOf = ({ answers, outputs, rows }: Training): number[] =>
  Array.from({ length: rows }, (_, row) => answers.subarray(row * outputs, (row + 1) * outputs).indexOf(1));
