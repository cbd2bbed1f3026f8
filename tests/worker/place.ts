import type { Place } from '../../src/worker/place.ts';

/** A place whose time passes only when told: a queue of tasks and a clock that a look at it moves a little. */
export interface ManualPlace extends Place {
  /** Lets time pass and runs what comes due, in order. */
  readonly pass: (milliseconds: number) => void;
}

/** What one look at the clock takes, in milliseconds: training slices end. */
const LOOK = 0.01;

/** `look`: how long one takes where it is not that; the longer, the slower the machine seems. */
export const manualPlace = (look = LOOK): ManualPlace => {
  let now = 0;
  let queue: { readonly at: number; readonly task: () => void }[] = [];
  return {
    now: () => {
      now += look;
      return now;
    },
    later: (task, delay) => {
      queue.push({ at: now + delay, task });
    },
    transfer: (value) => value,
    pass: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const next = queue.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next || now > end) break;
        queue = queue.filter((waiting) => waiting !== next);
        now = Math.max(now, next.at);
        next.task();
      }
      now = Math.max(now, end);
    },
  };
};
