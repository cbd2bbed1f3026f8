import { expect, test } from 'vitest';
import { activations } from '../../../src/engine/activations/index.ts';
import { activationPlane } from '../../../src/panels/network/activationPlane.ts';

const CLASSES = { kind: 'classes', count: 2 } as const;
const SCORE = { kind: 'number', low: 0, high: 100 } as const;
const UNIT = { kind: 'number', low: -1.2, high: 1.2 } as const;

test('of classes the plane is what the activation can give, over sums from −4 to 4', () => {
  expect(activationPlane(activations.sigmoid, null, CLASSES)).toMatchObject({ reach: 4, low: 0, high: 1 });
  expect(activationPlane(activations.linear, null, CLASSES)).toMatchObject({ reach: 4, low: -4, high: 4 });
});

test('the z axis doubles until the furthest sum lies on it', () => {
  const sums = Float32Array.of(-9, 3, Number.NaN, Number.POSITIVE_INFINITY);
  expect(activationPlane(activations.tanh, sums, CLASSES).reach).toBe(16);
});

test('of numbers the plane covers the answers, and what a bounded activation can give besides', () => {
  expect(activationPlane(activations.linear, null, SCORE)).toMatchObject({ reach: 100, low: 0, high: 100 });
  expect(activationPlane(activations.linear, null, UNIT)).toMatchObject({ reach: 2, low: -1.2, high: 1.2 });
  expect(activationPlane(activations.sigmoid, null, SCORE)).toMatchObject({ reach: 4, low: 0, high: 100 });
  expect(activationPlane(activations.tanh, null, SCORE)).toMatchObject({ reach: 4, low: -1, high: 100 });
});
