import { type Answers, type DataSpec } from '../../src/data/data.ts';
import { GATES } from '../../src/data/gates.ts';
import type { DenseSpec } from '../../src/engine/layers/dense.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Saved } from '../../src/worker/frame.ts';
import { type Run, startRun } from '../../src/worker/run.ts';

/** Experiments and runs for tests. */

export const dense = (
  id: number,
  units: number,
  activation: DenseSpec['activation'],
  start?: DenseSpec['start'],
): DenseSpec => ({ type: 'Dense', id, units, activation, ...(start && { start }) });

/** The gates' preset: binary_crossentropy, SGD 0.5, batch 4, first weights drawn from the seed. */
export const onGate = (
  answers: Answers,
  layers: readonly LayerSpec[] = [dense(1, 1, 'sigmoid')],
  seed = 1,
): Experiment => ({ ...opening, data: { ...opening.data, answers }, model: { layers }, seed });

export const withRate = (experiment: Experiment, learning_rate: number, momentum = 0): Experiment => ({
  ...experiment,
  compile: { ...experiment.compile, optimizer: { type: 'SGD', learning_rate, momentum } },
});

export const withData = (experiment: Experiment, data: Partial<DataSpec>): Experiment => ({
  ...experiment,
  data: { ...experiment.data, ...data },
});

/** A gate with noise, 128 of 160 points to train on in 8 shuffled batches, and slots that are in use. */
export const noisy: Experiment = {
  ...withRate(onGate(GATES.XOR, [dense(2, 4, 'tanh'), dense(1, 1, 'sigmoid')], 5), 0.2, 0.9),
  data: { ...opening.data, answers: GATES.XOR, noise: 0.15, points: 160 },
  fit: { batch_size: 16, epochs: null, validation_split: 0.2, shuffle: true },
};

/** The same with what holds state of its own: BatchNormalization, Dropout, slots of Adam under a clipped norm. */
export const stateful: Experiment = {
  ...noisy,
  model: {
    layers: [
      dense(1, 4, 'tanh'),
      { type: 'BatchNormalization', id: 2 },
      { type: 'Dropout', id: 3, rate: 0.3 },
      dense(4, 1, 'sigmoid'),
    ] as LayerSpec[],
  },
  compile: { ...noisy.compile, optimizer: { type: 'Adam', learning_rate: 0.01, clipnorm: 0.5 } },
};

/** The bits of what a run has and of the slopes of its last update: what looking at it must leave alone. */
export const traceOf = (run: Run) => {
  const { arena, ranges } = run.trainer.settings.model;
  return [bitsOf(run), [...arena.memory.subarray(ranges.gradients, ranges.gradients + ranges.count)]];
};

export const started = (experiment: Experiment, saved: Saved | null = null): Run => {
  const run = startRun(1, experiment, saved);
  if ('refused' in run) throw new Error(run.refused.en);
  return run;
};

/** The bits of everything a keyframe holds: weights, then slots. */
export const bitsOf = ({ trainer }: Run): Uint32Array => {
  const { arena, state } = trainer.settings.model;
  return new Uint32Array(Float32Array.from(arena.memory.subarray(state.at, state.at + state.count)).buffer);
};
