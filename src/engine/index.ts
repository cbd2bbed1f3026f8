/** The engine's public face: build a model, train it, look into it, take it back in time. */
export {
  carryState,
  copyState,
  createHistory,
  type History,
  keyframeOf,
  restore,
  spread,
} from './history.ts';
export { build, INFERENCE_ROWS, type Model } from './model.ts';
export { load, type Rows } from './rows.ts';
export {
  batchesOfEpoch,
  type Counters,
  createTrainer,
  endShortEpoch,
  type Settings,
  type Size,
  train,
  type Trainer,
} from './trainer.ts';
