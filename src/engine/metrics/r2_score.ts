import type { Meter, Metric } from './metric.ts';

/** 1 − Σ(y − ŷ)² / Σ(y − ȳ)² of each output, and their mean; an infinite one counts 0, as in Keras. */
const meter = (units: number): Meter => {
  const [sums, squares, errors] = [0, 1, 2].map(() => new Float64Array(units)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let rows = 0;
  return {
    add(outputs, answers, at) {
      rows += 1;
      for (let unit = 0; unit < units; unit++) {
        const answer = answers[at + unit]!;
        const error = answer - outputs[at + unit]!;
        sums[unit]! += answer;
        squares[unit]! += answer * answer;
        errors[unit]! += error * error;
      }
    },
    result: () => {
      let total = 0;
      for (let unit = 0; unit < units; unit++) {
        const spread = squares[unit]! - (sums[unit]! * sums[unit]!) / rows;
        const score = 1 - errors[unit]! / spread;
        total += Math.abs(score) === Infinity ? 0 : score;
      }
      return total / units;
    },
  };
};

export const r2_score: Metric = {
  name: 'r2_score',
  words: { en: 'R²', ko: '결정계수 R²' },
  line: {
    en: 'The share of the answers’ spread that is explained: 1 all, 0 no more than their mean.',
    ko: '정답이 흩어진 정도를 얼마나 설명하는지: 1이면 전부, 0이면 평균만 답한 것과 같다.',
  },
  resolved: () => 'r2_score',
  oneHotOnly: true,
  meter,
};
