import type { Case, Cases } from './case.ts';
import type { Draw, Kind } from './draw.ts';

type Losses = Cases<
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
  | 'absoluteError'
  | 'absoluteErrorGradient'
  | 'huber'
  | 'huberGradient'
  | 'smooth'
>;

type Loss =
  | 'squaredError'
  | 'binaryCrossentropy'
  | 'binaryCrossentropyOfLogits'
  | 'categoricalCrossentropy'
  | 'categoricalCrossentropyOfLogits'
  | 'absoluteError';

const loss =
  (name: Loss, p: Kind, t: Kind) =>
  (draw: Draw): Case => {
    const [rows, columns] = [draw.size(), draw.size()];
    return {
      buffers: { p: [rows * columns, p], t: [rows * columns, t], to: [rows, 'any'] },
      call: (k, at) => k[name](at['p']!, at['t']!, at['to']!, rows, columns),
    };
  };

type Gradient = `${Loss}Gradient` | 'perceptronLossGradient';

const gradient =
  (name: Gradient, p: Kind, t: Kind) =>
  (draw: Draw): Case => {
    const [rows, columns] = [draw.size(), draw.size()];
    const count = rows * columns;
    return {
      buffers: { p: [count, p], t: [count, t], dloss: [rows, 'any'], dp: [count, 'any'] },
      call: (k, at) => k[name](at['p']!, at['t']!, at['dloss']!, at['dp']!, rows, columns),
    };
  };

export const losses: Losses = {
  squaredError: loss('squaredError', 'any', 'any'),
  squaredErrorGradient: gradient('squaredErrorGradient', 'any', 'any'),
  binaryCrossentropy: loss('binaryCrossentropy', 'share', 'bit'),
  binaryCrossentropyGradient: gradient('binaryCrossentropyGradient', 'share', 'bit'),
  binaryCrossentropyOfLogits: loss('binaryCrossentropyOfLogits', 'any', 'bit'),
  binaryCrossentropyOfLogitsGradient: gradient('binaryCrossentropyOfLogitsGradient', 'share', 'bit'),
  categoricalCrossentropy: loss('categoricalCrossentropy', 'share', 'bit'),
  categoricalCrossentropyGradient: gradient('categoricalCrossentropyGradient', 'share', 'bit'),
  categoricalCrossentropyOfLogits: loss('categoricalCrossentropyOfLogits', 'any', 'bit'),
  categoricalCrossentropyOfLogitsGradient: gradient(
    'categoricalCrossentropyOfLogitsGradient',
    'share',
    'bit',
  ),
  perceptronLoss(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    const count = rows * columns;
    return {
      buffers: { p: [count, 'bit'], t: [count, 'bit'], z: [count, 'any'], to: [rows, 'any'] },
      call: (k, at) => k.perceptronLoss(at['p']!, at['t']!, at['z']!, at['to']!, rows, columns),
    };
  },
  perceptronLossGradient: gradient('perceptronLossGradient', 'bit', 'bit'),
  absoluteError: loss('absoluteError', 'ties', 'ties'),
  absoluteErrorGradient: gradient('absoluteErrorGradient', 'ties', 'ties'),
  huber(draw) {
    const [rows, columns, delta] = [draw.size(), draw.size(), draw.setting(2)];
    const count = rows * columns;
    return {
      buffers: { p: [count, 'any'], t: [count, 'any'], to: [rows, 'any'] },
      call: (k, at) => k.huber(at['p']!, at['t']!, at['to']!, rows, columns, delta),
    };
  },
  huberGradient(draw) {
    const [rows, columns, delta] = [draw.size(), draw.size(), draw.setting(2)];
    const count = rows * columns;
    return {
      buffers: { p: [count, 'any'], t: [count, 'any'], dloss: [rows, 'any'], dp: [count, 'any'] },
      call: (k, at) => k.huberGradient(at['p']!, at['t']!, at['dloss']!, at['dp']!, rows, columns, delta),
    };
  },
  smooth(draw) {
    const [count, smoothing, floor] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { t: [count, 'bit'], y: [count, 'any'] },
      call: (k, { t = 0, y = 0 }) => k.smooth(t, y, count, smoothing, floor),
    };
  },
};
