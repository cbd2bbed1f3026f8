import type { Kernels } from '../kernels.ts';
import type { PointwiseKernels } from '../pointwise.ts';
import { type Call, place, single } from './calls.ts';
import * as code from '../assembly/codes.ts';

type Activations = PointwiseKernels &
  Pick<
    Kernels,
    | 'sigmoid'
    | 'sigmoidGradient'
    | 'tanh'
    | 'tanhGradient'
    | 'relu'
    | 'reluGradient'
    | 'step'
    | 'softmax'
    | 'softmaxGradient'
  >;

export const activations = (call: Call): Activations => {
  const forward =
    (kind: number) =>
    (x: number, y: number, count: number): void =>
      call(kind, place(x), place(y), count);
  const backward =
    (kind: number) =>
    (x: number, dy: number, dx: number, count: number): void =>
      call(kind, place(x), place(dy), place(dx), count);
  return {
    sigmoid: forward(code.SIGMOID),
    tanh: forward(code.TANH),
    relu: forward(code.RELU),
    step: forward(code.STEP),
    gelu: forward(code.GELU),
    silu: forward(code.SILU),
    softplus: forward(code.SOFTPLUS),
    softsign: forward(code.SOFTSIGN),
    hardSigmoid: forward(code.HARD_SIGMOID),
    exponential: forward(code.EXPONENTIAL),
    sigmoidGradient: backward(code.SIGMOID_GRADIENT),
    tanhGradient: backward(code.TANH_GRADIENT),
    reluGradient: backward(code.RELU_GRADIENT),
    geluGradient: backward(code.GELU_GRADIENT),
    siluGradient: backward(code.SILU_GRADIENT),
    softplusGradient: backward(code.SOFTPLUS_GRADIENT),
    softsignGradient: backward(code.SOFTSIGN_GRADIENT),
    hardSigmoidGradient: backward(code.HARD_SIGMOID_GRADIENT),
    exponentialGradient: backward(code.EXPONENTIAL_GRADIENT),
    softmax: (x, y, rows, columns) => call(code.SOFTMAX, place(x), place(y), rows, columns),
    softmaxGradient: (y, dy, dx, rows, columns) =>
      call(code.SOFTMAX_GRADIENT, place(y), place(dy), place(dx), rows, columns),
    leakyRelu: (x, y, count, slope) => call(code.LEAKY_RELU, place(x), place(y), count, single(slope)),
    leakyReluGradient: (x, dy, dx, count, slope) =>
      call(code.LEAKY_RELU_GRADIENT, place(x), place(dy), place(dx), count, single(slope)),
    elu: (x, y, count, alpha, scale) =>
      call(code.ELU, place(x), place(y), count, single(alpha), single(scale)),
    eluGradient: (x, dy, dx, count, alpha, scale) =>
      call(code.ELU_GRADIENT, place(x), place(dy), place(dx), count, single(alpha), single(scale)),
  };
};
