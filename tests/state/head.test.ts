import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstWeights, weightsIn } from '../../src/engine/first.ts';
import { shapesOf } from '../../src/engine/shapes.ts';
import { startCounters } from '../../src/engine/counters.ts';
import { inputShape } from '../../src/data/inputs.ts';
import { readTrained, stateOf } from '../../src/formats/trained.ts';
import { rebase } from '../../src/experiment/apply.ts';
import { demos } from '../../src/experiment/demos.ts';
import type { Design, Experiment } from '../../src/experiment/experiment.ts';
import { freezeFeatures, replaceHead } from '../../src/experiment/head.ts';
import {
  addLayer,
  chooseSet,
  newSample,
  newWeights,
  removeLayer,
  setPoints,
} from '../../src/experiment/moves.ts';
import { answering } from '../../src/worker/settings.ts';
import { beginningAt } from '../../src/state/origin.ts';
import { type Desk, openDesk } from './desk.ts';

/** A CNN on few small pictures. */
const small: Experiment = rebase(demos.stripes, 0, setPoints(demos.stripes, 120));

type Weights = readonly (readonly number[])[];
/** The bits of each layer's weights, by the layer's id, at the playhead. */
const weightsOf = async (desk: Desk): Promise<ReadonlyMap<number, Weights>> => {
  const { design } = desk.work();
  const { now } = await desk.session.save();
  return byLayer(design, now.state);
};
const byLayer = (design: Design, state: Float32Array): ReadonlyMap<number, Weights> => {
  const layers = layersOf(design);
  const weights = weightsIn(layers, state);
  return new Map(layers.map(({ spec }, at) => [spec.id, weights[at]!.map(bitsOf)]));
};
const layersOf = (design: Design) => {
  const shaped = shapesOf(answering(design), inputShape(design.data));
  if ('refusal' in shaped) throw new Error(shaped.refusal.text.en);
  return shaped.layers;
};
const bitsOf = (numbers: Float32Array): number[] => [...new Uint32Array(numbers.slice().buffer)];

/** The first weights of the layer with this id, drawn from the seed. */
const drawn = (design: Design, id: number): Weights =>
  firstWeights(layersOf(design).find(({ spec }) => spec.id === id)!, design.seed).map(bitsOf);

const [CONV1, CONV2] = [1, 3];
const frozenOf = (all: ReadonlyMap<number, Weights>) => [all.get(CONV1), all.get(CONV2)];

/** A desk where two epochs were learned and then the head was replaced. */
const withNewHead = async () => {
  const desk = await openDesk(small);
  await desk.train(2);
  const [before, learned] = [await desk.stand(), await weightsOf(desk)];
  desk.edit(replaceHead);
  await desk.settle();
  return { desk, before, learned };
};
const headOf = (desk: Desk): number => desk.work().design.model.layers.at(-1)!.id;

test('a new head starts from new weights of the seed, and the features keep every bit they learned', async () => {
  const { desk, learned } = await withNewHead();
  const { design, frame, past } = desk.work();
  const here = await weightsOf(desk);
  expect(frozenOf(here)).toEqual(frozenOf(learned));
  expect(learned.get(CONV1)).not.toEqual(drawn(design, CONV1));
  expect(learned.has(headOf(desk))).toBe(false);
  expect(here.get(headOf(desk))).toEqual(drawn(design, headOf(desk)));
  expect(design.model.layers.filter(({ trainable }) => trainable === false).map(({ id }) => id)).toEqual([
    CONV1,
    CONV2,
  ]);
  expect([frame?.position.step, past.length]).toEqual([0, 1]);
});

test('undo brings the whole network back, to the last bit and where it stood, and redo the new head', async () => {
  const { desk, before } = await withNewHead();
  const after = await desk.stand();
  const way = async (go: () => Promise<void>) => {
    const gone = go();
    await desk.settle();
    await gone;
    return desk.stand();
  };
  const undone = await way(desk.undo);
  expect(undone.bits).toEqual(before.bits);
  expect(undone.counters.step).toBe(before.counters.step);
  expect(desk.work().origin).toBeNull();
  expect((await way(desk.redo)).bits).toEqual(after.bits);
});

test('while the head learns no bit of the features changes, and stepping back, training on and a reload give the same run', async () => {
  const { desk, learned } = await withNewHead();
  const first = await desk.stand();
  const head = (await weightsOf(desk)).get(headOf(desk));
  await desk.train(3);
  const there = await desk.stand();
  const here = await weightsOf(desk);
  expect(frozenOf(here)).toEqual(frozenOf(learned));
  expect(here.get(headOf(desk))).not.toEqual(head);
  for (let epoch = 0; epoch < 3; epoch += 1) await desk.session.back('epoch');
  await desk.settle();
  expect((await desk.stand()).bits).toEqual(first.bits);
  await desk.reload();
  expect((await desk.stand()).bits).toEqual(first.bits);
  await desk.train(3);
  expect((await desk.stand()).bits).toEqual(there.bits);
  expect(desk.work().origin?.counters.step).toBe(0);
});

test('frozen features go along to other data, with a head for their classes, and through every edit that starts over', async () => {
  const { desk, learned } = await withNewHead();
  await desk.train(1);
  const edits = [
    (now: Design) => chooseSet(now, 'shapes'),
    newSample,
    newWeights,
    // Without Flatten it cannot be trained, and is put right again.
    (now: Design) => removeLayer(now, 5),
    (now: Design) => addLayer(now, 4, 'Flatten'),
    (now: Design) => addLayer(now, 5, 'Dropout'),
  ];
  for (const move of edits) {
    desk.edit(move);
    await desk.settle();
    const { design } = desk.work();
    const here = await weightsOf(desk);
    expect(frozenOf(here)).toEqual(frozenOf(learned));
    expect(here.get(headOf(desk))).toEqual(drawn(design, headOf(desk)));
  }
  expect(desk.work().design.model.layers.at(-1)).toMatchObject({ units: 4, activation: 'softmax' });
});

test('from the start means from what it began with: the features it has, and the same head as before', async () => {
  const { desk } = await withNewHead();
  const first = await desk.stand();
  await desk.train(2);
  desk.reset();
  await desk.settle();
  expect((await desk.stand()).bits).toEqual(first.bits);
  // Thawed, they learn on; from the start they are again what the run began with.
  desk.edit((now) => freezeFeatures(now, false));
  await desk.train(1);
  expect((await desk.stand()).bits.slice(0, 80)).not.toEqual(first.bits.slice(0, 80));
  desk.reset();
  await desk.settle();
  expect((await desk.stand()).bits).toEqual(first.bits);
});

test('what is frozen before it has learned anything is drawn like all else, and the run needs no weights from elsewhere', async () => {
  const desk = await openDesk(small);
  desk.edit((now) => freezeFeatures(now, true));
  await desk.settle();
  desk.edit(newWeights);
  await desk.settle();
  const { design, origin } = desk.work();
  expect(origin).toBeNull();
  expect((await weightsOf(desk)).get(CONV1)).toEqual(drawn(design, CONV1));
});

test('what is not frozen starts over from first weights, learned or not', async () => {
  const desk = await openDesk(small);
  await desk.train(1);
  desk.edit((now) => chooseSet(now, 'shapes'));
  await desk.settle();
  const { design, origin } = desk.work();
  expect(origin).toBeNull();
  expect((await weightsOf(desk)).get(CONV1)).toEqual(drawn(design, CONV1));
});

test('the trained digits network with a new head learns shapes by its frozen features', async () => {
  const model = readTrained(new Uint8Array(readFileSync('public/models/digits.safetensors')));
  if ('problem' in model) throw new Error(model.problem.en);
  const { experiment, weights } = model;
  const { fit, compile } = experiment;
  const counters = startCounters({ ...fit, metrics: compile.metrics });
  const desk = await openDesk(small);
  const opened = desk.open(experiment, {
    saved: beginningAt({ counters, state: stateOf(experiment, weights) }),
  });
  await desk.settle();
  await opened;
  desk.edit(replaceHead);
  await desk.settle();
  desk.edit((now) => chooseSet(now, 'shapes'));
  await desk.settle();
  desk.edit((now) => setPoints(now, 500));
  await desk.settle();
  const share = (): number => {
    const { valRight, valRows } = desk.work().frame!.reading;
    return valRight / valRows;
  };
  const untrained = share();
  await desk.train(4);
  expect(share()).toBeGreaterThan(untrained + 0.3);
  const here = await weightsOf(desk);
  expect(here.get(CONV1)).toEqual(weights.slice(0, 2).map(bitsOf));
  expect(here.get(CONV2)).toEqual(weights.slice(2, 4).map(bitsOf));
});
