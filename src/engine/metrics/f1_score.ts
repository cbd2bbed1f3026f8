import type { NumberField } from '../fields.ts';
import type { Meter, Metric, MetricSettings } from './metric.ts';

/** Keras's epsilon(), which it adds to what is divided by. */
const EPSILON = 1e-7;

const threshold: NumberField & { readonly name: 'threshold' } = {
  kind: 'number',
  name: 'threshold',
  words: { en: 'threshold', ko: '문턱값(threshold)' },
  hint: {
    en: 'an output above it says yes; none: of several outputs the largest does (one output: above 0.5)',
    ko: '출력이 이보다 크면 그렇다고 답한 것으로 센다. 없음: 출력이 여럿이면 가장 큰 것(하나면 0.5보다 클 때)',
  },
  effect: 'keep',
  initial: 0.5,
  min: 0,
  above: true,
  max: 1,
  step: 0.05,
  optional: true,
  more: true,
};

/** F1 of each output, and their mean. An output says yes above the threshold; without one, the largest of several does. */
const meter = (units: number, settings: MetricSettings = {}): Meter => {
  const set = settings.threshold ?? (units === 1 ? threshold.initial : null);
  // Keras compares in single precision.
  const bar = set === null ? null : Math.fround(set);
  const sums = new Float64Array(3 * units);
  const hits = sums.subarray(0, units);
  const alarms = sums.subarray(units, 2 * units);
  const misses = sums.subarray(2 * units);
  return {
    sums,
    add(outputs, answers, at, weight = 1) {
      let top = bar ?? outputs[at]!;
      if (bar === null) for (let unit = 1; unit < units; unit++) top = Math.max(top, outputs[at + unit]!);
      for (let unit = 0; unit < units; unit++) {
        const output = outputs[at + unit]!;
        const yes = bar === null ? output >= top && Math.abs(output) > 1e-9 : output > top;
        const answer = answers[at + unit]!;
        hits[unit]! += weight * (yes ? answer : 0);
        alarms[unit]! += weight * (yes ? 1 - answer : 0);
        misses[unit]! += weight * (yes ? 0 : answer);
      }
    },
    result: () => {
      let sum = 0;
      for (let unit = 0; unit < units; unit++) {
        const precision = hits[unit]! / (hits[unit]! + alarms[unit]! + EPSILON);
        const recall = hits[unit]! / (hits[unit]! + misses[unit]! + EPSILON);
        sum += (2 * precision * recall) / (precision + recall + EPSILON);
      }
      return sum / units;
    },
  };
};

/** keras.metrics.F1Score(average="macro"), with threshold=0.5 for one output where none is set. */
export const f1_score: Metric = {
  name: 'f1_score',
  words: { en: 'F1', ko: 'F1 점수' },
  line: {
    en: 'Precision and recall in one number (their harmonic mean); the mean over the classes.',
    ko: '정밀도와 재현율을 하나로 묶은 수(조화평균). 클래스마다 구해 평균한다.',
  },
  resolved: () => 'f1_score',
  direction: 'max',
  fields: [threshold],
  oneHotOnly: true,
  meter,
};
