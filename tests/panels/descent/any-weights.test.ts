// The weights of a network by name: each is the number in the machine that its name says.

import { expect, test } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import { learnedOf } from '../../../src/engine/layers/index.ts';
import type { LayerSpec } from '../../../src/engine/layers/index.ts';
import { apply, designAt } from '../../../src/experiment/apply.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { shapedLayers } from '../../../src/experiment/widths.ts';
import { chosenWeight, learningLayers, nameOf, placeOf } from '../../../src/panels/descent/any/weights.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import { look } from '../../../src/worker/probes/index.ts';
import type { Run } from '../../../src/worker/run.ts';
import { dense, onGate, started } from '../../worker/runs.ts';

const xor = onGate(GATES.XOR, [dense(1, 4, 'tanh'), dense(2, 1, 'sigmoid')]);

const stripes: Experiment = (() => {
  const design = designAt(opening, 0);
  return { ...opening, ...apply(design, chooseSet(design, 'stripes')) };
})();

const normal: Experiment = onGate(GATES.XOR, [
  dense(1, 4, 'tanh'),
  { type: 'BatchNormalization', id: 2, scale: false },
  { type: 'Dropout', id: 3, rate: 0.3 },
  dense(4, 1, 'sigmoid'),
] as LayerSpec[]);

test.each([
  ['a network of neurons', xor],
  ['one with normalization', normal],
  ['one for pictures', stripes],
])('every place of every layer that learns has one name, in %s', (_what, experiment) => {
  const design = designAt(experiment, 0);
  const layers = learningLayers(design);
  const learn = shapedLayers(design).filter(({ spec, inputShape }) => learnedOf(spec, inputShape) > 0);
  expect(layers.map(({ layer }) => layer)).toEqual(learn.map(({ index }) => index));
  for (const [index, own] of layers.entries()) {
    const { spec, inputShape } = learn[index]!;
    const places = own.parts.flatMap((_part, part) =>
      own.owners.map((_owner, owner) => placeOf(own, { part, owner }).at),
    );
    expect(places).toEqual(Array.from({ length: learnedOf(spec, inputShape) }, (_, at) => at));
    const names = places.map((at) => nameOf(design, own, at).en);
    expect(new Set(names).size).toBe(names.length);
  }
});

/** What a look at a run gives before and after one of its weights is made larger by 1. */
const around = <Seen>(
  { trainer }: Run,
  layer: number,
  at: number,
  seen: () => Seen,
): readonly [Seen, Seen] => {
  const { arena, layers } = trainer.settings.model;
  const place = layers[layer]!.at + at;
  const before = seen();
  arena.memory[place]! += 1;
  const after = seen();
  arena.memory[place]! -= 1;
  return [before, after];
};

test('"w₂ of h₃" carries x₂ into the sum of h₃ and nothing else anywhere, "b of h₂" 1 into that of h₂', () => {
  const run = started(xor);
  const design = designAt(xor, 0);
  const [hidden] = learningLayers(design);
  const { places } = run.setup.data;
  const sums = () => Array.from(look(run, [{ kind: 'points' }], createBuffers()).points!.sums[0]!);
  const cases = [
    { name: 'w₂ of h₃', ko: 'h₃의 w₂', unit: 2, input: (row: number) => places[2 * row + 1]! },
    { name: 'b of h₂', ko: 'h₂의 b', unit: 1, input: () => 1 },
  ];
  for (const { name, ko, unit, input } of cases) {
    const at = Array.from({ length: 12 }, (_, one) => one).find(
      (one) => nameOf(design, hidden!, one).en === name,
    )!;
    expect(nameOf(design, hidden!, at).ko).toBe(ko);
    const [before, after] = around(run, 0, at, sums);
    for (const [index, sum] of after.entries()) {
      const wanted = index % 4 === unit ? input(Math.floor(index / 4)) : 0;
      expect(sum - before[index]!).toBeCloseTo(wanted, 5);
    }
  }
});

test('"row 0, column 2 of filter 3" lays the pixel up and to the right on every cell of the third map', () => {
  const run = started(stripes);
  const design = designAt(stripes, 0);
  const [first] = learningLayers(design);
  expect(first?.kind).toBe('filter');
  const filters = first!.owners.length;
  const place = placeOf(first!, {
    part: first!.parts.findIndex(({ name }) => name.en === 'row 0, column 2'),
    owner: 2,
  });
  expect(nameOf(design, first!, place.at)).toEqual({
    en: 'row 0, column 2 of filter 3',
    ko: '필터 3의 0행 2열',
  });
  const id = run.setup.data.ids[0]!;
  const maps = () => {
    const seen = look(run, [{ kind: 'maps', picture: { id } }], createBuffers()).maps!;
    return { input: Array.from(seen.input), sums: Array.from(seen.layers[0]!.sums) };
  };
  const [before, after] = around(run, 0, place.at, maps);
  const side = Math.sqrt(before.input.length);
  for (const [index, sum] of after.sums.entries()) {
    const cell = Math.floor(index / filters);
    const [row, column] = [Math.floor(cell / side) - 1, (cell % side) + 1];
    const inside = row >= 0 && column < side;
    const wanted = index % filters === 2 && inside ? before.input[row * side + column]! : 0;
    expect(sum - before.sums[index]!).toBeCloseTo(wanted, 4);
  }
});

test('the weight that is looked at is the selected one, else the first of what is selected', () => {
  const layers = learningLayers(designAt(normal, 0));
  expect(chosenWeight(layers, null)).toEqual({ layer: 0, at: 0 });
  expect(chosenWeight(layers, { kind: 'loss' })).toEqual({ layer: 0, at: 0 });
  expect(chosenWeight(layers, { kind: 'weight', layer: 0, at: 11 })).toEqual({ layer: 0, at: 11 });
  expect(chosenWeight(layers, { kind: 'unit', layer: 0, unit: 2 })).toEqual({ layer: 0, at: 2 });
  expect(chosenWeight(layers, { kind: 'layer', layer: 3 })).toEqual({ layer: 3, at: 0 });
  // There is no such weight any more; Dropout has none.
  expect(chosenWeight(layers, { kind: 'weight', layer: 0, at: 12 })).toEqual({ layer: 0, at: 0 });
  expect(chosenWeight(layers, { kind: 'layer', layer: 2 })).toEqual({ layer: 0, at: 0 });
  expect(chosenWeight([], null)).toBeNull();
  // A cell of the third map.
  const [first, ...others] = learningLayers(designAt(stripes, 0));
  const cell = { kind: 'unit', layer: 0, unit: 5 * first!.owners.length + 2 } as const;
  expect(chosenWeight([first!, ...others], cell)).toEqual({ layer: 0, at: 2 });
});
