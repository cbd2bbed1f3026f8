import { readFileSync } from 'node:fs';
import type { CallbackSpec } from '../../src/engine/callbacks/index.ts';
import { build, createTrainer, type Happening, train, type Trainer } from '../../src/engine/index.ts';
import type { LayerType } from '../../src/engine/layers/index.ts';
import type { MetricName } from '../../src/engine/metrics/index.ts';
import type { OptimizerSpec } from '../../src/engine/optimizers/index.ts';
import { specOf as callbackSpecOf } from './callbacks-golden.ts';
import { firstWeights, numbers, specOf } from './layers-golden.ts';

/** What tests/golden/fit_callbacks.py wrote: Keras's own values. */

type Config = Readonly<Record<string, unknown>>;

/** One call of fit(): where it ended, and what it came to. */
export interface GoldenRun {
  readonly epochs: number;
  readonly epoch: number;
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly lines: readonly string[];
  /** Name, whether weights alone, and all weights in Keras's order. */
  readonly files: readonly (readonly [string, boolean, readonly number[]])[];
  readonly weights: readonly (readonly number[])[];
  readonly rates: readonly number[];
}

export interface GoldenFit {
  readonly name: string;
  readonly layers: readonly { readonly type: LayerType; readonly config: Config }[];
  readonly loss: string;
  readonly metrics: readonly MetricName[];
  readonly optimizer: OptimizerSpec;
  readonly callbacks: readonly Config[];
  readonly batch: number;
  readonly classes: number;
  readonly runs: readonly GoldenRun[];
}

export const golden: {
  readonly rows: number;
  readonly held: number;
  readonly cases: readonly GoldenFit[];
} = JSON.parse(readFileSync(new URL('../golden/fit_callbacks.json', import.meta.url), 'utf8'));

const LOSSES: Readonly<Record<string, 'mean_squared_error' | undefined>> = { mse: 'mean_squared_error' };

/** The rows that the script makes, in single precision as it does. */
const rowsOf = ({ loss, classes }: GoldenFit) => {
  const all = golden.rows + golden.held;
  const [inputs, noise] = [numbers([all, 2], 1), numbers([all], 9)];
  const f = Math.fround;
  const scores = Array.from({ length: all }, (_, i) =>
    f(f(inputs[2 * i]! - f(f(0.5) * inputs[2 * i + 1]!)) + f(f(0.8) * noise[i]!)),
  );
  const answers = scores.flatMap((score) => {
    if (loss === 'mse') return [score];
    if (classes === 1) return [score > 0 ? 1 : 0];
    const own = score < -0.4 ? 0 : score < 0.4 ? 1 : 2;
    return [0, 1, 2].map((one) => (one === own ? 1 : 0));
  });
  const part = (from: number, to: number) => ({
    count: to - from,
    inputs: Float64Array.from(inputs.subarray(2 * from, 2 * to)),
    answers: Float64Array.from(answers.slice(classes * from, classes * to)),
  });
  return { rows: part(0, golden.rows), validation: part(golden.rows, all) };
};

/** The model and the callbacks of a case, before its first fit(). */
export const trainerOf = (fit: GoldenFit, tell: (happening: Happening) => void): Trainer => {
  const model = build({
    inputs: 2,
    layers: fit.layers.map(({ type, config }, index) => specOf(type, config, index + 1)),
    loss: LOSSES[fit.loss] ?? (fit.loss as 'binary_crossentropy'),
    optimizer: fit.optimizer,
    batchSize: fit.batch,
    seed: 1,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  model.layers.forEach(({ shapes, weights }, index) => {
    weights.forEach(({ at, shape }, weight) => {
      const values = firstWeights(shapes[weight]!.name, shape, 10 * index + weight + 2);
      model.arena.memory.set(shapes[weight]!.name.includes('variance') ? values.fill(1) : values, at);
    });
  });
  const settings = {
    model,
    ...rowsOf(fit),
    optimizer: fit.optimizer,
    batchSize: fit.batch,
    shuffle: false,
    seed: 1,
    epochs: fit.runs[0]!.epochs,
    callbacks: fit.callbacks.map(callbackSpecOf) as readonly CallbackSpec[],
    metrics: fit.metrics,
  };
  return createTrainer(settings, undefined, tell);
};

/** Trains by batches until a fit() has ended. */
export const fitOnce = (trainer: Trainer): void => {
  const before = trainer.counters.fit.ended;
  const batches = train(trainer, 'batch');
  while (trainer.counters.fit.ended === before) {
    if (batches.next().value === 'lost') throw new Error(`lost at step ${trainer.counters.step}`);
  }
};
