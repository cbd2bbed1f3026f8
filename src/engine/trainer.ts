import { type Counters, countBatch, countEpoch, startCounters } from './counters.ts';
import type { CallbackSpec } from './callbacks/index.ts';
import { measure, type Measured, metersOf, sumsOf, takeSums } from './fit/meters.ts';
import { beginEpoch, endBatch, endEpoch, fail, type Happening } from './fit/moments.ts';
import type { MetricName, MetricsSettings } from './metrics/index.ts';
import type { Model } from './model.ts';
import type { OptimizerSpec } from './optimizers/index.ts';
import { permutation } from './random.ts';
import { countRight, load, type Rows } from './rows.ts';
import { updateWeights } from './update.ts';

/** The sizes of a moment: a phase of one batch, one batch (= one update), one epoch. */
export type Size = 'phase' | 'batch' | 'epoch';

/** What may change between two batches. */
export interface Settings {
  readonly model: Model;
  readonly rows: Rows;
  readonly optimizer: OptimizerSpec;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly seed: number;
  /** Where fit() ends by itself; left out or null: nowhere. */
  readonly epochs?: number | null;
  /** What is called on the way; left out: nothing. */
  readonly callbacks?: readonly CallbackSpec[];
  /** The compiled metrics, which the log names; left out: none. */
  readonly metrics?: readonly MetricName[];
  readonly metricSettings?: MetricsSettings;
  /** The rows that are evaluated at the end of an epoch for callbacks; left out or null: none. */
  readonly validation?: Rows | null;
}

/** A moment the generator yields: what was finished last. */
export type Moment = 'phase' | 'batch' | 'epoch' | 'lost';

export interface Trainer {
  settings: Settings;
  meters: readonly Measured[];
  readonly counters: Counters;
  /** Phases of the current batch already done: 0 at a boundary, at most 2L + 1. */
  phase: number;
  /** Rows of the batch under way or last done, and the number of the first of them in `rows`. */
  batchRows: number;
  firstRow: number;
  /** The loss of the batch under way, once it is computed; the counters have it from the update on. */
  loss: number;
  /** Hears what happens on the way. */
  readonly tell: (happening: Happening) => void;
}

export const createTrainer = (
  settings: Settings,
  counters: Counters = startCounters(settings),
  tell: Trainer['tell'] = () => {},
): Trainer => {
  const meters = metersOf(settings, []);
  takeSums(meters, counters.sums);
  return {
    settings,
    meters,
    counters: { ...counters },
    phase: 0,
    batchRows: 0,
    firstRow: -1,
    loss: Number.NaN,
    tell,
  };
};

/** Trains on with other settings. What becomes of the fit() is changedFit's to say. */
export const changeSettings = (trainer: Trainer, settings: Settings): void => {
  trainer.settings = settings;
  trainer.meters = metersOf(settings, trainer.meters);
};

/** The counters as a keyframe keeps them. */
export const countersOf = ({ counters, meters }: Trainer): Counters => ({
  ...counters,
  sums: sumsOf(meters),
});

/** Takes counters up that were kept: nothing of the batch under way stays. */
export const takeCounters = (trainer: Trainer, counters: Readonly<Counters>): void => {
  Object.assign(trainer.counters, counters);
  takeSums(trainer.meters, counters.sums);
  trainer.phase = 0;
};

/** The row numbers of an epoch in the order they are taken, or null for the order they lie in. */
const orders = new WeakMap<Trainer, { epoch: number; count: number; seed: number; order: Uint32Array }>();
export const orderOf = (trainer: Trainer): Uint32Array | null => {
  const { rows, shuffle, seed, batchSize } = trainer.settings;
  const { epoch, cursor } = trainer.counters;
  // One batch that holds every row is the same batch in any order.
  if (!shuffle || (cursor === 0 && batchSize >= rows.count)) return null;
  const known = orders.get(trainer);
  if (known && known.epoch === epoch && known.count === rows.count && known.seed === seed) return known.order;
  const order = permutation(rows.count, seed, 'shuffle', epoch);
  orders.set(trainer, { epoch, count: rows.count, seed, order });
  return order;
};

/** How many batches the current epoch has, those already used included. */
export const batchesOfEpoch = (trainer: Trainer): number => {
  const { rows, batchSize } = trainer.settings;
  const { cursor, batch } = trainer.counters;
  return batch + Math.ceil((rows.count - cursor) / batchSize);
};

/**
 * Trains for ever and yields at the asked size only: at every phase (a layer's forward, the loss, a layer's
 * backward, the update), batch or epoch. The bits are the same at each size. It may be left at any yield and taken
 * up by another generator of another size: everything it knows is in the trainer. It yields 'lost' instead, without
 * updating, when the loss of a batch is not a finite number.
 */
export function* train(trainer: Trainer, until: Size): Generator<Moment, never> {
  for (;;) {
    const { model } = trainer.settings;
    const depth = model.layers.length;
    if (until === 'phase') {
      while (trainer.phase <= 2 * depth) {
        advance(trainer, trainer.phase, trainer.phase);
        if (trainer.phase === depth + 1 && !Number.isFinite(trainer.loss)) yield 'lost';
        else yield 'phase';
      }
    } else {
      if (trainer.phase <= 2 * depth) advance(trainer, trainer.phase, 2 * depth);
      if (!Number.isFinite(trainer.loss)) {
        yield 'lost';
        continue;
      }
    }
    const ended = update(trainer);
    if (ended && until === 'epoch') yield 'epoch';
    else if (until !== 'epoch') yield ended ? 'epoch' : 'batch';
  }
}

/** Does the phases `from` … `to` of the current batch; 0 … L − 1 forward, L the loss, L + 1 … 2L backward. */
const advance = (trainer: Trainer, from: number, to: number): void => {
  const { model } = trainer.settings;
  const { tape } = model.training;
  const depth = model.layers.length;
  if (from === 0) begin(trainer);
  const rows = trainer.batchRows;
  if (from <= depth) tape.forward(rows, from, Math.min(to, depth));
  if (from <= depth && to >= depth) meetLoss(trainer);
  if (to > depth) {
    const first = Math.max(from, depth + 1);
    // The loss's own gradient belongs to the first backward phase.
    const top = first === depth + 1 ? depth : 2 * depth - first;
    tape.backward(rows, top, 2 * depth - to);
  }
  trainer.phase = to + 1;
};

/** Takes the rows of the next batch. */
const begin = (trainer: Trainer): void => {
  const { model, rows, batchSize, seed } = trainer.settings;
  const { counters } = trainer;
  const count = Math.min(batchSize, rows.count - counters.cursor);
  const order = orderOf(trainer);
  load(model, model.training, rows, counters.cursor, count, order);
  trainer.batchRows = count;
  trainer.firstRow = order ? order[counters.cursor]! : counters.cursor;
  Object.assign(model.training.tape.key, { seed, step: counters.step });
  clearGradients(model, count);
};

/** Sets every gradient to 0, of so many rows. */
export const clearGradients = ({ training, kernels, ranges }: Model, rows: number): void => {
  training.tape.clear(rows);
  kernels.fill(ranges.gradients, ranges.count, 0);
};

/** Reads the batch's loss and starts the gradient: ∂L/∂L = 1. */
const meetLoss = (trainer: Trainer): void => {
  const { model } = trainer.settings;
  trainer.loss = model.arena.memory[model.training.loss.at]!;
  startGradient(model);
};

/** ∂L/∂L = 1 */
export const startGradient = ({ training, kernels }: Model): void =>
  kernels.fill(training.tape.gradient(training.loss), 1, 1);

/**
 * The update phase: the only place where weights, slots, statistics and counters change, and callbacks are called.
 * True at the end of an epoch.
 */
const update = (trainer: Trainer): boolean => {
  const { model, optimizer, rows } = trainer.settings;
  const { counters, meters, batchRows } = trainer;
  counters.batchLoss = trainer.loss;
  if (counters.batch === 0) for (const { meter } of meters) meter.sums.fill(0);
  const begun = counters.batch === 0 ? beginEpoch(trainer) : null;
  const right = countRight(model, model.training, batchRows);
  if (meters.length > 0) measure(trainer);
  updateWeights(model.kernels, optimizer, model.ranges, counters.step - counters.began, counters.fit.rate);
  model.training.tape.commit(batchRows);
  countBatch(counters, batchRows, right);
  trainer.phase = 0;
  if (begun) for (const happening of begun) trainer.tell(happening);
  const { stopped, failure } = endBatch(trainer);
  const over = counters.cursor >= rows.count || (stopped !== null && !failure);
  if (over) countEpoch(counters);
  if (failure) fail(trainer, failure);
  else if (over) endEpoch(trainer, stopped);
  return over;
};

/**
 * Counts batches of so many rows that were made in one go, without callbacks: `told` has the loss and the right answers of
 * each. Calls `ended` at the end of every epoch.
 */
export const countBatches = (
  trainer: Trainer,
  batches: number,
  rows: number,
  told: ArrayLike<number>,
  ended: () => void,
): void => {
  const { counters, settings } = trainer;
  const { count } = settings.rows;
  for (let i = 0; i < batches; i++) {
    counters.batchLoss = told[2 * i]!;
    countBatch(counters, rows, told[2 * i + 1]!);
    if (counters.cursor < count) continue;
    countEpoch(counters);
    endEpoch(trainer, null);
    ended();
  }
};

/** Ends the current epoch if it has used all rows there are: there may be fewer than when it began. */
export const endShortEpoch = (trainer: Trainer): boolean => {
  if (trainer.counters.cursor < trainer.settings.rows.count) return false;
  countEpoch(trainer.counters);
  endEpoch(trainer, null);
  return true;
};
