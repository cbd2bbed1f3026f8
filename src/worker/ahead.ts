import {
  changeSettings,
  countersOf,
  createTrainer,
  nextRate,
  takeCounters,
  train,
  type Trainer,
} from '../engine/index.ts';
import type { Run } from './run.ts';
import { showPhases } from './seek.ts';

/** Trainers that look ahead, one a run: each keeps the order of its epoch. */
const shadows = new WeakMap<Trainer, Trainer>();

/**
 * Makes the batch under way (at a boundary the next one) up to its update and then puts everything back as it was.
 * `meet` sees the trainer before the update, `done` after it. What is read may only be copied. False if the loss is no
 * finite number: then there is no update.
 */
export const lookAhead = (run: Run, meet: (trainer: Trainer) => void, done: () => void): boolean => {
  const { trainer } = run;
  const { model } = trainer.settings;
  const { arena, state, ranges, training, outputs } = model;
  const { memory } = arena;
  const depth = model.layers.length;
  const output = training.recorded.at(-1)!.output.at;
  // The weights are the state; the last update's slopes and its first row are still shown at a boundary.
  const kept = [
    [state.at, state.count],
    [ranges.gradients, ranges.count],
    [output, outputs],
  ].map(([at = 0, count = 0]) => [at, memory.slice(at, at + count)] as const);

  const shadow = shadows.get(trainer) ?? createTrainer(trainer.settings);
  shadows.set(trainer, shadow);
  // Nothing is called on the way, and what it measures is nobody's; the rate is what callbacks have set.
  const counters = countersOf(trainer);
  const fit = { ...counters.fit, rate: nextRate(trainer) };
  changeSettings(shadow, { ...trainer.settings, callbacks: [], metrics: [], validation: null });
  takeCounters(shadow, { ...counters, fit, sums: countersOf(shadow).sums });

  const phases = train(shadow, 'phase');
  let well = true;
  while (well && shadow.phase <= 2 * depth) well = phases.next().value === 'phase';
  meet(shadow);
  if (well) {
    phases.next();
    done();
  }
  for (const [at, numbers] of kept) memory.set(numbers, at);
  if (trainer.phase > 0) {
    const { phase } = trainer;
    trainer.phase = 0;
    showPhases(run, phase);
  }
  return well;
};
