import type { ConvNet, Trained, Vol } from 'convnetjs';
import { digits, images, points, sizeOf, type Training, xor } from '../data.ts';
import { labelsOf } from '../data.ts';
import type { Make, Running } from '../program.ts';

/**
 * convnetjs: one row after the other through its own trainer, without momentum. Its regression has a linear output
 * and half the squared error, so on W1 and W2 it computes something else.
 */

type Definition = Readonly<Record<string, string | number>>;

const input = ([height, width, channels]: readonly number[]): Definition =>
  channels === undefined
    ? { type: 'input', out_sx: 1, out_sy: 1, out_depth: height! }
    : { type: 'input', out_sx: width!, out_sy: height!, out_depth: channels };

const perceptron = ({ shape, shapes, hidden, head }: Training): Definition[] => {
  const widths = shapes.filter((one) => one.length === 1).map(([units]) => units!);
  const last = widths.pop()!;
  return [
    input(shape),
    ...widths.map((units) => ({ type: 'fc', num_neurons: units, activation: hidden })),
    head === 'softmax' ? { type: 'softmax', num_classes: last } : { type: 'regression', num_neurons: last },
  ];
};

const convolutional = ({ shape }: Training): Definition[] => [
  input(shape),
  { type: 'conv', sx: 3, filters: 8, stride: 1, pad: 1, activation: 'relu' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'conv', sx: 3, filters: 16, stride: 1, pad: 1, activation: 'relu' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'softmax', num_classes: 10 },
];

/** Copies our kernels (…, inputs, outputs) into its filters, which hold one output's weights each. */
const setWeights = (net: Trained, { weights }: Training): void => {
  const layers = net.layers.filter(({ filters }) => filters !== undefined);
  layers.forEach(({ filters, biases }, index) => {
    const [kernel, bias] = [weights[2 * index]!, weights[2 * index + 1]!];
    filters!.forEach(({ w }, output) => {
      for (let at = 0; at < w.length; at++) w[at] = kernel[at * filters!.length + output]!;
      biases!.w[output] = bias[output]!;
    });
  });
};

const volumes = (convnet: ConvNet, { shape, rows, inputs }: Training): Vol[] => {
  const size = sizeOf(shape);
  const [height, width, channels] =
    shape.length === 1 ? [1, 1, shape[0]!] : (shape as [number, number, number]);
  return Array.from({ length: rows }, (_, row) => {
    const vol = new convnet.Vol(width, height, channels, 0);
    for (let at = 0; at < size; at++) vol.w[at] = inputs[row * size + at]!;
    return vol;
  });
};

const trains =
  (training: Training, definitions: (training: Training) => Definition[]): Make =>
  async (): Promise<Running> => {
    const { default: convnet } = await import('convnetjs');
    const net = new convnet.Net();
    net.makeLayers(definitions(training));
    setWeights(net, training);
    const { batch, rate, rows, answers, head } = training;
    const trainer = new convnet.Trainer(net, {
      method: 'sgd',
      learning_rate: rate,
      momentum: 0,
      batch_size: batch,
      l2_decay: 0,
    });
    const given = volumes(convnet, training);
    const wanted = head === 'softmax' ? labelsOf(training) : Array.from(answers, (answer) => [answer]);
    let row = 0;
    return {
      run: (steps) => {
        for (let n = 0; n < steps * batch; n++) {
          trainer.train(given[row]!, wanted[row]!);
          row = row + 1 === rows ? 0 : row + 1;
        }
      },
      outputs: () => given.flatMap((vol) => Array.from(net.forward(vol).w)),
    };
  };

export const w1: Make = trains(xor(), perceptron);
export const w2: Make = trains(points(200, 10), perceptron);
export const w3: Make = trains(digits(false), perceptron);
export const w4: Make = trains(images(), convolutional);
