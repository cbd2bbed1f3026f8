import type { Text } from '../../text.ts';

/** The words of the Output panel where answers are numbers. */
export const words = {
  typicalError: { en: 'typical error', ko: '평균 오차' },
  typicalValidation: { en: 'typical error, validation', ko: '검증 평균 오차' },
  curveOf: { en: '{name} over x, as a curve', ko: 'x에 따른 {name}의 곡선' },
  meanArea: {
    en: 'Each square is an error squared. The loss now is their mean area:',
    ko: '정사각형은 오차의 제곱이다. 지금 손실은 그 넓이의 평균:',
  },
  meanLength: {
    en: 'Each bar is an error. The loss now is their mean length:',
    ko: '막대는 오차다. 지금 손실은 그 길이의 평균:',
  },
  penaltyArea: {
    en: 'Mean area of the squares; the loss adds the penalty on the weights to it:',
    ko: '정사각형 넓이의 평균. 손실은 여기에 가중치의 규제를 더한다:',
  },
  penaltyLength: {
    en: 'Mean length of the bars; the loss adds the penalty on the weights to it:',
    ko: '막대 길이의 평균. 손실은 여기에 가중치의 규제를 더한다:',
  },
} as const satisfies Record<string, Text>;
