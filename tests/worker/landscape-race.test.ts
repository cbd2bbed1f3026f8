// Racers train as a run of their own would.

import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import type { OptimizerSpec } from '../../src/engine/optimizers/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { type Directions, RACERS, RATES } from '../../src/worker/landscape/landscape.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { viewsOf } from './landscapes.ts';
import { bitsOf, dense, noisy, started } from './runs.ts';

const directions: Directions = {
  kind: 'weights',
  across: { layer: 0, at: 2 },
  up: { layer: 1, at: 1 },
};

const withOptimizer = (optimizer: OptimizerSpec, experiment = noisy): Experiment => ({
  ...experiment,
  compile: { ...experiment.compile, optimizer },
});

const raceOf = (run: Run, rate: number | 'best', updates: number, from?: readonly [number, number]) =>
  viewsOf(run, { kind: 'race', directions, rows: 'all', updates, rate, ...(from && { from }) }).race!;

/** The two weights of a run, as it goes on by so many batches; and its loss then. */
const followed = (run: Run, updates: number) => {
  const { model } = run.trainer.settings;
  const read = () => [
    model.arena.memory[model.layers[0]!.at + 2]!,
    model.arena.memory[model.layers[1]!.at + 1]!,
  ];
  const places = [read()];
  for (let i = 0; i < updates; i++) {
    if (!advance(run, 'batch')) break;
    places.push(read());
  }
  return { places, loss: evaluate(model, run.setup.train, []).loss };
};

test('each racer goes where a run with that optimizer goes, batch by batch and to the last bit', () => {
  const race = raceOf(started(noisy), 0.05, 30);
  expect(race.racers.map(({ racer }) => racer)).toEqual(RACERS);
  const specs: OptimizerSpec[] = [
    { type: 'SGD', learning_rate: 0.05, momentum: 0 },
    { type: 'SGD', learning_rate: 0.05, momentum: 0.9 },
    { type: 'RMSprop', learning_rate: 0.05 },
    { type: 'Adam', learning_rate: 0.05 },
  ];
  race.racers.forEach(({ across, up, loss, lost, rate }, i) => {
    const { places, loss: alone } = followed(started(withOptimizer(specs[i]!)), 30);
    expect([...across].map((x, update) => [x, up[update]])).toEqual(places);
    expect({ loss, lost, rate }).toEqual({ loss: alone, lost: false, rate: 0.05 });
  });
});

test('in the middle of an epoch SGD has before it the batches that the run has', () => {
  const run = started(withOptimizer({ type: 'SGD', learning_rate: 0.2, momentum: 0 }));
  for (let i = 0; i < 13; i++) advance(run, 'batch');
  const [sgd] = raceOf(run, 0.2, 20).racers;
  const { places } = followed(run, 20);
  expect([...sgd!.across].map((x, update) => [x, sgd!.up[update]])).toEqual(places);
});

test('racers start where they are told to, and otherwise at the present weights', () => {
  const run = started(noisy);
  const there = raceOf(run, 0.01, 2, [1.5, -2]);
  expect(there.from).toEqual([1.5, -2]);
  for (const { across, up } of there.racers) expect([across[0], up[0]]).toEqual([1.5, -2]);
  const here = raceOf(run, 0.01, 2);
  const [place] = followed(run, 0).places;
  for (const { across, up } of here.racers) expect([across[0], up[0]]).toEqual(place);
});

test('at its best each has the rate of the list that ends with the smallest loss', () => {
  const race = raceOf(started(noisy), 'best', 25);
  const losses = RATES.map(
    (learning_rate) => followed(started(withOptimizer({ type: 'Adam', learning_rate })), 25).loss,
  );
  const adam = race.racers.find(({ racer }) => racer === 'Adam')!;
  expect(adam.loss).toBe(Math.min(...losses));
  expect(adam.rate).toBe(RATES[losses.indexOf(Math.min(...losses))]);
  expect(race.progress).toBe(1);
});

test('a racer whose loss is lost comes no further, and the others do', () => {
  const wild: Experiment = {
    ...noisy,
    model: { layers: [dense(1, 4, 'exponential'), dense(2, 1, 'linear')] },
    compile: { ...noisy.compile, loss: 'mean_squared_error' },
  };
  const run = started(wild);
  const before = bitsOf(run);
  const race = raceOf(run, 3, 60);
  const [sgd, , , adam] = race.racers;
  expect(sgd!.lost).toBe(true);
  expect(sgd!.across.length).toBeLessThan(61);
  expect(adam).toMatchObject({ lost: false });
  expect(adam!.across).toHaveLength(61);
  expect(race.progress).toBe(1);
  expect(bitsOf(run)).toEqual(before);
});
