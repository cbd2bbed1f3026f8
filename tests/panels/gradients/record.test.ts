import { expect, test } from 'vitest';
import { noted, NOTHING, type Record, until } from '../../../src/panels/gradients/record.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import type { LayerGradients } from '../../../src/worker/gradients.ts';
import { after } from '../sentence/scenes.ts';

const layer = (mean: number | null): LayerGradients => ({
  slopes: null,
  delta: mean === null ? null : { norm: mean, mean },
  move: null,
  factor: null,
  sums: new Float32Array(0),
  dead: [],
  saturated: [],
});
const seen = (step: number, deltas: readonly (number | null)[], change: Partial<Frame> = {}) =>
  ({
    run: 1,
    newest: { step: Math.max(step, 10), epoch: 0 },
    ...after(step, {
      views: { gradients: { rows: 4, number: 1, batches: 1, judged: 4, layers: deltas.map(layer) } },
      ...change,
    }),
  }) as Frame;
const all = (...frames: readonly Frame[]): Record => frames.reduce<Record>(noted, NOTHING);

test('moments lie in the order of time, in whatever order they are seen, the later telling of one counts', () => {
  const record = all(seen(3, [0.3, 1]), seen(5, [0.5, 1]), seen(4, [0.4, 1]), seen(3, [0.31, 1]));
  expect(until(record, 10)).toEqual([
    { step: 3, deltas: [0.31, 1] },
    { step: 4, deltas: [0.4, 1] },
    { step: 5, deltas: [0.5, 1] },
  ]);
});

test('back in time only what was before is drawn, and forward again what was there', () => {
  const record = all(seen(3, [0.3]), seen(5, [0.5]), seen(4, [0.4]));
  expect(until(record, 4).map(({ step }) => step)).toEqual([3, 4]);
  expect(until(record, 5).map(({ step }) => step)).toEqual([3, 4, 5]);
});

test('a future that was cut off is forgotten, another run and another network begin anew', () => {
  const past = [seen(3, [0.3]), seen(9, [0.9])];
  const cut = all(...past, seen(4, [0.4], { newest: { step: 4, epoch: 0 } }));
  expect(until(cut, 10).map(({ step }) => step)).toEqual([3, 4]);
  expect(until(all(...past, seen(4, [0.4], { run: 2 })), 10)).toEqual([{ step: 4, deltas: [0.4] }]);
  expect(until(all(...past, seen(4, [0.4, 0.5])), 10)).toEqual([{ step: 4, deltas: [0.4, 0.5] }]);
});

test('in the middle of a batch, and where something is not told, nothing is noted', () => {
  const { position } = seen(5, [1]);
  const record = all(
    seen(3, [0.3]),
    seen(5, [0.5], { position: { ...position, phase: 2 } }),
    seen(6, [null]),
    seen(7, [0.7], { views: {} }),
  );
  expect(until(record, 10)).toEqual([{ step: 3, deltas: [0.3] }]);
});

test('of a long run the last moments are kept, and fewer drawn', () => {
  let record = NOTHING;
  for (let step = 0; step < 2200; step++) {
    record = noted(record, seen(step, [step], { newest: { step: 3000, epoch: 0 } }));
  }
  expect(record.moments).toHaveLength(2000);
  expect(until(record, 3000).map(({ step }) => step)).toEqual(
    Array.from({ length: 120 }, (_, i) => 2080 + i),
  );
});
