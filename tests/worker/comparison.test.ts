import { expect, test } from 'vitest';
import type { Imported } from '../../src/data/imported.ts';
import { pictureAt } from '../../src/data/pictureRows.ts';
import { layers } from '../../src/engine/layers/index.ts';
import { uniform } from '../../src/engine/random.ts';
import { apply, rebase } from '../../src/experiment/apply.ts';
import type { Design, Experiment } from '../../src/experiment/experiment.ts';
import { addLayer, chooseSet, learnFrom } from '../../src/experiment/moves.ts';
import { type Both, PAIR, pairOf, type Terms } from '../../src/experiment/pair.ts';
import { forPictures } from '../../src/experiment/pictures.ts';
import { opening } from '../../src/experiment/presets.ts';
import { createComparison } from '../../src/worker/comparison/session.ts';
import type { Weights } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';

const TERMS: Terms = { epochs: 3, points: 60, seed: 5 };
const stripes = rebase(opening, 0, chooseSet(opening, 'stripes'));
const pairFor = (design: Design = stripes, terms: Partial<Terms> = {}): Both<Experiment> => {
  const pair = pairOf(design, { ...TERMS, ...terms });
  if (!pair) throw new Error('pairFor: expected pictures.');
  return pair;
};

/** `look`: what a look at the clock takes; the longer, the less is done in a slice. */
const begun = async (pair = pairFor(), imported: Imported | null = null, look?: number) => {
  const place = manualPlace(look);
  const comparison = createComparison(place);
  if (imported) await comparison.know(imported);
  expect(await comparison.begin(pair, imported?.hash ?? null)).toEqual({ refused: null });
  const now = async () => (await comparison.compared(-1))!;
  return { place, comparison, now };
};

/** A machine on which one go fills a slice. */
const SLOW = 3;

/** To the end of all that there is to do. */
const finished = async (pair = pairFor(), imported: Imported | null = null) => {
  const all = await begun(pair, imported);
  await all.comparison.go();
  for (let round = 0; round < 1e5 && (await all.now()).going; round++) all.place.pass(8);
  return { ...all, seen: await all.now() };
};

const bits = (state: Float32Array): number[] => [...new Uint32Array(state.slice().buffer)];

/** A session that trains the experiment alone. */
const alone = async (experiment: Experiment, epochs: number) => {
  const session = createSession(manualPlace());
  await session.start(experiment);
  for (let epoch = 0; epoch < epochs; epoch++) await session.forward('epoch');
  return session;
};

test('each of the two comes to the very bits that it comes to alone, and so does its curve', async () => {
  // A Dropout draws its masks from the seed.
  const own = apply(stripes, addLayer(stripes, 2, 'Dropout'));
  const pair = pairFor(own);
  const { comparison, seen } = await finished(pair);
  for (const kind of PAIR) {
    const session = await alone(pair[kind], TERMS.epochs);
    const [saved, there] = [(await comparison.saved(kind))!, await session.save()];
    expect(bits(saved.now.state)).toEqual(bits(there.now.state));
    expect(saved.now.counters).toEqual(there.now.counters);
    expect([...saved.curve.val_loss]).toEqual([...there.curve.val_loss]);
    expect([...saved.curve.loss]).toEqual([...there.curve.loss]);
    const { reading } = await session.frame([], []);
    const { ends, parameters, halt } = seen.sides[kind];
    expect(ends).toHaveLength(TERMS.epochs + 1);
    expect(ends.at(-1)).toMatchObject({
      accuracy: reading.valRight / reading.valRows,
      loss: reading.val_loss,
    });
    expect(ends.map(({ loss }) => Math.fround(loss))).toEqual([...there.curve.val_loss]);
    expect(halt).toMatchObject({ kind: 'epochs', epoch: TERMS.epochs });
    const weights = there.now.state.length;
    expect(parameters).toBeLessThan(weights);
    // It is taken up like any run that was saved, and goes on from there.
    const after = createSession(manualPlace());
    expect(await after.start(pair[kind], { saved })).toMatchObject({ refused: null });
    for (const one of [after, session]) await one.forward('epoch');
    expect(bits((await after.save()).now.state)).toEqual(bits((await session.save()).now.state));
  }
  expect(seen.judged).toBe('validation');
});

test('the two learn in turn, and neither begins an epoch before the other has ended the one before', async () => {
  const { place, comparison, now } = await begun(pairFor(), null, SLOW);
  await comparison.go();
  const met = new Set<string>();
  for (let round = 0; (await now()).going; round++) {
    place.pass(1);
    const { sides } = await now();
    met.add(PAIR.map((kind) => sides[kind].ends.length - 1).join(' '));
  }
  expect(
    [...met].filter((counts) => !['0 0', '1 0', '1 1', '2 1', '2 2', '3 2', '3 3'].includes(counts)),
  ).toEqual([]);
  expect(met).toContain('3 3');
});

test('at rest nothing goes on, and it goes on to the same bits', async () => {
  const { place, comparison, now } = await begun(pairFor(), null, SLOW);
  await comparison.go();
  while ((await now()).sides.cnn.begun === 0) place.pass(1);
  await comparison.rest();
  const before = await comparison.saved('cnn');
  place.pass(1000);
  expect(await comparison.saved('cnn')).toEqual(before);
  expect((await now()).going).toBe(false);
  // Twice is once.
  await comparison.go();
  await comparison.go();
  while ((await now()).going) place.pass(8);
  const whole = await finished();
  for (const kind of PAIR) expect(await comparison.saved(kind)).toEqual(await whole.comparison.saved(kind));
});

test('who asks for more than is known is answered once there is more', async () => {
  const { place, comparison, now } = await begun();
  const { version } = await now();
  let heard = 0;
  const later = comparison.compared(version).then((seen) => {
    heard = seen!.version;
  });
  place.pass(1000);
  expect(heard).toBe(0);
  await comparison.go();
  await later;
  expect(heard).toBeGreaterThan(version);
});

/** One row through Dense layers, by the formulas, in Float64; the largest output of the last one. */
const naiveAnswer = (weights: readonly Weights[], pixels: readonly number[]): number => {
  const dense = weights.filter(({ kernel }) => kernel.length > 0);
  const outputs = dense.reduce<readonly number[]>((inputs, { kernel, bias }, layer) => {
    const units = bias.length;
    return [...bias].map((b, unit) => {
      const sum = inputs.reduce((total, x, i) => total + x * kernel[i * units + unit]!, b);
      return layer === dense.length - 1 ? sum : Math.max(0, sum);
    });
  }, pixels);
  return outputs.indexOf(Math.max(...outputs));
};

/** A picture of side × side, moved: what was at the place so far up and to the left. */
const naiveMoved = (pixels: Float32Array, side: number, down: number, across: number): number[] =>
  Array.from({ length: side * side }, (_, at) => {
    const [row, column] = [Math.floor(at / side) - down, (at % side) - across];
    return row < 0 || column < 0 || row >= side || column >= side ? 0 : pixels[row * side + column]!;
  });

test('moved pictures are counted as a plain loop counts them, and none of them was learned from', async () => {
  const pair = pairFor();
  const { comparison, seen } = await finished(pair);
  expect(seen).toMatchObject({ held: { kind: 'further', count: 1000 }, most: 2, measuring: null });
  expect(seen.shifted).toMatchObject({ pictures: 1000, epochs: { mlp: 3, cnn: 3 } });
  const { weights } = await (await alone(pair.mlp, 3)).frame([], []);
  const ways = (by: number) =>
    (by === 0
      ? [[0, 0]]
      : [
          [0, by],
          [0, -by],
          [by, 0],
          [-by, 0],
        ]) as [number, number][];
  for (let by = 0; by <= 2; by++) {
    let right = 0;
    for (let index = 0; index < 1000; index++) {
      const id = TERMS.points + index;
      const pixels = pictureAt(pair.mlp.data, id);
      for (const [down, across] of ways(by))
        right += Number(naiveAnswer(weights, naiveMoved(pixels, 8, down, across)) === id % 4);
    }
    expect(seen.shifted!.accuracy.mlp[by]).toBe(right / (1000 * ways(by).length));
  }
  // One of them is shown as it was counted.
  for (const by of [0, 2]) {
    const { answer, ways: shown } = (await comparison.moved(1007, by))!;
    const id = TERMS.points + 7;
    expect(answer).toBe(id % 4);
    expect(shown.map(({ down, across }) => [down, across])).toEqual(ways(by));
    for (const { down, across, pixels, said } of shown) {
      const expected = naiveMoved(pictureAt(pair.mlp.data, id), 8, down, across);
      expect([...pixels]).toEqual(expected);
      expect(said.mlp.answer).toBe(naiveAnswer(weights, expected));
    }
  }
});

test('a CNN is counted as its own session answers the moved pictures, one by one', async () => {
  const pair = pairFor();
  const { comparison, seen } = await finished(pair);
  const session = await alone(pair.cnn, 3);
  const COUNT = 40;
  let right = 0;
  for (let index = 0; index < COUNT; index++) {
    const id = TERMS.points + index;
    const pixels = naiveMoved(pictureAt(pair.cnn.data, id), 8, 0, 1);
    const { views } = await session.frame([{ kind: 'maps', picture: { pixels } }], []);
    const outputs = [...views.maps!.layers.at(-1)!.outputs];
    const { answer, ways } = (await comparison.moved(index, 1))!;
    expect(ways[0]!.said.cnn.answer).toBe(outputs.indexOf(Math.max(...outputs)));
    expect(ways[0]!.said.cnn.value).toBe(Math.max(...outputs));
    right += Number(ways[0]!.said.cnn.answer === answer);
  }
  expect(right).toBeGreaterThan(0);
  expect(seen.shifted!.accuracy.cnn).toHaveLength(3);
});

/** Noise with labels, in the shape of MNIST's files. */
const files = (name: string, count: number): Imported => ({
  hash: name.padEnd(64, '0'),
  words: { en: name, ko: name },
  count,
  pixels: Uint8Array.from({ length: count * 784 }, (_, at) =>
    Math.floor(256 * uniform(5, 'noise', 0, 0, at)),
  ),
  labels: Uint8Array.from({ length: count }, (_, id) => (id * id) % 10),
});
const SMALL: Partial<Terms> = { epochs: 1, points: 40 };
const digits = rebase(opening, 0, chooseSet(opening, 'digits'));

/** A CNN that plain kernels are done with soon: one filter, four pixels at a time. */
const quick = apply(digits, {
  model: {
    layers: [
      { ...layers.Conv2D.create(1), filters: 1, strides: 4 },
      layers.Flatten.create(2),
      { ...layers.Dense.create(3), units: 10, activation: 'softmax' },
    ],
  },
});

test('digits from files are counted for both as an Evaluate of their own counts them', async () => {
  const imported = files('a7', 700);
  const pair = pairFor(quick, SMALL);
  const { seen } = await finished(pair, imported);
  for (const kind of PAIR) {
    const session = await alone(pair[kind], 1);
    await session.know(imported);
    const probe = { kind: 'imported', hash: imported.hash } as const;
    for (let frame = 0; frame < 2; frame++) await session.frame([probe], []);
    const { right, of } = (await session.frame([probe], [])).views.imported!;
    expect(seen.sides[kind].imported).toEqual({ right, of });
  }
});

test('of files that are learned from the rest is held out, or where that is little the validation set', async () => {
  const imported = files('b7', 700);
  const base = rebase(opening, 0, learnFrom(opening, imported));
  const own = rebase(base, 0, forPictures(base, 10, 'mlp'));
  const place = manualPlace();
  const comparison = createComparison(place);
  const refused = await comparison.begin(pairFor(own, { ...SMALL, points: 200 }), null);
  expect(refused.refused?.en).toMatch(/files that are not here/);
  expect(await comparison.compared(-1)).toBeNull();
  await comparison.know(imported);
  await comparison.begin(pairFor(own, { ...SMALL, points: 200 }), null);
  expect((await comparison.compared(-1))!.held).toEqual({ kind: 'further', count: 500 });
  expect((await comparison.moved(3, 0))!.answer).toBe(imported.labels[203]);
  await comparison.begin(pairFor(own, { ...SMALL, points: 300 }), null);
  expect((await comparison.compared(-1))!.held).toEqual({ kind: 'validation', count: 60 });
});

test('without a validation set both are judged by what they learn from', async () => {
  const design = apply(stripes, { fit: { validation_split: 0 } });
  const { seen } = await finished(pairFor(design, SMALL));
  expect(seen.judged).toBe('training');
  expect(seen.sides.cnn.ends).toHaveLength(2);
});
