import type { Text } from '../../text.ts';

/** The words of the Compile column. */
export const words = {
  compile: { en: 'Compile', ko: '학습방법 설정' },
  loss: { en: 'Loss', ko: '손실(loss)' },
  answersAs: { en: 'answers as', ko: '정답의 형태' },
  number: { en: 'numbers: 0 or 1', ko: '수: 0 또는 1' },
  integer: { en: 'integers: 0, 1, 2', ko: '정수: 0, 1, 2' },
  'one-hot': { en: 'one-hot: (0, 1, 0)', ko: '원핫인코딩: (0, 1, 0)' },
  optimizer: { en: 'Optimizer', ko: '최적화 알고리즘(optimizer)' },
  metrics: { en: 'Metrics', ko: '평가지표(metrics)' },
  metric: { en: 'metric', ko: '평가지표' },
  addMetric: { en: 'Add a metric', ko: '평가지표 추가' },
  removeMetric: { en: 'Remove {name}', ko: '{name} 빼기' },
} as const satisfies Record<string, Text>;
