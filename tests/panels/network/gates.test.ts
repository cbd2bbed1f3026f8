import { expect, test } from 'vitest';
import { gateOf, unitGates } from '../../../src/panels/network/gates.ts';

test('four outputs are a gate when each is within 0.1 of 0 or 1', () => {
  expect(gateOf([0.02, 0.93, 0.95, 1])).toBe('OR');
  expect(gateOf([0.02, 0.85, 0.95, 1])).toBeNull();
  expect(gateOf([-1, 1, 1, 1])).toBeNull();
});

test('a unit that gives all four points the same is no gate: it parts nothing', () => {
  expect(gateOf([0, 0, 0, 0])).toBeNull();
  expect(gateOf([1, 1, 1, 1])).toBeNull();
});

const dense = (units: number, activation: 'step' | 'tanh' | 'sigmoid') => ({
  spec: { type: 'Dense' as const, id: 1, units, activation },
  units,
  activation,
});
const step = (units: number) => dense(units, 'step');
const BUILT = [
  { kernel: Float32Array.of(1, -1, 1, -1), bias: Float32Array.of(-0.5, 1.5) },
  { kernel: Float32Array.of(1, 1), bias: Float32Array.of(-1.5) },
];

test('the hand-built XOR of the course is OR, NAND and, of those two, AND', () => {
  expect(unitGates([step(2), step(1)], BUILT, null, true)).toEqual([['OR', 'NAND'], ['AND']]);
});

test('where the units before are no gates, the output is named by what it does to the four points', () => {
  const layers = [dense(2, 'tanh'), dense(1, 'sigmoid')];
  const outputs = [Float32Array.of(-1, 1, 0.9, 1, 1, 0.9, 1, -1), Float32Array.of(0.01, 0.98, 0.97, 0.03)];
  expect(unitGates(layers, [null, null], outputs, true)).toEqual([[null, null], ['XOR']]);
});

test('inputs that are standardised are not 0 and 1: a neuron is named by its outputs, not by its weights', () => {
  const outputs = [Float32Array.of(0, 0, 0, 0, 0, 0, 1, 1), Float32Array.of(0, 0, 0, 1)];
  expect(unitGates([step(2), step(1)], BUILT, outputs, false)).toEqual([['AND', 'AND'], ['AND']]);
});

test('a layer that only passes numbers on equals no gate, even where it gives the four corners', () => {
  const passed = {
    spec: { type: 'Dropout' as const, id: 2, rate: 0.5 },
    units: 2,
    activation: 'linear' as const,
  };
  const outputs = [Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), Float32Array.of(0, 0, 0, 1)];
  expect(unitGates([passed, dense(1, 'sigmoid')], [null, null], outputs, true)).toEqual([
    [null, null],
    ['AND'],
  ]);
});
