import { expect, test } from 'vitest';
import { bestMark, checkpointsOf, patienceBar } from '../../src/panels/strip/watch.ts';
import type { Patience, SavedFile } from '../../src/worker/frame.ts';

const file = (epoch: number, best = false): SavedFile => ({
  name: `dm_${epoch}.keras`,
  epoch,
  step: epoch * 8,
  edits: 0,
  checksum: epoch,
  weightsOnly: false,
  best,
});
const patience: Patience = {
  monitor: 'val_loss',
  waited: 24,
  patience: 30,
  best: { epoch: 18, value: 0.2871 },
  restores: true,
};

test('a diamond is named by its epoch and its file, and says if it is the best', () => {
  const files = [file(13), file(18, true)];
  const words = (language: 'en' | 'ko') =>
    checkpointsOf(files, ({ epoch }) => epoch, language).map((each) => each.words);
  expect(words('en')).toEqual(['epoch 13, dm_13.keras', 'epoch 18, dm_18.keras, best']);
  expect(words('ko')).toEqual(['13에포크, dm_13.keras', '18에포크, dm_18.keras, 최고 기록']);
});

test('the bar says how long it waited, where the run stops and what comes back, in both languages', () => {
  expect(patienceBar(patience, 42, 'en')).toMatchObject({
    from: 18,
    now: 42,
    stop: 48,
    words: 'patience 24 of 30: stops at 48, back to 18',
    brief: 'patience 24 of 30',
  });
  expect(patienceBar({ ...patience, restores: false }, 42, 'ko')?.words).toBe(
    'patience 24 / 30: 48에포크에서 멈춤',
  );
});

test('there is no bar before anything was waited for, and none without patience', () => {
  expect(patienceBar({ ...patience, waited: 0 }, 18, 'en')).toBeNull();
  expect(patienceBar({ ...patience, best: null }, 1, 'en')).toBeNull();
  expect(patienceBar({ ...patience, patience: 0, waited: 1 }, 19, 'en')).toBeNull();
});

test('where a baseline was not beaten the bar still ends where the run does', () => {
  // Three epochs waited at epoch 20 with the best at 19: better, but not better than the baseline.
  const bar = patienceBar({ ...patience, waited: 3, patience: 5, best: { epoch: 19, value: 1 } }, 20, 'en');
  expect(bar).toMatchObject({ from: 17, now: 20, stop: 22 });
});

test('the best epoch is a line on the chart, by the watched value, else by its file', () => {
  expect(bestMark({ files: [], patience, log: [] })).toMatchObject({
    epoch: 18,
    words: { en: 'best: epoch 18, val_loss 0.287', ko: '최고: 18에포크, val_loss 0.287' },
  });
  expect(bestMark({ files: [file(13), file(18, true)], patience: null, log: [] })?.words.en).toBe(
    'best: epoch 18, dm_18.keras',
  );
  expect(bestMark({ files: [], patience: { ...patience, waited: 0 }, log: [] })).toBeNull();
  expect(bestMark({ files: [file(13)], patience: null, log: [] })).toBeNull();
});
