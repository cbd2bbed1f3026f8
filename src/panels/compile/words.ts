import type { Text } from '../../text.ts';

/** The words of the Compile column. */
export const words = {
  compile: { en: 'Compile', ko: '학습방법 설정' },
  loss: { en: 'Loss', ko: '손실(loss)' },
  answersAs: { en: 'answers as', ko: '정답의 형태' },
  binary: { en: 'numbers: 0 or 1', ko: '수: 0 또는 1' },
  number: { en: 'a number, as it is', ko: '수 그대로' },
  integer: { en: 'integers: 0 to {last}', ko: '정수: 0부터 {last}까지' },
  'one-hot': { en: 'one-hot of {n}: ({one})', ko: '{n}개짜리 원핫인코딩: ({one})' },
  optimizer: { en: 'Optimizer', ko: '최적화 알고리즘(optimizer)' },
  afresh: {
    en: 'Another one keeps the weights and starts its own memory (momentum and the like) afresh.',
    ko: '바꾸면 가중치는 그대로 두고 알고리즘의 기억(관성 등)만 새로 시작한다.',
  },
  schedule: { en: 'Learning-rate schedule', ko: '학습률 조정(schedule)' },
  constant: { en: 'constant', ko: '고정(constant)' },
  scheduleCurve: { en: 'The learning rate by {name}', ko: '{name}의 학습률 곡선' },
  updates: { en: '{n} updates', ko: '갱신 {n}번' },
  rateNow: { en: 'after {n} updates', ko: '갱신 {n}번 뒤' },
  boundary: { en: 'Boundary {n}', ko: '경계 {n}' },
  valueAfter: { en: 'Learning rate after boundary {n}', ko: '경계 {n} 뒤의 학습률' },
  addBoundary: { en: 'Add a boundary', ko: '경계 추가' },
  dropBoundary: { en: 'Remove the last', ko: '마지막 경계 삭제' },
  more: { en: 'More', ko: '더 보기' },
  moreOf: { en: 'More settings of {of}', ko: '{of} 설정 더 보기' },
  none: { en: 'none', ko: '없음' },
  resolved: { en: 'Here {name} is {resolved}.', ko: '여기서 {name}: {resolved}' },
  metrics: { en: 'Metrics', ko: '평가지표(metrics)' },
  metric: { en: 'metric', ko: '평가지표' },
  addMetric: { en: 'Add a metric', ko: '평가지표 추가' },
  removeMetric: { en: 'Remove {name}', ko: '{name} 빼기' },
} as const satisfies Record<string, Text>;
