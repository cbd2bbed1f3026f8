import { expect, test } from 'vitest';
import { batchesOf, epochsPassed, momentWords, phasesDone } from '../../src/panels/strip/moment.ts';
import { phasesOf, railOf } from '../../src/panels/strip/phases.ts';
import {
  rateIndex,
  ratesOf,
  rateWords,
  reachedOf,
  reachedWords,
  speedAfter,
} from '../../src/panels/strip/rates.ts';
import { haltWords, measuredWords, updatesWords } from '../../src/panels/strip/readings.ts';
import type { Frame, Phase, StepSize } from '../../src/worker/frame.ts';

const at = (position: Partial<Frame['position']>): Frame['position'] => ({
  step: 0,
  epoch: 0,
  cursor: 0,
  batch: 0,
  phase: 0,
  ...position,
});
const reading = (change: Partial<Frame['reading']>): Frame['reading'] => ({
  loss: 0.5,
  val_loss: null,
  right: 2,
  rows: 4,
  valRight: 0,
  valRows: 0,
  measured: 'now',
  present: 0.5,
  ...change,
});
const walk = (size: StepSize, batches: number, rule = false) => ({ size, batches, rule });
const inPhase = (phase: Phase): Frame['phase'] => ({
  phase,
  rows: 16,
  batch: 4,
  batches: 8,
  loss: null,
  slope: null,
});

test('the flag names the unit one walks in', () => {
  const resting = (position: Partial<Frame['position']>) => ({
    position: at(position),
    phase: null,
    halt: null,
    playing: false,
  });
  expect(momentWords(resting({ step: 96, epoch: 96 }), walk('epoch', 1)).en).toBe('epoch 96');
  expect(momentWords(resting({ step: 1, epoch: 1 }), walk('batch', 1)).en).toBe('update 1');
  expect(momentWords(resting({ step: 11, epoch: 1, batch: 3, cursor: 48 }), walk('batch', 8))).toEqual({
    en: 'batch 3',
    ko: '배치 3',
  });
  const inside = resting({ step: 11, epoch: 1, batch: 3, cursor: 48 });
  expect(momentWords(inside, walk('epoch', 8)).en).toBe('batch 3');
  expect(momentWords({ ...inside, playing: true }, walk('epoch', 8)).en).toBe('epoch 1');
  expect(momentWords({ ...inside, playing: true }, walk('batch', 8)).en).toBe('batch 3');
  expect(momentWords(resting({ step: 8, epoch: 1 }), walk('batch', 8)).en).toBe('epoch 1');
  expect(momentWords(resting({ step: 5, epoch: 5 }), walk('phase', 1)).ko).toBe('갱신 5');
});

test('under the perceptron rule updates are counted on, beyond the end of an epoch', () => {
  const flagAt = (position: Partial<Frame['position']>, size: StepSize) =>
    momentWords({ position: at(position), phase: null, halt: null, playing: false }, walk(size, 4, true)).en;
  expect(flagAt({ step: 3, batch: 3, cursor: 3 }, 'batch')).toBe('update 3');
  expect(flagAt({ step: 8, epoch: 2 }, 'batch')).toBe('update 8');
  expect(flagAt({ step: 8, epoch: 2 }, 'epoch')).toBe('epoch 2');
});

test('where a run diverged the flag names the epoch, as the sentence does', () => {
  const halt = { kind: 'diverged', epoch: 7, step: 27, layer: 0 } as const;
  const stopped = { position: at({ step: 27, epoch: 6, batch: 3 }), phase: null, halt, playing: false };
  expect(momentWords(stopped, walk('batch', 4)).en).toBe('epoch 7');
});

test('inside a batch the flag says the phase, its layer counted from 1', () => {
  const position = at({ step: 99, epoch: 12, batch: 3, phase: 1 });
  const forward = { position, halt: null, playing: false, phase: inPhase({ kind: 'forward', layer: 0 }) };
  expect(momentWords(forward, walk('epoch', 8))).toEqual({ en: 'Forward, layer 1', ko: '순전파, 1층' });
  expect(
    momentWords({ ...forward, phase: inPhase({ kind: 'loss', layer: null }) }, walk('phase', 8)).ko,
  ).toBe('손실');
});

test('a moment inside an epoch lies between its ends on the time axis', () => {
  expect(epochsPassed(at({ epoch: 3, cursor: 32 }), 128)).toBe(3.25);
  expect(batchesOf(130, 16)).toBe(9);
});

test('a batch of L layers has 2L + 2 phases, backward from the last layer', () => {
  const names = phasesOf(2).map(({ kind, layer }) => `${kind} ${layer ?? ''}`.trim());
  expect(names).toEqual(['forward 0', 'forward 1', 'loss', 'backward 1', 'backward 0', 'update']);
});

test('the rail shows what is done, where it stands and what comes', () => {
  expect(railOf(1, 2).map(({ state }) => state)).toEqual(['past', 'now', 'future', 'future']);
  expect(railOf(1, 0).every(({ state }) => state === 'future')).toBe(true);
});

test('beyond ten segments the rail is grouped, the current kind named with its layer', () => {
  const rail = railOf(5, 8);
  expect(railOf(4, 0)).toHaveLength(10);
  // A segment of many phases leads to the last of them.
  expect(rail.map(({ phases }) => phases)).toEqual([5, 6, 11, 12]);
  expect(rail.map(({ state }) => state)).toEqual(['past', 'past', 'now', 'future']);
  expect(rail.map(({ words }) => words.en)).toEqual(['Forward', 'Loss', 'Backward, layer 4', 'Update']);
});

test('between two batches the rail stands at the update, before the first one nowhere', () => {
  const weights = [{ kernel: new Float32Array(2), bias: new Float32Array(1) }];
  expect(phasesDone({ position: at({ step: 3 }), phase: null, weights })).toBe(4);
  expect(phasesDone({ position: at({}), phase: null, weights })).toBe(0);
});

test('the readout says how the loss was measured', () => {
  const position = at({ epoch: 7, step: 7 });
  const said = (change: Partial<Frame['reading']>, batches: number) =>
    measuredWords({ reading: reading(change), position }, batches, { set: 'gate' }).en;
  expect(said({}, 1)).toBe('mean of the four points');
  expect(said({ rows: 128 }, 8)).toBe('mean of 128 points');
  expect(said({ rows: 1 }, 1)).toBe('mean of 1 point');
  expect(said({ measured: 'epoch', present: 0.5 }, 8)).toBe('mean over epoch 7');
  expect(said({ measured: 'epoch', present: 0.5 }, 1)).toBe('epoch 7, before its update');
  expect(said({ measured: 'batch', present: 0.5 }, 8)).toBe('this batch, before its update');
});

test('the readout says how many updates an epoch makes, and why the run stopped', () => {
  expect(updatesWords(4, 4, 1).en).toBe('4 samples, batch_size 4: one update an epoch');
  expect(updatesWords(128, 16, 8).en).toBe('128 samples, batch_size 16: 8 updates an epoch');
  expect(updatesWords(1, 4, 1).en).toBe('1 sample, batch_size 4: one update an epoch');
  expect(haltWords({ kind: 'epochs', epoch: 300 }, 300).en).toBe('Stopped at epochs = 300');
  expect(haltWords({ kind: 'parted', epoch: 3 }, null).ko).toBe('에포크 3에서 멈춤');
});

test('a speed always carries its unit', () => {
  expect(rateWords('epoch', 30)).toEqual({ en: '30 epochs/s', ko: '초당 30에포크' });
  expect(rateWords('epoch', 1).en).toBe('1 epoch/s');
  expect(rateWords('phase', 0.5).en).toBe('0.5 phases/s');
  expect(rateWords('batch', Infinity).en).toBe('Max');
  expect(rateWords('map', 1)).toEqual({ en: '1 map/s', ko: '초당 특징맵 1개' });
});

test('where the machine does not keep up the speed says what is reached, and at Max how fast that is', () => {
  const told = (rate: number, playing = true) => ({ playing, rate });
  expect(reachedOf(told(29.1), 30)).toBeNull();
  expect(reachedOf(told(0), 30)).toBeNull();
  expect(reachedOf(told(7.26, false), 30)).toBeNull();
  expect(reachedWords(30, reachedOf(told(7.26), 30)!)).toEqual({ en: '7.3 of 30/s', ko: '초당 7.3 / 30' });
  expect(reachedWords(500, reachedOf(told(213), 500)!).en).toBe('210 of 500/s');
  expect(reachedWords(Infinity, reachedOf(told(52_310), Infinity)!)).toEqual({
    en: 'Max, 52,000/s',
    ko: '최대, 초당 52,000',
  });
});

test('each step size has its speeds, phases slow ones; a speed between two counts as the faster', () => {
  expect(ratesOf('phase')).toEqual([0.25, 0.5, 1, 2, 4, 10, 30]);
  expect(ratesOf('epoch').at(-1)).toBe(Infinity);
  expect(ratesOf('epoch')[rateIndex('epoch', 20)]).toBe(30);
  expect(ratesOf('phase')[rateIndex('phase', Infinity)]).toBe(30);
});

test('phases begin slowly, and going back from them brings the usual speed', () => {
  expect(speedAfter('epoch', 'batch', 500)).toBe(500);
  expect(ratesOf('phase')).toContain(speedAfter('epoch', 'phase', 500));
  expect(speedAfter('epoch', 'phase', 500)).toBeLessThanOrEqual(2);
  expect(speedAfter('phase', 'epoch', 2)).toBe(30);
});
