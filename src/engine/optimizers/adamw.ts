import type { NumberField } from '../fields.ts';
import { type AdamSettings, adamFields, adamSlots, adamUpdate } from './adam.ts';
import { clips, learningRate, weightDecay } from './fields.ts';
import type { Optimizer } from './optimizer.ts';

/** Here weight_decay is never off: left out it is 0.004. */
export interface AdamWSpec extends AdamSettings {
  readonly type: 'AdamW';
}

const rate = learningRate(0.001);
const { optional: _always, more: _usual, ...decay } = weightDecay;
const decayField: NumberField = decay;

/** Adam with weight_decay 0.004 (Loshchilov and Hutter 2017; keras.optimizers.AdamW). */
export const AdamW: Optimizer<AdamWSpec> = {
  name: 'AdamW',
  words: { en: 'AdamW (Adam with weight decay)', ko: 'AdamW(가중치 감쇠를 더한 Adam)' },
  line: {
    en: 'Adam that also shrinks every weight a little at each update.',
    ko: '갱신할 때마다 모든 가중치를 조금씩 줄이는 Adam.',
  },
  fields: [rate, decayField, ...adamFields.slice(1), ...Object.values(clips)],
  rate,
  decay: decayField.initial,
  counts: true,
  slots: adamSlots,
  update: adamUpdate,
};
