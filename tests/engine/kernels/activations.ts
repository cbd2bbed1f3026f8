import type { Kernels } from '../../../src/engine/kernels/kernels.ts';
import type { Case, Cases, Name } from './case.ts';
import type { Draw } from './draw.ts';

/** Kernels of the form (x, y, count, settings…), and (x, dy, dx, count, settings…). */
type Forward = (x: number, y: number, count: number, ...settings: number[]) => void;
type Backward = (x: number, dy: number, dx: number, count: number, ...settings: number[]) => void;
type Of<Form> = { [N in Name]: Form extends Kernels[N] ? N : never }[Name];

const forward =
  (name: Of<Forward>, settings = 0) =>
  (draw: Draw): Case => {
    const count = draw.size();
    const given = Array.from({ length: settings }, () => draw.setting());
    return {
      buffers: { x: [count, 'any'], y: [count, 'any'] },
      call(k, { x = 0, y = 0 }) {
        const kernel: Forward = k[name];
        kernel(x, y, count, ...given);
      },
    };
  };

const backward =
  (name: Of<Backward>, settings = 0) =>
  (draw: Draw): Case => {
    const count = draw.size();
    const given = Array.from({ length: settings }, () => draw.setting());
    return {
      buffers: { x: [count, 'any'], dy: [count, 'any'], dx: [count, 'any'] },
      call(k, { x = 0, dy = 0, dx = 0 }) {
        const kernel: Backward = k[name];
        kernel(x, dy, dx, count, ...given);
      },
    };
  };

type Activations = Cases<
  | 'sigmoid'
  | 'sigmoidGradient'
  | 'tanh'
  | 'tanhGradient'
  | 'relu'
  | 'reluGradient'
  | 'step'
  | 'softmax'
  | 'softmaxGradient'
  | 'leakyRelu'
  | 'leakyReluGradient'
  | 'elu'
  | 'eluGradient'
  | 'gelu'
  | 'geluGradient'
  | 'silu'
  | 'siluGradient'
  | 'softplus'
  | 'softplusGradient'
  | 'softsign'
  | 'softsignGradient'
  | 'hardSigmoid'
  | 'hardSigmoidGradient'
  | 'exponential'
  | 'exponentialGradient'
>;

export const activations: Activations = {
  sigmoid: forward('sigmoid'),
  sigmoidGradient: backward('sigmoidGradient'),
  tanh: forward('tanh'),
  tanhGradient: backward('tanhGradient'),
  relu: forward('relu'),
  reluGradient: backward('reluGradient'),
  step: forward('step'),
  softmax(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    return {
      buffers: { x: [rows * columns, 'any'], y: [rows * columns, 'any'] },
      call: (k, { x = 0, y = 0 }) => k.softmax(x, y, rows, columns),
    };
  },
  softmaxGradient(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    const count = rows * columns;
    return {
      buffers: { y: [count, 'share'], dy: [count, 'any'], dx: [count, 'any'] },
      call: (k, { y = 0, dy = 0, dx = 0 }) => k.softmaxGradient(y, dy, dx, rows, columns),
    };
  },
  leakyRelu: forward('leakyRelu', 1),
  leakyReluGradient: backward('leakyReluGradient', 1),
  elu: forward('elu', 2),
  eluGradient: backward('eluGradient', 2),
  gelu: forward('gelu'),
  geluGradient: backward('geluGradient'),
  silu: forward('silu'),
  siluGradient: backward('siluGradient'),
  softplus: forward('softplus'),
  softplusGradient: backward('softplusGradient'),
  softsign: forward('softsign'),
  softsignGradient: backward('softsignGradient'),
  hardSigmoid: forward('hardSigmoid'),
  hardSigmoidGradient: backward('hardSigmoidGradient'),
  exponential: forward('exponential'),
  exponentialGradient: backward('exponentialGradient'),
};
