import type { Model } from '../model.ts';
import { optimizers } from '../optimizers/index.ts';

/** The weights of a model as they were at the end of an epoch, counted from 0: parameters, then moving statistics. */
export interface KeptWeights {
  readonly epoch: number;
  /** Never written into: keyframes share it. */
  readonly weights: Float32Array | Float64Array;
}

/** Where the optimizer's slots end in a model's state and its moving statistics begin. */
export const slotsEnd = ({ optimizer, ranges }: Model): number =>
  ranges.slots + ranges.count * optimizers[optimizer].slots.length;

/** A copy of everything in a model's state but the optimizer's slots: what Keras's get_weights gives. */
export const weightsOf = (model: Model): Float32Array | Float64Array => {
  const { arena, state, ranges } = model;
  const end = slotsEnd(model);
  const weights = arena.memory.slice(state.at, state.at + state.count - (end - ranges.slots));
  weights.set(arena.memory.subarray(end, state.at + state.count), ranges.slots - state.at);
  return weights;
};

/** Puts weights back; the optimizer's slots stay as they are, as with Keras's set_weights. */
export const putWeights = (model: Model, weights: Float32Array | Float64Array): void => {
  const { arena, state, ranges } = model;
  const parameters = ranges.slots - state.at;
  arena.memory.set(weights.subarray(0, parameters), state.at);
  arena.memory.set(weights.subarray(parameters), slotsEnd(model));
};

/** A state of a model as it is with an optimizer that has made no updates. */
export const withoutSlots = (model: Model, state: Float32Array): Float32Array =>
  state.slice().fill(0, model.ranges.slots - model.state.at, slotsEnd(model) - model.state.at);

/**
 * A checksum of a state, 0 … 2³² − 1: equal states have equal ones, and other states hardly ever. (FNV-1a over 32-bit
 * words, with a shift after each so that the upper bits count below too.)
 */
export const checksumOf = (state: Float32Array | Float64Array): number => {
  let sum = 0x811c9dc5;
  for (const word of new Uint32Array(state.buffer, state.byteOffset, state.byteLength / 4)) {
    sum = Math.imul(sum ^ word, 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
};
