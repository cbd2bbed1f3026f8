import type { Meter } from './metric.ts';

/** How often "yes" (an output above 0.5) and the answer went together, over all outputs. */
interface Counts {
  /** Said yes, was yes. */
  readonly hits: number;
  /** Said yes, was no. */
  readonly alarms: number;
  /** Said no, was yes. */
  readonly misses: number;
}

/** A meter of what the counts make; 0 where that is 0 / 0, as keras.ops.divide_no_nan. */
export const meterOfCounts =
  (share: (counts: Counts) => readonly [part: number, whole: number]) =>
  (units: number): Meter => {
    const counts = { hits: 0, alarms: 0, misses: 0 };
    return {
      add(outputs, answers, at) {
        for (let unit = 0; unit < units; unit++) {
          const yes = outputs[at + unit]! > 0.5;
          const is = answers[at + unit]! !== 0;
          if (yes && is) counts.hits += 1;
          else if (yes) counts.alarms += 1;
          else if (is) counts.misses += 1;
        }
      },
      result: () => {
        const [part, whole] = share(counts);
        return whole === 0 ? 0 : part / whole;
      },
    };
  };
