import type { NumberField, SwitchField } from '../fields.ts';

export const fromLogits: SwitchField & { readonly name: 'from_logits' } = {
  kind: 'switch',
  name: 'from_logits',
  words: { en: 'from_logits', ko: 'from_logits' },
  hint: {
    en: 'the outputs are sums (linear); the loss makes probabilities of them itself',
    ko: '출력이 합(linear) 그대로일 때: 손실이 직접 확률로 바꾼다',
  },
  effect: 'keep',
  initial: false,
  more: true,
};

export const labelSmoothing: NumberField & { readonly name: 'label_smoothing' } = {
  kind: 'number',
  name: 'label_smoothing',
  words: { en: 'label_smoothing', ko: 'label_smoothing' },
  hint: {
    en: 'takes this share from the answer and spreads it over all: less sure answers',
    ko: '정답에서 이만큼 떼어 모두에게 나눈다: 덜 확신하는 정답',
  },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 1,
  step: 0.1,
  more: true,
};
