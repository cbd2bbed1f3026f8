import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTrained } from '../../src/formats/trained.ts';
import { follow, generated, rightOf } from '../../scripts/model/recipe.ts';
import { mnist, mnistThere } from './mnist.ts';

/*
 * Digits of our own pen, learned as in a lesson: Adam at 0.002, 32 a batch, three epochs over 60,000 of them, and asked
 * about real ones, which are MNIST's. The hands were drawn and the pen was set with the results on these in sight: this
 * is how well the pen is made, and no proof of how well handwriting is read that nobody has looked at.
 */

const file = readFileSync(new URL('../../public/models/digits.safetensors', import.meta.url));
const SEEDS = [1, 2, 3];
const PICTURES = 60_000;
const EPOCHS = 3;
const HELD = 10_000;
/** What is asked for: of generated digits after three epochs, and of real ones. */
const LEAST_GENERATED = 0.97;
const LEAST_REAL = 0.95;

describe('a network that has learned generated digits alone', () => {
  test.each(SEEDS)('reads them, and real ones, from seed %i', { timeout: 1_800_000 }, async (seed) => {
    const trained = readTrained(file);
    if ('problem' in trained) throw new Error(trained.problem.en);
    const { experiment } = trained;
    const { optimizer } = experiment.compile;
    const model = follow({ experiment, optimizer, seed, pictures: PICTURES, epochs: EPOCHS });
    const share = rightOf(model, generated(seed, PICTURES, HELD)) / HELD;
    console.log(`seed ${seed}: ${share} of generated digits`);
    expect(share).toBeGreaterThanOrEqual(LEAST_GENERATED);
    if (!mnistThere) return;
    const real = await mnist();
    const realShare = rightOf(model, real) / real.count;
    console.log(`seed ${seed}: ${realShare} of real digits`);
    expect(realShare).toBeGreaterThanOrEqual(LEAST_REAL);
  });
});
