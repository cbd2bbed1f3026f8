import type { Meter, Metric } from './metric.ts';

/** 1 − Σ(y − ŷ)² / Σ(y − ȳ)² of each output, and their mean; an infinite one counts 0, as in Keras. */
const meter = (units: number): Meter => {
  const sums = new Float64Array(3 * units + 1);
  const totals = sums.subarray(0, units);
  const squares = sums.subarray(units, 2 * units);
  const errors = sums.subarray(2 * units, 3 * units);
  const rows = sums.subarray(3 * units);
  return {
    sums,
    add(outputs, answers, at, weight = 1) {
      rows[0]! += weight;
      for (let unit = 0; unit < units; unit++) {
        const answer = answers[at + unit]!;
        const error = answer - outputs[at + unit]!;
        totals[unit]! += weight * answer;
        squares[unit]! += weight * answer * answer;
        errors[unit]! += weight * error * error;
      }
    },
    result: () => {
      let total = 0;
      for (let unit = 0; unit < units; unit++) {
        const spread = squares[unit]! - (totals[unit]! * totals[unit]!) / rows[0]!;
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
  direction: 'max',
  fields: [],
  oneHotOnly: true,
  meter,
};
