import { expect, test } from 'vitest';
import { rebase } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';
import { learnDigits, RECIPE } from '../../src/experiment/recipe.ts';
import { chooseSet } from '../../src/experiment/moves.ts';
import { pictureModels } from '../../src/experiment/pictures.ts';
import { trainingRows } from '../../src/data/data.ts';

test.each(['gate', 'stripes', 'digits'] as const)(
  'from %s on, the settings for digits are the same ones, and nothing speaks against them',
  (set) => {
    const before = rebase(opening, 0, chooseSet(opening, set));
    const next = rebase(before, 0, learnDigits(before));
    expect(next.data).toMatchObject({ set: 'digits', points: 10_000, noise: 0 });
    expect(next.model.layers).toEqual(pictureModels.cnn.layers(10));
    expect(next.fit).toMatchObject({ batch_size: 32, epochs: 3, validation_split: 0.2 });
    expect(check(next)).toEqual([]);
    expect(parseExperiment(JSON.parse(JSON.stringify(next)))).toEqual({ ok: true, experiment: next });
  },
);

test('the rate is 0 when its last epoch is over', () => {
  const { data, fit, compile } = rebase(opening, 0, learnDigits(opening));
  const updates = fit.epochs! * Math.ceil(trainingRows(data, fit.validation_split) / fit.batch_size);
  expect(RECIPE.decay_steps).toBe(updates);
  expect(compile.optimizer).toMatchObject({
    type: 'Adam',
    learning_rate: 0.01,
    schedule: { type: 'CosineDecay', decay_steps: updates },
  });
});
