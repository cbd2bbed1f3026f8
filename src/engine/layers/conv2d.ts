import { type ActivationName, activations } from '../activations/index.ts';
import type { NumberField } from '../fields.ts';
import { convolution } from '../ops/convolution.ts';
import type { Shape } from '../shape.ts';
import { pairOf, type Padding, type Sides, type Window, windowOf } from '../window.ts';
import { type Layer, type Placed, weightAt } from './layer.ts';
import { kernelTooLarge, notPictures, stridedAndDilated, tooManyAxes } from './refusals.ts';
import {
  activationField,
  count,
  paddingField,
  sides,
  stridesField,
  type Weighted,
  weightedFields,
} from './settings.ts';
import { kernelAndBias } from './weights.ts';

export interface Conv2DSpec extends Placed, Weighted {
  readonly type: 'Conv2D';
  readonly filters: number;
  readonly kernel_size: Sides;
  /** 1 where it is not named; so is dilation_rate. */
  readonly strides?: Sides;
  /** 'valid' where it is not named. */
  readonly padding?: Padding;
  readonly dilation_rate?: Sides;
  /** 'linear' where it is not named. */
  readonly activation?: ActivationName;
}

const filters = count('filters', { en: 'filters', ko: '필터(filters)' }, 8, 64);
const kernel_size = sides('kernel_size', { en: 'kernel_size', ko: '커널 크기(kernel_size)' }, 3, 11);
const strides = stridesField(1);
const activation = activationField('relu');
const dilation_rate: NumberField = {
  ...sides('dilation_rate', { en: 'dilation_rate', ko: '확장 간격(dilation_rate)' }, 1, 8, {
    en: 'The distance between the cells that a kernel looks at',
    ko: '커널이 보는 칸 사이의 간격',
  }),
  more: true,
};

const windowFor = (spec: Conv2DSpec, input: Shape): Window =>
  windowOf(input, spec.kernel_size, spec.strides ?? 1, spec.dilation_rate ?? 1, spec.padding ?? 'valid');

/** (rows of the kernel, columns, channels that come in, filters) */
const kernelShape = (spec: Conv2DSpec, input: Shape): readonly [number, number, number, number] => [
  ...pairOf(spec.kernel_size),
  input.at(-1) ?? 0,
  spec.filters,
];

/** output = activation(input ∗ kernel + bias) over pictures (rows, columns, channels), as keras.layers.Conv2D. */
export const Conv2D: Layer<Conv2DSpec> = {
  name: 'Conv2D',
  words: { en: 'Conv2D', ko: 'Conv2D(합성곱)' },
  line: { en: 'Looks for features with small filters that slide over the picture.', ko: '특징을 찾는다.' },
  fields: [filters, kernel_size, strides, paddingField, activation, dilation_rate, ...weightedFields],
  create: (id) => ({
    type: 'Conv2D',
    id,
    filters: filters.initial,
    kernel_size: kernel_size.initial,
    strides: strides.initial,
    padding: paddingField.initial,
    activation: activation.initial,
  }),
  outputShape: (spec, input) => {
    const [stride, dilation] = [spec.strides ?? 1, spec.dilation_rate ?? 1];
    if (Math.max(...pairOf(stride)) > 1 && Math.max(...pairOf(dilation)) > 1)
      return stridedAndDilated(stride, dilation);
    if (input.length < 3) return notPictures('Conv2D', 'conv2d', input, 'min_ndim=4');
    if (input.length > 3) return tooManyAxes('Conv2D', input, kernelShape(spec, input));
    const { outHeight, outWidth } = windowFor(spec, input);
    if (!(outHeight > 0 && outWidth > 0))
      return kernelTooLarge(input, kernelShape(spec, input), stride, dilation);
    return [outHeight, outWidth, spec.filters];
  },
  window: windowFor,
  weights: (spec, input) => {
    const shape = kernelShape(spec, input);
    const [tall, wide, channels] = shape;
    return kernelAndBias(spec, shape, tall * wide * channels, tall * wide * spec.filters);
  },
  record: (tape, spec, weights, input) => {
    const bias = (spec.use_bias ?? true) ? weightAt('Conv2D', weights, 1) : null;
    const sums = convolution(
      tape,
      input,
      weightAt('Conv2D', weights, 0),
      bias,
      windowFor(spec, input.shape.slice(1)),
    );
    const name = spec.activation ?? 'linear';
    return { sums, output: activations[name].record(tape, sums), activation: name };
  },
};
