// What is drawn of the loss over a weight: it shows what it must, and stands still while it can.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeRange } from '../../../src/panels/descent/any/closeRange.ts';
import { CLOSEST, heightsFor } from '../../../src/panels/descent/any/heights.ts';
import { curveOf, type Kept, lossOn, type Moment, withMoment } from '../../../src/panels/descent/any/kept.ts';
import type { Motion } from '../../../src/panels/descent/any/motion.ts';
import { PLACES, weightAt } from '../../../src/worker/landscape/landscape.ts';

const finite = fc.double({ min: -1e3, max: 1e3, noNaN: true });

test('all that is marked is in sight, and so is the lowest of the curve', () => {
  fc.assert(
    fc.property(
      fc.array(finite, { minLength: 1 }),
      fc.array(finite, { minLength: 1 }),
      fc.option(fc.tuple(finite, fc.double({ min: 0.01, max: 100, noNaN: true })), { nil: null }),
      (curve, marked, held) => {
        const before = held && ([held[0], held[0] + held[1]] as const);
        const [low, high] = heightsFor(before, { curve, marked }, CLOSEST.wide);
        const least = Math.min(...curve, ...marked);
        const slack = 1e-9 * Math.max(1, Math.abs(least));
        expect(low).toBeLessThanOrEqual(least + slack);
        expect(high).toBeGreaterThanOrEqual(Math.max(...marked) - slack);
        // And so is most of the curve.
        expect(high - least).toBeGreaterThanOrEqual(0.6 * (Math.max(...curve, ...marked) - least) - slack);
      },
    ),
  );
});

test('the losses drawn stand still while a curve sinks a little, and are laid anew when it has left', () => {
  const at = (drop: number) => ({ curve: [1.2 - drop, 0.3 - drop, 0.9 - drop], marked: [0.7 - drop] });
  const first = heightsFor(null, at(0), CLOSEST.wide);
  expect(first[0]).toBe(0);
  expect(heightsFor(first, at(0.2), CLOSEST.wide)).toBe(first);
  // One that is flatter is looked at without the zero, with room below it.
  const flat = (drop: number) => ({ curve: [0.9 - drop, 0.7 - drop], marked: [0.8 - drop] });
  const second = heightsFor(null, flat(0), CLOSEST.wide);
  expect(second[0]).toBeGreaterThan(0.5);
  expect(heightsFor(second, flat(0.04), CLOSEST.wide)).toBe(second);
  const small = heightsFor(first, { curve: [0.02, 0.01], marked: [0.015] }, CLOSEST.wide);
  expect(small[1]).toBeLessThan(0.1);
});

test('a loss that is 0 everywhere is drawn at the foot of a picture of any height', () => {
  const nothing = { curve: [0, 0], marked: [0] };
  expect(heightsFor(null, nothing, CLOSEST.wide)).toEqual([0, 1]);
  expect(heightsFor([0.2, 0.4], nothing, CLOSEST.wide)).toEqual([0, 1]);
  expect(heightsFor([0, 0.4], nothing, CLOSEST.wide)).toEqual([0, 0.4]);
});

test('a curve that hardly varies is not made to look steep', () => {
  const [low, high] = heightsFor(null, { curve: [0.6931, 0.6932], marked: [0.69315] }, CLOSEST.wide);
  expect(high - low).toBeGreaterThan(0.01);
});

const motion = (from: number, move: number, real: number | null = move): Motion => ({
  from,
  rate: 1,
  slope: -move,
  rule: move,
  batchSlope: -move,
  real,
});

test('close by, the move takes between a twenty-fifth and a tenth of what is drawn, whatever its size', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -4, max: 0, noNaN: true }),
      fc.boolean(),
      (from, power, left) => {
        const move = 10 ** power * (left ? -1 : 1);
        const [low, high] = closeRange(null, motion(from, move));
        const share = Math.abs(move) / (high - low);
        expect(share).toBeGreaterThan(0.039);
        expect(share).toBeLessThan(0.101);
        for (const end of [from, from + move]) {
          expect(end).toBeGreaterThan(low);
          expect(end).toBeLessThan(high);
        }
      },
    ),
  );
});

test('close by, what is drawn stands still while the move has room, and follows it when it leaves', () => {
  const first = closeRange(null, motion(1, 0.01));
  expect(closeRange(first, motion(1.01, 0.009))).toBe(first);
  const next = closeRange(first, motion(1.2, 0.01));
  expect(next).not.toBe(first);
  expect(next[0]).toBeLessThan(1.2);
  expect(next[1]).toBeGreaterThan(1.21);
  // A weight that does not move is looked at no closer than Float32 tells its neighbours apart.
  const [low, high] = closeRange(null, motion(1, 0));
  expect(high - low).toBeGreaterThan(1000 * 2 ** -23);
});

const moment = (step: number, weight: number, losses: Float64Array | null = null): Moment => ({
  step,
  weight,
  rate: 0.5,
  slice: losses && { range: [0, 1], losses, present: null },
  update: null,
});
const steps = ({ moments }: Kept): readonly number[] => [...moments.keys()];
const DONE: readonly unknown[] = [];

test('moments are kept through time, there and back; an edit replaces what follows, another weight all', () => {
  let kept: Kept | null = null;
  for (const step of [0, 1, 2, 3, 1]) kept = withMoment(kept, 'a', DONE, moment(step, step));
  expect(steps(kept!)).toEqual([0, 1, 2, 3]);
  const edited = withMoment(kept, 'a', [...DONE], moment(1, 9));
  expect(steps(edited)).toEqual([0, 1]);
  expect(edited.moments.get(1)?.weight).toBe(9);
  expect(steps(withMoment(edited, 'b', DONE, moment(5, 0)))).toEqual([5]);
});

test('a curve that is measured anew stays whole if it is the same, and not if it is another', () => {
  const whole = Float64Array.from({ length: PLACES }, (_, at) => (at / 255) ** 2);
  const coarse = (change: number) => whole.map((loss, at) => (at % 16 === 0 ? loss + change : Number.NaN));
  const first = withMoment(null, 'a', DONE, moment(0, 0.5, whole));
  const lossesOf = (kept: Kept) => kept.moments.get(0)!.slice!.losses;
  expect(lossesOf(withMoment(first, 'a', [0], moment(0, 0.7, coarse(0))))).toEqual(whole);
  expect(lossesOf(withMoment(first, 'a', [0], moment(0, 0.7, coarse(1e-9))))).toEqual(coarse(1e-9));
});

test('the loss is read off a curve between its places, whatever is measured of it', () => {
  const losses = Float64Array.from({ length: PLACES }, (_, at) =>
    at === 7 ? Number.POSITIVE_INFINITY : at % 5 === 0 ? Number.NaN : 3 * weightAt([0, 1], at) + 1,
  );
  const curve = curveOf({ range: [0, 1], losses });
  expect(curve.length).toBe(PLACES - 52 - 1);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (weight) => {
      expect(lossOn(curve, weight)).toBeCloseTo(3 * weight + 1, 5);
    }),
  );
  expect(lossOn(curve, -0.1)).toBeNull();
  expect(lossOn(curve, 1.1)).toBeNull();
});
