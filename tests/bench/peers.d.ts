/**
 * What the bench uses of the packages it compares with, so that types can be checked where they are not installed.
 */
declare module '@tensorflow/tfjs' {
  export interface Tensor {
    readonly shape: number[];
    dispose(): void;
    data(): Promise<Float32Array>;
    dataSync(): Float32Array;
  }
  type Operand = Tensor | number;
  type Unary = (x: Tensor) => Tensor;
  type Binary = (a: Operand, b: Operand) => Tensor;
  type Product = (a: Tensor, b: Tensor, transposeA?: boolean, transposeB?: boolean) => Tensor;
  interface FusedProduct {
    readonly a: Tensor;
    readonly b: Tensor;
    readonly bias: Tensor;
    readonly activation: 'linear' | 'relu' | 'sigmoid';
  }
  export const tanh: Unary;
  export const relu: Unary;
  export const sigmoid: Unary;
  export const softmax: Unary;
  export const sqrt: Unary;
  export const square: Unary;
  export const step: Unary;
  export const add: Binary;
  export const sub: Binary;
  export const mul: Binary;
  export const div: Binary;
  export const matMul: Product;
  export const fused: { matMul(parts: FusedProduct): Tensor };
  export const sum: (x: Tensor, axis: number) => Tensor;
  export const zeros: (shape: number[]) => Tensor;
  export const tensor: (values: Float32Array, shape: number[]) => Tensor;
  export const tidy: <T>(does: () => T) => T;
  export const dispose: (tensors: readonly Tensor[]) => void;
  export const setBackend: (name: string) => Promise<boolean>;
  export const findBackend: (name: string) => unknown;
  export const env: () => { set(flag: string, value: boolean): void };
}

declare module '@tensorflow/tfjs-backend-wasm' {
  export const setWasmPaths: (folder: string) => void;
}

declare module '@jax-js/jax' {
  type Side = readonly [number, number] | readonly [];
  type Operand = JaxArray | number;
  type Unary = (x: JaxArray) => JaxArray;
  export interface JaxArray {
    readonly ref: JaxArray;
    readonly shape: number[];
    dispose(): void;
    data(): Promise<Float32Array>;
    add(other: Operand): JaxArray;
    sub(other: Operand): JaxArray;
    mul(other: Operand): JaxArray;
    div(other: Operand): JaxArray;
    greater(other: Operand): JaxArray;
    equal(other: Operand): JaxArray;
    sum(axis?: number): JaxArray;
    reshape(shape: number[]): JaxArray;
    slice(...sides: Side[]): JaxArray;
  }
  export const numpy: {
    readonly int32: 'int32';
    array(
      values: Float32Array | Int32Array | number[],
      options?: { readonly shape?: number[]; readonly dtype?: 'int32' },
    ): JaxArray;
    take(x: JaxArray, indices: JaxArray, axis: number): JaxArray;
    flip(x: JaxArray, axes: number[]): JaxArray;
    zeros(shape: number[]): JaxArray;
    matmul(a: JaxArray, b: JaxArray): JaxArray;
    subtract(a: Operand, b: Operand): JaxArray;
    transpose(x: JaxArray, axes?: number[]): JaxArray;
    where(condition: JaxArray, a: Operand, b: Operand): JaxArray;
    max(x: JaxArray, axes: number[]): JaxArray;
    pad(x: JaxArray, sides: (readonly [number, number])[]): JaxArray;
    concatenate(parts: JaxArray[], axis: number): JaxArray;
    readonly tanh: Unary;
    readonly sqrt: Unary;
    readonly square: Unary;
  };
  export const nn: {
    readonly relu: Unary;
    readonly sigmoid: Unary;
    softmax(x: JaxArray, axis?: number): JaxArray;
    logSoftmax(x: JaxArray, axis: number): JaxArray;
  };
  export const lax: {
    conv(x: JaxArray, kernel: JaxArray, strides: number[], padding: 'SAME'): JaxArray;
  };
  export const init: (device: 'wasm') => Promise<string[]>;
  export const defaultDevice: (device: 'wasm') => string;
  export const jit: <F>(does: F) => F;
  export const grad: <Rest extends JaxArray[]>(
    loss: (weights: JaxArray[], ...rest: Rest) => JaxArray,
  ) => (weights: JaxArray[], ...rest: Rest) => JaxArray[];
  export const blockUntilReady: (arrays: JaxArray | readonly JaxArray[]) => Promise<unknown>;
}

declare module 'convnetjs' {
  export interface Vol {
    readonly w: Float64Array;
  }
  export interface Trained {
    readonly layers: readonly { readonly filters?: readonly Vol[]; readonly biases?: Vol }[];
    makeLayers(definitions: readonly Readonly<Record<string, string | number>>[]): void;
    forward(input: Vol): Vol;
  }
  interface Trainer {
    train(input: Vol, answer: number | readonly number[]): unknown;
  }
  export interface ConvNet {
    readonly Vol: new (width: number, height: number, depth: number, value: number) => Vol;
    readonly Net: new () => Trained;
    readonly Trainer: new (net: Trained, settings: Readonly<Record<string, string | number>>) => Trainer;
  }
  const convnet: ConvNet;
  export default convnet;
}

declare module 'brain.js' {
  interface Row {
    readonly input: Float32Array;
    readonly output: Float32Array;
  }
  export class NeuralNetwork {
    constructor(settings: { readonly hiddenLayers: readonly number[]; readonly activation: 'sigmoid' });
    train(rows: readonly Row[], settings: { readonly iterations: number }): unknown;
    trainPatterns(rows: readonly Row[]): void;
    run(input: Float32Array): Float32Array;
  }
}
