import type { Text } from '../../text.ts';

/** What the gallery of activations says. */
export const gallery = {
  title: { en: 'Activations', ko: '활성화함수' },
  which: { en: 'Layer', ko: '층' },
  keeps: { en: 'a choice keeps the weights', ko: '골라도 가중치는 그대로' },
  gradients: { en: 'Gradients', ko: '기울기' },
  step: {
    en: 'The step function’s f′ is 0 everywhere: no slope comes through. That is the reason for the sigmoid.',
    ko: '계단함수의 f′는 어디서나 0이라 기울기가 지나가지 못한다. 그래서 시그모이드를 쓴다.',
  },
  sigmoid: {
    en: 'The sigmoid’s f′ is at most 0.25: each layer lets through a quarter at best. That is the reason for the ReLU, whose f′ is 1.',
    ko: '시그모이드의 f′는 최대 0.25라 층마다 기울기가 4분의 1 아래로 줄어든다. 그래서 f′가 1인 ReLU를 쓴다.',
  },
  dotsPinned: {
    en: 'Dots: z of the neurons of {layer} at the pinned point.',
    ko: '점: 고정한 점에서 {layer} 뉴런들의 z.',
  },
  dotsBatch: {
    en: 'Dots: z of the neurons of {layer} in the batch of {n} samples.',
    ko: '점: 데이터 {n}개의 배치에서 {layer} 뉴런들의 z.',
  },
  edge: { en: 'What lies beyond ±{reach} stands at the edge.', ko: '±{reach} 밖의 값은 가장자리에 찍힌다.' },
  hidden: {
    en: 'Predictions are hidden, and so are the dots of this layer. Press H to see them.',
    ko: '예측을 숨겨 이 층의 점도 보이지 않는다. H를 누르면 보인다.',
  },
  together: {
    en: 'Each output depends on all z of the layer together: there is no one curve.',
    ko: '출력 하나하나가 층의 모든 z에 달려 있어 곡선 하나로 그릴 수 없다.',
  },
} as const satisfies Record<string, Text>;
