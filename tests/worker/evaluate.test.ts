import { expect, test } from 'vitest';
import { advance } from '../../src/worker/run.ts';
import { gradientNorm } from '../../src/worker/evaluate.ts';
import { noisy, started } from './runs.ts';

test('the gradient norm over 800 rows, in chunks, is that of one batch of them all', () => {
  const run = started({
    ...noisy,
    data: { ...noisy.data, points: 1000 },
    fit: { ...noisy.fit, batch_size: 800 },
  });
  const { model } = run.trainer.settings;
  const chunked = gradientNorm(model, run.setup.train);
  // Two layers have six phases; after five the gradient is whole and not used yet.
  for (let phase = 0; phase < 5; phase++) advance(run, 'phase');
  expect(run.trainer.batchRows).toBe(800);
  const { gradients, count } = model.ranges;
  const whole = Math.hypot(...model.arena.memory.subarray(gradients, gradients + count));
  expect(whole).toBeGreaterThan(0.01);
  expect(Math.abs(chunked / whole - 1)).toBeLessThan(1e-5);
});
