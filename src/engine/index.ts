/** The engine's public face: build a model, train it, look into it, take it back in time. */
export { createArena, type Precision, type Tensor } from './arena.ts';
export { copyState, createHistory, type History, type Keyframe, keyframeOf, restore } from './history.ts';
export { type BuiltLayer, build, INFERENCE_ROWS, type Model, type Pass, type Plan } from './model.ts';
export { countRight, load, type Rows } from './rows.ts';
export { batchesOfEpoch, type Counters, createTrainer, type Settings, type Size, startCounters, train, type Trainer } from './trainer.ts';
