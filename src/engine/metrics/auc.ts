import type { Meter, Metric } from './metric.ts';

/** Keras's num_thresholds. */
const THRESHOLDS = 200;

/** keras.metrics.AUC: the ROC curve at 200 thresholds evenly from 0 to 1, trapezoids between them. Outputs are counted together. */
const meter = (units: number): Meter => {
  // How many outputs lie between a threshold and the next, answers yes and no.
  const sums = new Float64Array(2 * THRESHOLDS);
  const yes = sums.subarray(0, THRESHOLDS);
  const no = sums.subarray(THRESHOLDS);
  return {
    sums,
    add(outputs, answers, at, weight = 1) {
      for (let unit = 0; unit < units; unit++) {
        const held = Math.min(Math.max(Math.fround(outputs[at + unit]!), 0), 1);
        // An output equal to a threshold does not exceed it: it belongs to the stretch before.
        const stretch = Math.max(0, Math.ceil(Math.fround(held * (THRESHOLDS - 1))) - 1);
        const answer = answers[at + unit];
        const counts = answer === 0 ? no : yes;
        counts[stretch]! += weight;
      }
    },
    result: () => {
      const [allYes, allNo] = [yes, no].map((counts) => counts.reduce((sum, count) => sum + count, 0)) as [
        number,
        number,
      ];
      let area = 0;
      let [right, wrong] = [0, 0];
      for (let i = THRESHOLDS - 1; i >= 0; i--) {
        const [before, from] = [right, wrong];
        right += yes[i]!;
        wrong += no[i]!;
        // Each threshold is joined by a straight line with the one above it; above the last there is none.
        if (i < THRESHOLDS - 1)
          area += share(wrong - from, allNo) * (share(before, allYes) + share(right, allYes)) * 0.5;
      }
      return area;
    },
  };
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export const auc: Metric = {
  name: 'auc',
  words: { en: 'AUC', ko: 'AUC' },
  line: {
    en: 'How well the outputs sort yes before no: 1 always, 0.5 like tossing coins.',
    ko: '출력이 그런 것과 아닌 것을 얼마나 잘 줄 세우는지: 1이면 항상, 0.5면 동전 던지기.',
  },
  resolved: () => 'auc',
  direction: 'max',
  fields: [],
  oneHotOnly: true,
  meter,
};
