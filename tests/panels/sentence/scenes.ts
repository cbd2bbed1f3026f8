import { dataSet } from '../../../src/data/data.ts';
import type { Answers } from '../../../src/data/data.ts';
import { GATES } from '../../../src/data/gates.ts';
import type { DenseSpec } from '../../../src/engine/layers/dense.ts';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import type { Situation } from '../../../src/panels/sentence/situation.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import type { Frame } from '../../../src/worker/frame.ts';

const NONE = new Float32Array(0);

/** A frame of the opening experiment before anything was learned, with what a test changes in it. */
export const frameOf = (change: Partial<Frame> = {}): Frame => ({
  run: 1,
  edits: 0,
  position: { step: 0, epoch: 0, cursor: 0, batch: 0, phase: 0 },
  newest: { step: 0, epoch: 0 },
  playing: false,
  seeking: null,
  moments: { count: 1, bytes: 0, budget: 64 * 2 ** 20 },
  halt: null,
  settled: false,
  phase: null,
  weights: [],
  slopes: null,
  reading: {
    loss: 0.626,
    val_loss: null,
    right: 2,
    rows: 4,
    valRight: 0,
    valRows: 0,
    measured: 'now',
    present: 0.5,
  },
  looked: null,
  curve: { epoch: new Float64Array(0), step: new Float64Array(0), loss: NONE, val_loss: NONE, wrong: NONE },
  marks: [],
  written: 0,
  views: {},
  callbacks: { files: [], patience: null, log: [] },
  optimizer: { iterations: 0, learning_rate: 0.5 },
  rate: 0,
  ...change,
});

/** A moment `updates` updates into a run with one update an epoch. */
export const after = (updates: number, change: Partial<Frame> = {}): Partial<Frame> => ({
  position: { step: updates, epoch: updates, cursor: 0, batch: 0, phase: 0 },
  ...change,
});

export const playing = (updates: number, change: Partial<Frame> = {}): Partial<Frame> =>
  after(updates, { playing: true, ...change });

/** The loss has come to rest at what is read: the curve has been level for so many epochs. */
export const rested = (loss: number, right: number, rows = 4, epochs = 4000): Partial<Frame> => ({
  ...reads(loss, right, rows),
  settled: true,
  curve: {
    epoch: Float64Array.of(0, epochs),
    step: Float64Array.of(0, epochs),
    loss: Float32Array.of(loss, loss),
    val_loss: NONE,
    wrong: NONE,
  },
});

/** What a frame reads: training loss, right answers, rows. */
export const reads = (loss: number, right: number, rows = 4): Pick<Frame, 'reading'> => ({
  reading: { loss, val_loss: null, right, rows, valRight: 0, valRows: 0, measured: 'now', present: 0.5 },
});

export const design = (...patches: readonly Patch[]): Design =>
  patches.reduce<Design>(apply, apply(opening, {}));

export const gate = (answers: Answers): Patch => ({ data: { answers } });
export const XOR = gate(GATES.XOR);
export const set = (name: 'circle' | 'blobs' | 'grades'): Patch => chooseSet(design(), name);

const layer = (id: number, units: number, activation: DenseSpec['activation']): DenseSpec => ({
  type: 'Dense',
  id,
  units,
  activation,
});

/** A network of hidden layers of these units with one sigmoid at its end. */
export const hidden = (units: readonly number[], activation: DenseSpec['activation'] = 'tanh'): Patch => ({
  model: { layers: [...units.map((count, at) => layer(at + 2, count, activation)), layer(1, 1, 'sigmoid')] },
});

export const oneNeuron = (activation: DenseSpec['activation']): Patch => ({
  model: { layers: [layer(1, 1, activation)] },
});

export const situation = (
  change: Omit<Partial<Situation>, 'frame' | 'data'> & { readonly frame?: Partial<Frame> | null },
): Situation => {
  const { frame, ...rest } = change;
  const now = rest.design ?? design();
  return {
    design: now,
    data: dataSet(now.data),
    deed: { kind: 'opened' },
    since: frame?.position ? frame.position.step : 0,
    still: false,
    stepped: false,
    predictionsHidden: false,
    comparing: false,
    tour: null,
    stepSize: 'epoch',
    shown: null,
    cells: null,
    watched: { anatomies: [], update: null },
    speed: 30,
    problems: [],
    ...rest,
    frame: frame === null ? null : frameOf(frame),
  };
};

/** What is so and what to do, joined as they stand on the screen. */
export const told = (now: Situation): readonly [en: string, ko: string] => {
  const { so, todo } = story(now);
  return [`${so.en} ${todo?.en ?? ''}`.trim(), `${so.ko} ${todo?.ko ?? ''}`.trim()];
};
