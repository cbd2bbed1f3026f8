import type { Meter, Metric } from './metric.ts';

/** Keras's epsilon(), which it adds to what is divided by. */
const EPSILON = 1e-7;

/** F1 of each output, and their mean. One output says yes above 0.5, of several the largest does. */
const meter = (units: number): Meter => {
  const [hits, alarms, misses] = [0, 1, 2].map(() => new Float64Array(units)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return {
    add(outputs, answers, at) {
      let top = units === 1 ? 0.5 : outputs[at]!;
      for (let unit = 1; unit < units; unit++) top = Math.max(top, outputs[at + unit]!);
      for (let unit = 0; unit < units; unit++) {
        const output = outputs[at + unit]!;
        const yes = units === 1 ? output > top : output >= top && Math.abs(output) > 1e-9;
        const answer = answers[at + unit]!;
        hits[unit]! += yes ? answer : 0;
        alarms[unit]! += yes ? 1 - answer : 0;
        misses[unit]! += yes ? 0 : answer;
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

/** keras.metrics.F1Score(average="macro"), with threshold=0.5 for one output. */
export const f1_score: Metric = {
  name: 'f1_score',
  words: { en: 'F1', ko: 'F1 점수' },
  line: {
    en: 'Precision and recall in one number (their harmonic mean); the mean over the classes.',
    ko: '정밀도와 재현율을 하나로 묶은 수(조화평균). 클래스마다 구해 평균한다.',
  },
  resolved: () => 'f1_score',
  oneHotOnly: true,
  meter,
};
