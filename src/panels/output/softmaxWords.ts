import type { Text } from '../../text.ts';

/** The words of a softmax taken apart. */
export const words = {
  softmax: {
    en: 'Scores → exponentials → probabilities',
    ko: '점수 → 지수함수 → 확률',
  },
  softmaxAt: { en: 'at the point {place}, answer {answer}', ko: '점 {place}, 정답 {answer}' },
  class: { en: 'class', ko: '클래스' },
  score: { en: 'score', ko: '점수' },
  probability: { en: 'probability', ko: '확률' },
  sum: { en: 'sum', ko: '합' },
  moreExactly: { en: 'More exactly', ko: '조금 더 정확히' },
  largestOff: {
    en: 'max is the largest score. It is taken off each score first: the probabilities stay the same, and no power grows beyond numbers.',
    ko: 'max는 가장 큰 점수다. 지수함수에 넣기 전에 점수마다 max를 뺀다. 확률은 그대로이고, 너무 커져 계산할 수 없는 일이 없다.',
  },
  noPromise: {
    en: 'Probabilities lie between 0 and 1 and add up to 1. That is no promise of being right that often.',
    ko: '확률은 0과 1 사이이고 합이 1이다. 그 숫자만큼 실제로 맞는다는 보장은 아니다.',
  },
} as const satisfies Record<string, Text>;
