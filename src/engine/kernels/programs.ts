import type { Arena } from '../arena.ts';

/** Kernel calls that were noted. */
export interface Program {
  /** Makes all of them. */
  make(): void;
}

/** A step of training, as it is repeated. */
export interface Step {
  /** Everything up to the gradients. */
  readonly compute: Program;
  /** Moves the weights, the i-th time by its calls; where `same`, by the same calls each time. */
  readonly update: (i: number) => void;
  readonly same: boolean;
  /** Where the loss and the number of right answers lie after `compute`. */
  readonly loss: number;
  readonly right: number;
  /** Gets both of every time, one pair after the other. */
  readonly told: number;
}

/**
 * Lists of kernel calls. What a tape asks for is the same in every step, so that the calls can be noted once, with their
 * arguments, and made again as a whole: a set of kernels may make them all at one go, and many steps too.
 */
export interface Programs {
  /**
   * Notes the calls that `calls` makes, without making them. `calls` must ask for the same each time it is called, and
   * may be called again later. A program that is made while another is noted becomes a part of that one.
   */
  note(calls: () => void): Program;
  /** Makes calls whose arguments change, or that look at numbers: in a program they are asked for anew each time. */
  ask(calls: () => void): void;
  /**
   * Makes a step so many times: `compute`, then `update` unless the loss is not a finite number. Returns how often it did
   * both; fewer than asked for where a loss was lost.
   */
  repeat(step: Step, times: number): number;
  /** to[i] = from[n · count + i], where n counts the times of `repeat` from 0; 0 elsewhere */
  take(from: number, to: number, count: number): void;
}

/** Where nothing is gained by noting, a program is its calls. */
export const plainPrograms = (arena: Arena): Programs => {
  let time = 0;
  return {
    note: (calls) => ({ make: calls }),
    ask: (calls) => calls(),
    repeat({ compute, update, loss, right, told }, times) {
      const m = arena.memory;
      try {
        for (time = 0; time < times; time++) {
          compute.make();
          m[told + 2 * time] = m[loss]!;
          m[told + 2 * time + 1] = m[right]!;
          if (!Number.isFinite(m[loss]!)) return time;
          update(time);
        }
        return times;
      } finally {
        time = 0;
      }
    },
    take(from, to, count) {
      arena.memory.copyWithin(to, from + time * count, from + (time + 1) * count);
    },
  };
};
