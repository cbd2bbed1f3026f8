import type { Activation } from './activation.ts';

export const linear: Activation = {
  name: 'linear',
  words: { en: 'linear', ko: '항등함수(linear)' },
  line: { en: 'Passes the value on as it is.', ko: '예측한 값을 그대로 내보낸다.' },
  range: { middle: 0, low: null, high: null },
  curve: (z) => z,
  slopes: true,
  record: (_tape, z) => z,
};
