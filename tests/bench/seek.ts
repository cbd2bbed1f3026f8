import { readFileSync } from 'node:fs';
import { uniform } from '../../src/engine/random.ts';
import { demos } from '../../src/experiment/demos.ts';
import { apart } from '../../src/worker/apart.ts';
import { advanceMany, type Run, startRun } from '../../src/worker/run.ts';
import { approach, head } from '../../src/worker/seek.ts';
import { startKernels } from './programs/gradus.ts';

/**
 * How long a seek takes in the digits CNN of 9,098 parameters on 10,000 pictures after five epochs, beside the page: to the
 * nearest moment that is kept, which is shown meanwhile, and to the exact step.
 */

const PICTURES = 10_000;
const EPOCHS = 5;
const SEEKS = 200;
/** As the session has it: milliseconds of training between two keyframes, and of one slice. */
const REPLAY = 8;
const SLICE = 8;

startKernels(await WebAssembly.compile(readFileSync(process.argv[2]!)), null);

const start = (): Run => {
  const { digits } = demos;
  const run = startRun(
    1,
    { ...digits, data: { ...digits.data, points: PICTURES }, fit: { ...digits.fit, validation_split: 0 } },
    null,
  );
  if ('refused' in run) throw new Error(run.refused.en);
  return run;
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
  `a seek in the digits CNN after ${EPOCHS} epochs of ${PICTURES.toLocaleString('en-US')} pictures: first moment shown p50 ${at(near, 0.5)} ms, p95 ${at(near, 0.95)} ms; exact step p50 ${at(exact, 0.5)} ms, p95 ${at(exact, 0.95)} ms, longest ${at(exact, 1)} ms (goal 250 ms)`,
);
