import type { Tensor } from '../engine/arena.ts';
import { batchesOfEpoch, type Model, nextRate } from '../engine/index.ts';
import { sizeOf } from '../engine/shape.ts';
import type { Buffers } from './buffers.ts';
import { gradientNorm, norm } from './evaluate.ts';
import { evaluatedFor, isLarge } from './evaluated.ts';
import type { Frame, PhaseReading, Probe } from './frame.ts';
import { isJudging, judgingOf, shareOf } from './judging.ts';
import { atOnce, type Studies } from './landscape/studies.ts';
import { look } from './probes/index.ts';
import { epochNow } from './points.ts';
import { readCallbacks } from './reading.ts';
import { shows } from './patches.ts';
import type { Run } from './run.ts';

/** A gradient smaller than this over the training set, with answers still wrong, is at rest. */
const SETTLED = 0.01;

/** The moment as the page sees it: everything that is asked for, computed once. */
export const frameOf = (
  run: Run,
  asked: readonly Probe[],
  buffers: Buffers,
  playing: boolean,
  rate: number,
  studies: Studies = atOnce,
): Frame => {
  const { counters, phase, settings } = run.trainer;
  const { model } = settings;
  const { step, epoch, cursor, batch } = counters;
  const { train } = run.setup;
  const { history } = run;
  const goes = playing || run.goal !== null;
  const views = look(run, asked, buffers, studies, goes);
  const evaluated = evaluatedFor(run, goes);
  const { train: seen, held } = evaluated;
  if (!run.settled && step > 0 && phase === 0 && !isLarge(run)) {
    run.settled = isOpen(run, seen) && gradientNorm(model, train) < restOf(run);
  }
  const reading = readingOf(run, seen.loss);
  // While the run goes a sample may be all that is known since the last edit.
  const told = (seen.rows + (held?.rows ?? 0)) / run.setup.data.rows;
  const share = !goes && isJudging(run) ? shareOf(run, judgingOf(run)) : told;
  const tail =
    step === run.newest.step
      ? {
          epoch: epochNow(run),
          step,
          loss: reading.loss,
          val_loss: held?.loss ?? Number.NaN,
          wrong: wrongNow(run, seen),
          kept: false,
        }
      : null;
  return {
    run: run.id,
    edits: counters.edits,
    written: run.experiment.edits.length,
    position: { step, epoch, cursor, batch, phase },
    newest: run.newest,
    playing,
    seeking: run.goal && { step: run.goal.step, epoch: run.goal.epoch },
    moments: { count: history.keyframes.length, bytes: history.bytes, budget: history.budget },
    halt: run.halt,
    settled: run.settled && isOpen(run, seen),
    phase: phaseOf(run),
    weights: model.layers.map(({ weights: [kernel, bias] }) => ({
      kernel: copyOf(model, kernel, buffers),
      bias: copyOf(model, bias, buffers),
    })),
    slopes: run.trainer.batchRows > 0 && phase === 0 && step > 0 ? slopesOf(model) : null,
    reading: {
      ...reading,
      present: seen.loss,
      val_loss: held?.loss ?? null,
      right: seen.right,
      rows: seen.rows,
      valRight: held?.right ?? 0,
      valRows: held?.rows ?? 0,
      ...(evaluated.epoch !== epochNow(run) && { evaluated: evaluated.epoch }),
      ...(share < 1 && { counted: share }),
    },
    looked: lookedAt(run),
    curve: run.curve.read(tail),
    marks: run.marks,
    views,
    callbacks: readCallbacks(run),
    optimizer: {
      iterations: step - counters.began,
      learning_rate: nextRate(run.trainer),
    },
    rate,
  };
};

/** Is there something left to learn: an answer that is wrong, or numbers, which are never quite met? */
const isOpen = ({ setup }: Run, { rows, right }: { rows: number; right: number }): boolean =>
  setup.data.target.kind === 'number' || right < rows;

/** The gradient at rest; that of numbers grows with their range. */
const restOf = ({ setup: { data } }: Run): number =>
  data.target.kind === 'number' ? SETTLED * (data.target.high - data.target.low) : SETTLED;

/** Was anything set, or put back, since the last update that changes the loss? Then what was measured before does not hold. */
const touched = (run: Run): boolean => {
  const { step, edits, fit } = run.trainer.counters;
  const last = run.experiment.edits[edits - 1];
  const restored = fit.ended?.step === step && fit.ended.restored !== null;
  return step === 0 || restored || (last?.step === step && shows(last.patch));
};

const readingOf = (run: Run, present: number): { loss: number; measured: Frame['reading']['measured'] } => {
  const { counters, phase } = run.trainer;
  if (phase > run.trainer.settings.model.layers.length) return { loss: run.trainer.loss, measured: 'batch' };
  if (touched(run)) return { loss: present, measured: 'now' };
  if (counters.cursor === 0) return { loss: counters.epochLoss, measured: 'epoch' };
  return { loss: counters.batchLoss, measured: 'batch' };
};

const wrongNow = (run: Run, seen: { rows: number; right: number }): number =>
  touched(run) || run.trainer.counters.cursor > 0 ? seen.rows - seen.right : run.trainer.counters.epochWrong;

/** Norm of the last update's gradient, layer by layer. */
const slopesOf = ({ arena, layers, ranges }: Model): number[] =>
  layers.map(({ at, count }) => norm(arena.memory, ranges.gradients + at - ranges.weights, count));

/** The numbers of a weight; none where a layer does not have it. */
const copyOf = ({ arena }: Model, weight: Tensor | undefined, buffers: Buffers): Float32Array =>
  weight ? buffers.copy(arena.memory, weight.at, sizeOf(weight.shape)) : new Float32Array(0);

/** The phase done last in the batch under way, with the numbers its sentence needs. */
const phaseOf = (run: Run): PhaseReading | null => {
  const { trainer } = run;
  const { model } = trainer.settings;
  if (trainer.phase === 0) return null;
  const depth = model.layers.length;
  const index = trainer.phase - 1;
  const shared = {
    rows: trainer.batchRows,
    batch: trainer.counters.batch + 1,
    batches: batchesOfEpoch(trainer),
    loss: index >= depth ? trainer.loss : null,
  };
  if (index < depth) return { ...shared, phase: { kind: 'forward', layer: index }, slope: null };
  if (index === depth) return { ...shared, phase: { kind: 'loss', layer: null }, slope: null };
  const layer = 2 * depth - index;
  return { ...shared, phase: { kind: 'backward', layer }, slope: steepest(model, layer) };
};

/** The slope largest in size among a layer's weights; null where it has none. */
const steepest = (model: Model, index: number): { at: number; value: number } | null => {
  const { at, count } = model.layers[index]!;
  if (count === 0) return null;
  const from = model.ranges.gradients + at - model.ranges.weights;
  let best = { at: 0, value: model.arena.memory[from]! };
  for (let i = 1; i < count; i++) {
    const value = model.arena.memory[from + i]!;
    if (Math.abs(value) > Math.abs(best.value)) best = { at: i, value };
  }
  return best;
};

/** The row the perceptron rule looked at last: its answer, and the output it gave. */
const lookedAt = (run: Run): Frame['looked'] => {
  const { trainer, setup } = run;
  const { model } = trainer.settings;
  const row = trainer.firstRow;
  const rule =
    setup.design.compile.loss === 'perceptron' && trainer.batchRows === 1 && trainer.counters.step > 0;
  if (!rule || trainer.phase !== 0 || row < 0 || row >= setup.train.count) return null;
  const output = model.arena.memory[model.training.recorded.at(-1)!.output.at]!;
  return { id: setup.data.ids[row]!, answer: setup.data.answers[row]!, output };
};
