import { expect, test } from 'vitest';
import { check } from '../../src/experiment/check.ts';
import { apply, rebase } from '../../src/experiment/apply.ts';
import type { Design } from '../../src/experiment/experiment.ts';
import { addLayer, chooseSet, setLayer, setUnits } from '../../src/experiment/moves.ts';
import { kindOf, PAIR, pairOf } from '../../src/experiment/pair.ts';
import { forPictures, pictureModels } from '../../src/experiment/pictures.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';
import { trainable } from '../../src/engine/layers/settings.ts';

const digits: Design = apply(opening, chooseSet(opening, 'digits'));
const terms = { epochs: 4, points: 300, seed: 9 };

test('the usual MLP and CNN learn from the same pictures, in the same way, from the same seed', () => {
  const { mlp, cnn } = pairOf(digits, terms)!;
  for (const one of [mlp, cnn]) {
    expect(one.data).toEqual({ ...digits.data, points: 300 });
    expect(one.compile).toEqual(digits.compile);
    expect(one.fit).toEqual({ ...digits.fit, epochs: 4 });
    expect([one.seed, one.edits]).toEqual([9, []]);
    // It is a document like any other, and nothing in it would be refused.
    expect(parseExperiment(JSON.parse(JSON.stringify(one)))).toMatchObject({ experiment: one });
    expect(check(one).filter(({ kind }) => kind === 'refused')).toEqual([]);
  }
  expect(mlp.model.layers).toEqual(pictureModels.mlp.layers(10));
  expect(cnn.model.layers).toEqual(pictureModels.cnn.layers(10));
  expect([kindOf(mlp.model), kindOf(cnn.model)]).toEqual(['mlp', 'cnn']);
});

test('one’s own network takes its side, and the other one answers as it does', () => {
  const own = apply(digits, addLayer(digits, 2, 'Dropout'));
  expect(pairOf(own, terms)!.cnn.model).toEqual(own.model);
  expect(pairOf(own, terms)!.mlp.model.layers).toEqual(pictureModels.mlp.layers(10));
  const answers = { ...own.model.layers.at(-1)!, activation: 'linear', use_bias: false } as const;
  const linear = { ...own, model: { layers: [...own.model.layers.slice(0, -1), answers] } } as Design;
  expect(pairOf(linear, terms)!.mlp.model.layers.at(-1)).toEqual({ ...answers, id: 3 });
  // An MLP is on the other side.
  const usual = apply(digits, forPictures(digits, 10, 'mlp'));
  const mlp = apply(usual, setUnits(usual, 2, 12));
  expect(mlp.model).not.toEqual(usual.model);
  expect(pairOf(mlp, terms)!.mlp.model).toEqual(mlp.model);
  expect(pairOf(mlp, terms)!.cnn.model.layers).toEqual(pictureModels.cnn.layers(10));
});

test('frozen layers learn as well, for both begin at their first weights', () => {
  const frozen = apply(digits, setLayer(digits, 1, trainable, false));
  expect(frozen.model.layers[0]).toMatchObject({ trainable: false });
  expect(pairOf(frozen, terms)!.cnn.model.layers).toEqual(digits.model.layers);
});

test('points are not compared', () => {
  expect(pairOf(opening, terms)).toBeNull();
  for (const set of ['shifted_digits', 'shapes', 'stripes'] as const) {
    const pair = pairOf(rebase(opening, 0, chooseSet(opening, set)), { ...terms, points: 100 })!;
    expect(PAIR.map((kind) => kindOf(pair[kind].model))).toEqual([...PAIR]);
  }
});
