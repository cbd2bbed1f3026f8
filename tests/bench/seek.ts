import { readFileSync } from 'node:fs';
import { build, createHistory, createTrainer, keyframeOf } from '../../src/engine/index.ts';
import { uniform } from '../../src/engine/random.ts';
import { opening } from '../../src/experiment/presets.ts';
import { apart } from '../../src/worker/apart.ts';
import { advanceMany, type Run, startRun } from '../../src/worker/run.ts';
import { approach, head } from '../../src/worker/seek.ts';
import { convolutional, startKernels } from './programs/gradus.ts';

/**
 * How long a seek takes in a network of 9,098 parameters on pictures of 28 × 28 after five epochs: to the nearest moment
 * that is kept, which is shown meanwhile, and to the exact step. Pictures are no data of the page yet: they are put
 * under a run of the worker here.
 */

const PICTURES = 10_000;
const BATCH = 32;
const EPOCHS = 5;
const SEEKS = 200;
/** As the session has it: milliseconds of training between two keyframes, and of one slice. */
const REPLAY = 8;
const SLICE = 8;

startKernels(await WebAssembly.compile(readFileSync(process.argv[2]!)), null);

const drawn = (count: number, layer: number): Float64Array =>
  Float64Array.from({ length: count }, (_, index) => uniform(1, 'data', layer, 0, index));
const inputs = drawn(PICTURES * 784, 0);
const answers = new Float64Array(PICTURES * 10);
drawn(PICTURES, 1).forEach((each, row) => {
  answers[row * 10 + Math.floor(each * 10)] = 1;
});

const start = (): Run => {
  const experiment = {
    ...opening,
    data: { ...opening.data, noise: 0.1, points: PICTURES },
    fit: { batch_size: BATCH, epochs: null, validation_split: 0, shuffle: true },
  };
  const run = startRun(1, experiment, null);
  if ('refused' in run) throw new Error(run.refused.en);
  const model = build({
    inputs: [28, 28, 1],
    layers: convolutional,
    loss: 'categorical_crossentropy',
    optimizer: run.setup.design.compile.optimizer.type,
    batchSize: BATCH,
    seed: 1,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const train = { count: PICTURES, inputs, answers };
  const setup = { ...run.setup, train, settings: { ...run.setup.settings, model, rows: train } };
  const trainer = createTrainer(setup.settings);
  return { ...run, setup, trainer, history: createHistory(keyframeOf(trainer)) };
};

const run = start();
const { counters } = run.trainer;
const began = performance.now();
while (counters.epoch < EPOCHS) {
  const from = performance.now();
  advanceMany(run, 1);
  run.every = apart(REPLAY / (performance.now() - from));
}
const { step } = counters;
const each = (performance.now() - began) / step;

const [near, exact]: [number[], number[]] = [[], []];
for (let seek = 0; seek < SEEKS; seek += 1) {
  const from = performance.now();
  head(run, { step: Math.floor(uniform(1, 'data', 2, 0, seek) * step), epoch: 0, phases: 0 });
  while (run.goal && performance.now() - from < SLICE) approach(run, 1);
  near.push(performance.now() - from);
  while (run.goal) approach(run, 1);
  exact.push(performance.now() - from);
}
const at = (numbers: readonly number[], share: number): string =>
  numbers.toSorted((a, b) => a - b)[Math.min(SEEKS - 1, Math.floor(share * SEEKS))]!.toFixed(1);
const { keyframes, bytes } = run.history;
console.log(
  `${step.toLocaleString('en-US')} steps of ${each.toFixed(1)} ms, ${keyframes.length} moments kept in ${(bytes / 2 ** 20).toFixed(1)} MB`,
);
console.log(
  `a seek in a network of 9,098 parameters after ${EPOCHS} epochs: first moment shown p50 ${at(near, 0.5)} ms, p95 ${at(near, 0.95)} ms; exact step p50 ${at(exact, 0.5)} ms, p95 ${at(exact, 0.95)} ms, longest ${at(exact, 1)} ms (goal 250 ms)`,
);
