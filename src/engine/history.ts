import type { Model } from './model.ts';
import { slotsEnd } from './fit/weights.ts';
import type { Counters } from './counters.ts';
import { countersOf, takeCounters, type Trainer } from './trainer.ts';

/** A moment at a batch boundary from which everything after it can be computed again, bit for bit. */
export interface Keyframe {
  readonly counters: Readonly<Counters>;
  /** The model's state range: parameters, then slots, then moving statistics. */
  readonly state: Float32Array | Float64Array;
}

/** Keyframes of one run, oldest first: dense near the newest, sparse far back, within a budget of bytes. */
export interface History {
  readonly keyframes: readonly Keyframe[];
  /** What they take, and what they may take, in bytes. */
  readonly bytes: number;
  readonly budget: number;
  /** Sets what they may take, and lets go of what is more. */
  allow(budget: number): void;
  /** Notes the trainer's state if it stands at a boundary no keyframe has yet. */
  note(trainer: Trainer): void;
  /** Takes a keyframe that was kept elsewhere; later than those it has. */
  take(keyframe: Keyframe): void;
  /** The nearest keyframe at or before a step. */
  before(step: number): Keyframe;
  /** Forgets everything after a step, and what was noted there with more than so many edits in force. */
  cut(step: number, edits?: number): void;
  /** Keeps at most so many: the first, the newest, and between them ever further apart towards the past. */
  keepFew(most: number): void;
}

/** 64 MB, in bytes. */
const BUDGET = 64 * 1024 * 1024;
/** Of small networks no more than this are of use: to train from one to the next takes no time. */
const MOST = 4096;
/** However large they are, a few are kept. */
const FEWEST = 16;

export const keyframeOf = (trainer: Trainer): Keyframe => {
  const { arena, state } = trainer.settings.model;
  return { counters: countersOf(trainer), state: arena.memory.slice(state.at, state.at + state.count) };
};

/** Puts a trainer back to a keyframe's moment. */
export const restore = (trainer: Trainer, keyframe: Keyframe): void => {
  copyState(trainer.settings.model, keyframe.state);
  takeCounters(trainer, keyframe.counters);
};

/** Writes a state range into a model of the same shape. */
export const copyState = (model: Model, state: ArrayLike<number>): void => {
  if (state.length !== model.state.count) {
    throw new Error(
      `copyState: expected a state of ${model.state.count} numbers for this model, received ${state.length}. Build the model the state was saved from.`,
    );
  }
  model.arena.memory.set(state, model.state.at);
};

/**
 * Carries the state of one model into another of the same layers. The slots come along where both have the same
 * optimizer; another one starts its own afresh. True if they came along.
 */
export const carryState = (from: Model, to: Model): boolean => {
  if (from.optimizer === to.optimizer) {
    copyState(to, from.arena.memory.subarray(from.state.at, from.state.at + from.state.count));
    return true;
  }
  const [a, b] = [slotsEnd(from), slotsEnd(to)];
  const after = from.state.at + from.state.count - a;
  to.arena.memory.set(from.arena.memory.subarray(from.state.at, from.ranges.slots), to.state.at);
  to.arena.memory.set(from.arena.memory.subarray(a, a + after), b);
  return false;
};

export const createHistory = (first: Keyframe): History => {
  const keyframes: Keyframe[] = [first];
  /** What a keyframe takes beside the one before it: weights that both keep are one array. */
  const bytesOf = ({ counters, state }: Keyframe, before: Keyframe | undefined): number => {
    const { kept } = counters.fit;
    const own = kept && kept.weights !== before?.counters.fit.kept?.weights;
    return 128 + state.byteLength + counters.sums.byteLength + (own ? kept.weights.byteLength : 0);
  };
  const weigh = (): number => keyframes.reduce((sum, one, i) => sum + bytesOf(one, keyframes[i - 1]), 0);
  let bytes = weigh();
  let budget = BUDGET;

  /** Drops the keyframe whose loss costs least: the gap it leaves, measured by how far back it lies. */
  const thin = (): void => {
    const newest = keyframes.at(-1)!.counters.step;
    let worst = 1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 1; i < keyframes.length - 1; i++) {
      const gap = keyframes[i + 1]!.counters.step - keyframes[i - 1]!.counters.step;
      const cost = gap / (newest - keyframes[i]!.counters.step + 1);
      if (cost < least) {
        least = cost;
        worst = i;
      }
    }
    keyframes.splice(worst, 1);
    bytes = weigh();
  };

  const isFull = (): boolean => keyframes.length > MOST || (bytes > budget && keyframes.length > FEWEST);

  const take = (keyframe: Keyframe): void => {
    if (keyframe.counters.step <= keyframes.at(-1)!.counters.step) return;
    bytes += bytesOf(keyframe, keyframes.at(-1));
    keyframes.push(keyframe);
    while (isFull()) thin();
  };

  return {
    keyframes,
    get bytes() {
      return bytes;
    },
    get budget() {
      return budget;
    },
    allow(most) {
      budget = most;
      while (isFull()) thin();
    },
    note(trainer) {
      if (trainer.phase !== 0) return;
      if (keyframes.at(-1)!.counters.step < trainer.counters.step) take(keyframeOf(trainer));
    },
    take,
    before(step) {
      for (let i = keyframes.length - 1; i > 0; i--) {
        if (keyframes[i]!.counters.step <= step) return keyframes[i]!;
      }
      return keyframes[0]!;
    },
    cut(step, edits = Number.POSITIVE_INFINITY) {
      const stays = ({ counters }: Keyframe): boolean => counters.step <= step && counters.edits <= edits;
      while (keyframes.length > 1 && !stays(keyframes.at(-1)!)) keyframes.pop();
      bytes = weigh();
    },
    keepFew(few) {
      const [start, ...later] = keyframes;
      keyframes.splice(0, keyframes.length, start!, ...spread(later, few - 1));
      bytes = weigh();
    },
  };
};

/** At most so many of a list: the newest, then ever further apart. */
export const spread = <Item>(list: readonly Item[], most: number): Item[] => {
  const kept: Item[] = [];
  let at = list.length - 1;
  for (let gap = 1; at >= 0 && kept.length < most; gap = Math.ceil(gap * 1.3)) {
    kept.unshift(list[at]!);
    at -= gap;
  }
  return kept;
};
