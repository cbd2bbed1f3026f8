import type { NumberField } from '../fields.ts';
import { rescaling } from '../ops/rescaling.ts';
import { type Layer, passed, type Placed } from './layer.ts';

export interface RescalingSpec extends Placed {
  readonly type: 'Rescaling';
  readonly scale: number;
  /** 0 where it is not named. */
  readonly offset?: number;
}

const number = (name: string, ko: string, initial: number, step: number): NumberField => ({
  kind: 'number',
  name,
  words: { en: name, ko },
  effect: 'keep',
  initial,
  min: -1e6,
  max: 1e6,
  step,
});

const scale = number('scale', '배율(scale)', 1 / 255, 0.001);
const offset = number('offset', '더할 값(offset)', 0, 0.1);

/** output = input · scale + offset, as keras.layers.Rescaling. */
export const Rescaling: Layer<RescalingSpec> = {
  name: 'Rescaling',
  words: { en: 'Rescaling', ko: 'Rescaling(크기 맞추기)' },
  line: { en: 'Brings pixels from 0–255 to 0–1.', ko: '0~255인 픽셀 값을 0~1로 맞춘다.' },
  more: true,
  fields: [scale, offset],
  create: (id) => ({ type: 'Rescaling', id, scale: scale.initial, offset: offset.initial }),
  outputShape: (_spec, input) => input,
  weights: () => [],
  record: (tape, spec, _weights, input) =>
    passed(rescaling(tape, input, spec.scale, spec.offset ?? offset.initial)),
};
