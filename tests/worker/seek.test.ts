// Every moment that was there once is found again to the bit: weights, slots, statistics, and the batch under way.

import { describe, expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import type { CallbackSpec } from '../../src/engine/callbacks/index.ts';
import { createTrainer, train, type Trainer } from '../../src/engine/index.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import { uniform } from '../../src/engine/random.ts';
import type { Edit, Experiment } from '../../src/experiment/experiment.ts';
import { advance, note, type Run } from '../../src/worker/run.ts';
import { approach, back, head, seek } from '../../src/worker/seek.ts';
import { setUp } from '../../src/worker/settings.ts';
import { dense, noisy, started } from './runs.ts';

/** Bytes for so few keyframes that most of those that were noted are let go. */
const SMALL = 60_000;
const KEYFRAMES = 100;
const SEED = 20_261;

const draw = (purpose: number, index: number, count: number): number =>
  Math.floor(uniform(SEED, 'data', purpose, 0, index) * count);

interface Target {
  readonly step: number;
  /** Phases of the next batch that are done there. */
  readonly phases: number;
}

/** What there is at a moment: the state, the loss, and the slopes as far as the batch under way has come. */
const momentOf = ({ settings: { model }, counters, phase }: Trainer) => ({
  step: counters.step,
  epoch: counters.epoch,
  cursor: counters.cursor,
  epochLoss: counters.epochLoss,
  batchLoss: counters.batchLoss,
  rate: counters.fit.rate,
  phase,
  state: bits(model.arena.memory.slice(model.state.at, model.state.at + model.state.count)),
  slopes: bits(model.arena.memory.slice(model.ranges.gradients, model.ranges.gradients + model.ranges.count)),
});
const bits = (numbers: Float32Array | Float64Array): string =>
  new Uint32Array(Float32Array.from(numbers).buffer).join(' ');

/** Takes down moments on a way that only ever leads forward. */
const takeDown = (
  trainer: Trainer,
  targets: readonly Target[],
  forward: () => void,
): ReadonlyMap<Target, ReturnType<typeof momentOf>> => {
  const moments = new Map<Target, ReturnType<typeof momentOf>>();
  for (const target of targets.toSorted((a, b) => a.step - b.step || a.phases - b.phases)) {
    while (trainer.counters.step < target.step) forward();
    const phased = train(trainer, 'phase');
    while (trainer.phase < target.phases) phased.next();
    moments.set(target, momentOf(trainer));
  }
  return moments;
};

/** Goes to a moment: at once, in slices of a few batches, or on the way to another one that is given up. */
const goTo = (run: Run, { step, phases }: Target, index: number): void => {
  if (index % 3 === 0) return seek(run, step, phases);
  if (index % 3 === 2) {
    head(run, { step: draw(2, index, run.newest.step), epoch: 0, phases: 3 });
    approach(run, 2);
  }
  head(run, { step, epoch: 0, phases });
  for (let slice = 0; run.goal; slice += 1) {
    expect(approach(run, 1 + draw(3, index + slice, 7))).toBe(true);
  }
};

const slowing: CallbackSpec = { type: 'ReduceLROnPlateau', patience: 1, min_delta: 0.05, factor: 0.7 };
const stopping: CallbackSpec = {
  type: 'EarlyStopping',
  patience: 3,
  min_delta: 0.01,
  restore_best_weights: true,
};
const material: readonly LayerSpec[] = [
  dense(1, 6, 'tanh'),
  { type: 'BatchNormalization', id: 3 },
  { type: 'Dropout', id: 4, rate: 0.25 },
  dense(2, 1, 'sigmoid'),
];
const edits: readonly Edit[] = [
  { step: 301, patch: { compile: { optimizer: { type: 'SGD', learning_rate: 0.07, momentum: 0.9 } } } },
  { step: 1003, patch: { data: { answers: GATES.NAND } } },
  { step: 1003, patch: { weights: [{ layer: 0, at: 9, value: -1.25 }] } },
  { step: 2222, patch: { fit: { batch_size: 5 } } },
  { step: 3000, patch: { compile: { optimizer: { type: 'Adam', learning_rate: 0.003 } } } },
  { step: 3501, patch: { data: { changes: [{ op: 'remove', id: 3 }] } } },
];

const CASES: Readonly<Record<string, { readonly experiment: Experiment; readonly steps: number }>> = {
  'shuffled batches of two': {
    experiment: {
      ...noisy,
      data: { ...noisy.data, points: 300 },
      fit: { ...noisy.fit, batch_size: 2 },
    },
    steps: 30_000,
  },
  'Adam, Dropout and BatchNormalization': {
    experiment: {
      ...noisy,
      model: { layers: material },
      compile: { ...noisy.compile, optimizer: { type: 'Adam', learning_rate: 0.01 } },
    },
    steps: 4000,
  },
  'callbacks that change the rate, stop, and put weights back': {
    experiment: { ...noisy, fit: { ...noisy.fit, epochs: 40, callbacks: [slowing, stopping] } },
    steps: 4000,
  },
  'edits in the list': { experiment: { ...noisy, edits }, steps: 4000 },
};

describe.each(Object.entries(CASES))(
  `250 random steps (seed ${SEED}) of %s`,
  (name, { experiment, steps }) => {
    const kind = 10 * (1 + Object.keys(CASES).indexOf(name));
    const targets = Array.from(
      { length: 250 },
      (_, index): Target => ({
        step: 1 + draw(kind, index, steps - 1),
        // Half of them stand in the middle of a batch: as many phases as the network may have.
        phases: index % 2 === 0 ? 0 : draw(kind + 1, index, 2 * experiment.model.layers.length + 2),
      }),
    );

    test('are found again to the bit, across keyframes that were let go', () => {
      const run = started(experiment);
      run.history.allow(SMALL);
      run.every = 8;
      while (run.trainer.counters.step < steps) expect(advance(run, 'batch')).toBe(true);
      note(run);
      const { keyframes, bytes, budget } = run.history;
      expect(budget).toBe(SMALL);
      expect(bytes).toBeLessThanOrEqual(SMALL);
      expect(keyframes.length).toBeLessThan(steps / 8);
      expect(keyframes.length).toBeGreaterThan(KEYFRAMES / 10);

      const moments = freshly(experiment, targets);
      for (const [index, target] of targets.entries()) {
        goTo(run, target, index);
        expect(momentOf(run.trainer), `step ${target.step}, ${target.phases} phases`).toEqual(
          moments.get(target),
        );
      }
    });
  },
);

/** The moments of the engine alone where nothing is edited, else of a run that never went back. */
const freshly = (experiment: Experiment, targets: readonly Target[]) => {
  if (experiment.edits.length > 0) {
    const run = started(experiment);
    return takeDown(run.trainer, targets, () => advance(run, 'batch'));
  }
  const made = setUp(experiment, null);
  if ('refused' in made) throw new Error(made.refused.en);
  const trainer = createTrainer(made.settings);
  const batches = train(trainer, 'batch');
  return takeDown(trainer, targets, () => batches.next());
};

test('steps back by phase and batch lead from any step to the one before it, and forward again to the same bits', () => {
  const { experiment } = CASES['shuffled batches of two']!;
  const targets = Array.from({ length: 60 }, (_, index) => 2 + draw(1, index, 5000));
  const moments = freshly(
    experiment,
    targets.flatMap((step) => [
      { step: step - 1, phases: 0 },
      { step, phases: 0 },
    ]),
  );
  const states = new Map([...moments.values()].map(({ step, state }) => [step, state]));
  const run = started(experiment);
  while (run.trainer.counters.step < 5002) advance(run, 'batch');
  const stand = () => {
    const { step, phase, state } = momentOf(run.trainer);
    return { step, phase, state };
  };
  for (const step of targets) {
    const [earlier, there] = [states.get(step - 1), states.get(step)];
    seek(run, step);
    expect(stand()).toEqual({ step, phase: 0, state: there });
    back(run, 'phase');
    expect(stand()).toEqual({ step: step - 1, phase: 5, state: earlier });
    back(run, 'batch');
    expect(stand()).toEqual({ step: step - 1, phase: 0, state: earlier });
    advance(run, 'batch');
    expect(stand()).toEqual({ step, phase: 0, state: there });
  }
});
