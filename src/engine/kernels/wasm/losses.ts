import type { Kernels } from '../kernels.ts';
import type { LossKernels } from '../losses.ts';
import { type Call, place, single } from './calls.ts';
import * as code from '../assembly/codes.ts';

type Losses = LossKernels &
  Pick<
    Kernels,
    | 'squaredError'
    | 'squaredErrorGradient'
    | 'binaryCrossentropy'
    | 'binaryCrossentropyGradient'
    | 'binaryCrossentropyOfLogits'
    | 'binaryCrossentropyOfLogitsGradient'
    | 'categoricalCrossentropy'
    | 'categoricalCrossentropyGradient'
    | 'categoricalCrossentropyOfLogits'
    | 'categoricalCrossentropyOfLogitsGradient'
    | 'perceptronLoss'
    | 'perceptronLossGradient'
  >;

export const losses = (call: Call): Losses => {
  const forward =
    (kind: number) =>
    (p: number, t: number, loss: number, rows: number, columns: number): void =>
      call(kind, place(p), place(t), place(loss), rows, columns);
  const backward =
    (kind: number) =>
    (p: number, t: number, dloss: number, dp: number, rows: number, columns: number): void =>
      call(kind, place(p), place(t), place(dloss), place(dp), rows, columns);
  return {
    squaredError: forward(code.SQUARED_ERROR),
    binaryCrossentropy: forward(code.BINARY_CROSSENTROPY),
    binaryCrossentropyOfLogits: forward(code.BINARY_CROSSENTROPY_OF_LOGITS),
    categoricalCrossentropy: forward(code.CATEGORICAL_CROSSENTROPY),
    categoricalCrossentropyOfLogits: forward(code.CATEGORICAL_CROSSENTROPY_OF_LOGITS),
    absoluteError: forward(code.ABSOLUTE_ERROR),
    squaredErrorGradient: backward(code.SQUARED_ERROR_GRADIENT),
    binaryCrossentropyGradient: backward(code.BINARY_CROSSENTROPY_GRADIENT),
    categoricalCrossentropyGradient: backward(code.CATEGORICAL_CROSSENTROPY_GRADIENT),
    categoricalCrossentropyOfLogitsGradient: backward(code.CATEGORICAL_CROSSENTROPY_OF_LOGITS_GRADIENT),
    absoluteErrorGradient: backward(code.ABSOLUTE_ERROR_GRADIENT),
    binaryCrossentropyOfLogitsGradient: backward(code.ERROR_GRADIENT),
    perceptronLossGradient: backward(code.ERROR_GRADIENT),
    perceptronLoss: (p, t, z, loss, rows, columns) =>
      call(code.PERCEPTRON_LOSS, place(p), place(t), place(z), place(loss), rows, columns),
    huber: (p, t, loss, rows, columns, delta) =>
      call(code.HUBER, place(p), place(t), place(loss), rows, columns, single(delta)),
    huberGradient: (p, t, dloss, dp, rows, columns, delta) =>
      call(code.HUBER_GRADIENT, place(p), place(t), place(dloss), place(dp), rows, columns, single(delta)),
    smooth: (t, y, count, smoothing, floor) =>
      call(code.RESCALE, place(t), place(y), count, single(1 - smoothing), single(floor)),
  };
};
