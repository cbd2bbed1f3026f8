// Keras 3.15.1: what a callback raises in on_train_batch_end leaves fit() at once. Neither the end of the epoch nor that
// of fit() is called, also where it was the last batch of the epoch.

import { describe, expect, test } from 'vitest';
import { type CallbackSpec, startAll } from '../../src/engine/callbacks/index.ts';
import { createTrainer, type Happening, train } from '../../src/engine/index.ts';
import { golden, trainerOf } from './fit-golden.ts';

/** Saves after so many batches under a name that the log of a batch does not have. */
const saving = (save_freq: number): CallbackSpec => ({
  type: 'ModelCheckpoint',
  filepath: 'dm_{epoch}_{val_loss:.2f}.keras',
  save_freq,
});
const stopping: CallbackSpec = { type: 'EarlyStopping', patience: 3, restore_best_weights: true };

const fit = golden.cases.find(({ loss }) => loss === 'mse')!;
const batches = Math.ceil(golden.rows / fit.batch);

const runTo = (save_freq: number) => {
  const heard: Happening[] = [];
  const { settings } = trainerOf(fit, () => {});
  const callbacks = [stopping, saving(save_freq)];
  const trainer = createTrainer({ ...settings, callbacks, epochs: 5 }, undefined, (one) => heard.push(one));
  const steps = train(trainer, 'batch');
  while (!heard.some(({ kind }) => kind === 'failed')) steps.next();
  return { trainer, steps, heard };
};

describe.each([
  ['in the middle of an epoch', batches - 1, 0],
  ['in the last batch of an epoch', batches, 1],
])('an error %s', (_name, freq, epoch) => {
  test('is the last that is told of its fit()', () => {
    const { trainer, heard } = runTo(freq);
    expect(trainer.counters).toMatchObject({ step: freq, epoch });
    expect(heard.map(({ kind }) => kind)).toEqual(['line', 'line', 'failed']);
    expect(heard[0]).toEqual({ kind: 'line', line: 'Epoch 1/5' });
    expect(heard[1]).toEqual({ kind: 'line', line: expect.stringMatching(/^KeyError: .*val_loss/) });
  });

  test('leaves no callback with an epoch that it was not to see', () => {
    const { trainer } = runTo(freq);
    const [patience, saved] = trainer.counters.fit.states;
    expect(patience).toEqual(startAll([stopping], [])[0]);
    expect(trainer.counters.fit.kept).toBeNull();
    expect(saved).toMatchObject({ compares: false });
  });

  test('is followed by another fit() of as many epochs', () => {
    const { trainer, steps } = runTo(freq);
    expect(trainer.counters.fit.stopAt).toBe(epoch + 5);
    steps.next();
    expect(trainer.counters).toMatchObject({ step: freq + 1, epoch: 1 });
  });
});
