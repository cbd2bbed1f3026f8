import { type Fit, firstFit } from './fit/fit.ts';
import type { Settings } from './trainer.ts';

/**
 * The counters of a run. With the model's state range they are all that a keyframe needs: whatever is more than a
 * number is replaced when it changes, never written into.
 */
export interface Counters {
  /** Updates made. */
  step: number;
  /** Updates that had been made when the present optimizer began: its schedule and its own count start there. */
  began: number;
  /** Whole epochs finished. */
  epoch: number;
  /** Rows and batches of the current epoch already used. */
  cursor: number;
  batch: number;
  /** Sums over the current epoch, for Keras's running means: loss × rows, rows, rows answered rightly. */
  lossSum: number;
  lossRows: number;
  right: number;
  /** Keras's running means of the epoch that ended last: loss, and rows answered wrongly; NaN before the first. */
  epochLoss: number;
  epochWrong: number;
  /** Rows and batches the last epoch had. */
  epochRows: number;
  epochBatches: number;
  /** The last batch's loss before its update; NaN before the first. */
  batchLoss: number;
  /** How many of the experiment's edits are in force; counted by whoever applies them. */
  edits: number;
  fit: Fit;
  /** What the meters of the compiled metrics remembered when the counters were noted; 0 everywhere: nothing yet. */
  sums: Float64Array;
}

/** The counters of a run that begins. */
export const startCounters = (settings: Pick<Settings, 'epochs' | 'callbacks' | 'metrics'>): Counters => ({
  step: 0,
  began: 0,
  epoch: 0,
  cursor: 0,
  batch: 0,
  lossSum: 0,
  lossRows: 0,
  right: 0,
  epochLoss: Number.NaN,
  epochWrong: Number.NaN,
  epochRows: 0,
  epochBatches: 0,
  batchLoss: Number.NaN,
  edits: 0,
  fit: firstFit(settings),
  sums: new Float64Array(0),
});

/** Counts a batch that was made whole, whose loss is in the counters already. */
export const countBatch = (counters: Counters, rows: number, right: number): void => {
  counters.lossSum += counters.batchLoss * rows;
  counters.lossRows += rows;
  counters.right += right;
  counters.step += 1;
  counters.cursor += rows;
  counters.batch += 1;
};

/** Counts the current epoch as finished. */
export const countEpoch = (counters: Counters): void => {
  counters.epochLoss = counters.lossSum / counters.lossRows;
  counters.epochWrong = counters.lossRows - counters.right;
  counters.epochRows = counters.lossRows;
  counters.epochBatches = counters.batch;
  counters.epoch += 1;
  counters.cursor = 0;
  counters.batch = 0;
  counters.lossSum = 0;
  counters.lossRows = 0;
  counters.right = 0;
};
