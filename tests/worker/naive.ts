/** A second, plain reckoning of gradient descent in Float64, written from the formulas of the textbooks for tests. */

type Numbers = readonly number[];

interface Activation {
  readonly f: (z: number) => number;
  /** f′(z) */
  readonly slope: (z: number) => number;
}
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
export const activations: Readonly<Record<string, Activation>> = {
  linear: { f: (z) => z, slope: () => 1 },
  sigmoid: { f: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)) },
  tanh: { f: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  relu: { f: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
};

/** kernel: inputs × units */
export interface NaiveLayer {
  readonly kernel: Numbers;
  readonly bias: Numbers;
  readonly activation: string;
}

const softmax = (z: Numbers): number[] => {
  const most = Math.max(...z);
  const powers = z.map((one) => Math.exp(one - most));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
};

/** One row forwards and backwards: `layers` first to last. */
export const reckon = (layers: readonly NaiveLayer[], inputs: Numbers, answers: Numbers, loss: string) => {
  const steps: { inputs: Numbers; sums: number[]; outputs: number[] }[] = [];
  let x = inputs;
  for (const { kernel, bias, activation } of layers) {
    const units = bias.length;
    const sums = bias.map((b, unit) =>
      x.reduce((sum, value, i) => sum + value * kernel[i * units + unit]!, b),
    );
    const outputs = activation === 'softmax' ? softmax(sums) : sums.map(activations[activation]!.f);
    steps.push({ inputs: x, sums, outputs });
    x = outputs;
  }
  const n = answers.length;
  const cost = { mean_squared_error: 0, binary_crossentropy: 0, categorical_crossentropy: 0 }[loss];
  if (cost === undefined) throw new Error(`reckon: expected a loss it knows, received "${loss}".`);
  const rowLoss = answers.reduce((sum, y, i) => {
    const a = x[i]!;
    if (loss === 'mean_squared_error') return sum + (a - y) ** 2 / n;
    if (loss === 'binary_crossentropy') return sum - (y * Math.log(a) + (1 - y) * Math.log(1 - a)) / n;
    return sum - y * Math.log(a);
  }, 0);
  // ∂L/∂z of the last layer, then of those before it.
  let delta = answers.map((y, i) => {
    const a = x[i]!;
    if (loss === 'mean_squared_error') {
      return ((2 * (a - y)) / n) * activations[layers.at(-1)!.activation]!.slope(steps.at(-1)!.sums[i]!);
    }
    return (a - y) / (loss === 'binary_crossentropy' ? n : 1);
  });
  const deltas: number[][] = [];
  const slopes: number[][] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const { kernel, bias } = layers[l]!;
    const { inputs: before } = steps[l]!;
    deltas.unshift(delta);
    slopes.unshift([...before.flatMap((value) => delta.map((d) => value * d)), ...delta]);
    const own = delta;
    if (l > 0) {
      const { sums } = steps[l - 1]!;
      const { slope } = activations[layers[l - 1]!.activation]!;
      delta = before.map(
        (_a, i) =>
          own.reduce((sum, d, unit) => sum + d * kernel[i * bias.length + unit]!, 0) * slope(sums[i]!),
      );
    }
  }
  return { steps, loss: rowLoss, deltas, slopes };
};
