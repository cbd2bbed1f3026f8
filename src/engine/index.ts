/** The engine's public face: build a model, train it, look into it, take it back in time. */
export {
  carryState,
  copyState,
  createHistory,
  type History,
  type Keyframe,
  keyframeOf,
  restore,
  spread,
} from './history.ts';
export { trainMany } from './burst.ts';
export type { Counters } from './counters.ts';
export { evaluate, type Evaluation, infer, type Tally, tallyOf } from './evaluate.ts';
export { changedFit, type Ended, stopAfter } from './fit/fit.ts';
export { epochLine, progressLine } from './fit/lines.ts';
export { epochLogs } from './fit/meters.ts';
export { type Happening, nextRate, terminated } from './fit/moments.ts';
export { checksumOf, withoutSlots } from './fit/weights.ts';
export { build, INFERENCE_ROWS, type Model } from './model.ts';
export { load, type Rows } from './rows.ts';
export {
  batchesOfEpoch,
  changeSettings,
  countersOf,
  createTrainer,
  endShortEpoch,
  type Settings,
  type Size,
  takeCounters,
  train,
  type Trainer,
} from './trainer.ts';
