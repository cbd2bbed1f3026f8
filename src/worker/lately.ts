import type { Trainer } from '../engine/index.ts';

/** A weight whose slope changed its sign from one update to the next; `at` counts through the kernel, then the bias. */
export interface Turned {
  readonly layer: number;
  readonly at: number;
  /** Its mean slope in the update before the last one, and in the last one. */
  readonly before: number;
  readonly now: number;
}

/** What the last update found that the one before had not. */
export interface Found {
  readonly turned: readonly Turned[];
  /** Rows answered wrongly in the epoch that had ended by then: after the update before the last one, and after the last. */
  readonly wrong: readonly [before: number, now: number];
}

/** Weights up to which a network is small enough for its updates to be followed one by one. */
const FEW = 64;

/** What the last two updates of a small network found. */
export interface Lately {
  /** Meets the update that the trainer has just made. */
  meet(trainer: Trainer): void;
  /** What was met belongs to another moment. */
  forget(): void;
  /** null where the two updates before this moment were not met. */
  read(trainer: Trainer): Found | null;
}

/** Is a network small enough for that? */
export const isFollowed = ({ settings: { model } }: Trainer): boolean => model.ranges.count <= FEW;

interface Met {
  readonly step: number;
  readonly slopes: Float32Array | Float64Array;
  readonly wrong: number;
}

export const createLately = (): Lately => {
  let met: readonly Met[] = [];
  return {
    meet(trainer) {
      if (!isFollowed(trainer)) return;
      const { step, epochWrong: wrong } = trainer.counters;
      const { arena, ranges } = trainer.settings.model;
      const slopes = arena.memory.slice(ranges.gradients, ranges.gradients + ranges.count);
      met = [...met.slice(-1), { step, slopes, wrong }];
    },
    forget() {
      met = [];
    },
    read({ counters: { step }, settings: { model } }) {
      const [before, last] = met;
      if (before?.step !== step - 1 || last?.step !== step) return null;
      const turned = model.layers.flatMap(({ at, count }, layer) =>
        Array.from({ length: count }, (_, index) => {
          const place = at - model.ranges.weights + index;
          return { layer, at: index, before: before.slopes[place] ?? 0, now: last.slopes[place] ?? 0 };
        }).filter((weight) => weight.before * weight.now < 0),
      );
      return { turned, wrong: [before.wrong, last.wrong] };
    },
  };
};
