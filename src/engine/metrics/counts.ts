import type { NumberField } from '../fields.ts';
import type { Meter, MetricSettings } from './metric.ts';

/** How often "yes" (an output above the threshold) and the answer went together, over all outputs. */
interface Counts {
  /** Said yes, was yes. */
  readonly hits: number;
  /** Said yes, was no. */
  readonly alarms: number;
  /** Said no, was yes. */
  readonly misses: number;
}

/** Keras takes a list as well; one threshold gives one number. */
export const thresholds: NumberField & { readonly name: 'thresholds' } = {
  kind: 'number',
  name: 'thresholds',
  words: { en: 'thresholds', ko: '문턱값(thresholds)' },
  hint: { en: 'an output above it says yes', ko: '출력이 이보다 크면 그렇다고 답한 것으로 센다' },
  effect: 'keep',
  initial: 0.5,
  min: 0,
  max: 1,
  step: 0.05,
  more: true,
};

/** A meter of what the counts make; 0 where that is 0 / 0, as keras.ops.divide_no_nan. */
export const meterOfCounts =
  (share: (counts: Counts) => readonly [part: number, whole: number]) =>
  (units: number, settings: MetricSettings = {}): Meter => {
    // Keras compares in single precision.
    const threshold = Math.fround(settings.thresholds ?? thresholds.initial);
    const sums = new Float64Array(3);
    return {
      sums,
      add(outputs, answers, at, weight = 1) {
        for (let unit = 0; unit < units; unit++) {
          const yes = outputs[at + unit]! > threshold;
          const is = answers[at + unit]! !== 0;
          if (yes && is) sums[0]! += weight;
          else if (yes) sums[1]! += weight;
          else if (is) sums[2]! += weight;
        }
      },
      result: () => {
        const [part, whole] = share({ hits: sums[0]!, alarms: sums[1]!, misses: sums[2]! });
        return whole === 0 ? 0 : part / whole;
      },
    };
  };
