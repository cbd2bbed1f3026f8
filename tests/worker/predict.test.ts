import { expect, test } from 'vitest';
import { dataSet } from '../../src/data/data.ts';
import { inputWidth } from '../../src/data/inputs.ts';
import type { SetName } from '../../src/data/sets/index.ts';
import { chooseSet } from '../../src/experiment/moves.ts';
import { apply } from '../../src/experiment/apply.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { dense } from './runs.ts';

const on = (set: SetName, patch: Patch = {}): Experiment => ({
  ...opening,
  ...apply(apply(opening, chooseSet(opening, set)), patch),
});

const begin = async (experiment: Experiment) => {
  const session = createSession(manualPlace());
  await session.start(experiment);
  return session;
};

test('a typed row gets what predict() of Keras answers to it', async () => {
  // Sequential([Dense(2, tanh), Dense(3, softmax)]).predict([[0.7, -0.3]]) with these weights, Keras 3.15.1 on JAX
  const layers = [
    dense(2, 2, 'tanh', { kernel: [0.5, -1, 0.25, 2], bias: [0.1, -0.2] }),
    dense(1, 3, 'softmax', { kernel: [1, -1, 0.5, 0.5, 0.25, -2], bias: [0, 0.3, -0.1] }),
  ];
  const session = await begin(on('blobs', { model: { layers } }));
  const { predict } = (await session.frame([{ kind: 'predict', x: [0.7, -0.3] }], [])).views;
  const keras = [0.10993678867816925, 0.09087435901165009, 0.7991889119148254];
  expect(predict).toHaveLength(3);
  keras.forEach((value, unit) => expect(predict?.[unit]).toBeCloseTo(value, 5));
});

test('of a set with one input the second number is not read', async () => {
  const layers = [dense(1, 1, 'linear', { kernel: [0.7], bias: [0.2] })];
  const session = await begin(on('line', { model: { layers } }));
  const said = async (second: number) =>
    (await session.frame([{ kind: 'predict', x: [-0.5, second] }], [])).views.predict;
  // Dense(1).predict([[-0.5]]) with w 0.7 and b 0.2, Keras 3.15.1 on JAX
  expect((await said(0))?.[0]).toBeCloseTo(-0.14999999105930328, 6);
  expect(await said(9)).toEqual(await said(0));
});

test('a row of the data gets the same answer typed as it gets in the data, made and standardised inputs included', async () => {
  const experiment = on('grades', { data: { features: ['x1_x2', 'x1_squared'], standardize: true } });
  expect(inputWidth(experiment.data)).toBe(4);
  const { places } = dataSet(experiment.data);
  const session = await begin(experiment);
  await session.forward('epoch');
  for (const row of [0, 71, 149]) {
    const x = [places[2 * row] ?? 0, places[2 * row + 1] ?? 0] as const;
    const { views } = await session.frame([{ kind: 'points' }, { kind: 'predict', x }], []);
    expect(views.predict).toEqual([views.points?.outputs.at(-1)?.[row]]);
  }
});
