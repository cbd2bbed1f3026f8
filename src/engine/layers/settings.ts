import type { Text } from '../../text.ts';
import { activationNames, activations, type ActivationName } from '../activations/index.ts';
import type { ChoiceField, Field, NumberField, SwitchField } from '../fields.ts';
import { type InitializerName, initializerNames } from '../initializers/index.ts';
import type { InitializerSpec } from '../initializers/index.ts';
import type { RegularizerSpec } from '../regularizers/index.ts';
import { same } from '../../text.ts';
import type { Padding } from '../window.ts';

/** Settings that several kinds of layer have, under Keras's names. */

/** The settings of a layer with a kernel; those not named have Keras's defaults. */
export interface Weighted {
  readonly use_bias?: boolean;
  readonly kernel_initializer?: InitializerSpec;
  readonly bias_initializer?: InitializerSpec;
  readonly kernel_regularizer?: RegularizerSpec | null;
  /** First weights set by a preset (row-major) instead of drawn from the seed. */
  readonly start?: { readonly kernel: readonly number[]; readonly bias: readonly number[] };
}

/** A size in cells or a number of units. */
export const count = (name: string, words: Text, initial: number, max: number, hint?: Text): NumberField => ({
  kind: 'number',
  name,
  words,
  ...(hint && { hint }),
  effect: 'restart',
  initial,
  min: 1,
  max,
  integer: true,
  step: 1,
});

/** A size in cells that may differ between rows and columns. */
export const sides = (...given: Parameters<typeof count>): NumberField => ({
  ...count(...given),
  pair: true,
});

export const activationField = (initial: ActivationName): ChoiceField<ActivationName> => ({
  kind: 'choice',
  name: 'activation',
  words: { en: 'activation', ko: '활성화함수' },
  effect: 'keep',
  initial,
  options: activationNames.map((name) => ({
    value: name,
    words: activations[name].words,
    hint: activations[name].line,
  })),
});

export const paddingField: ChoiceField<Padding> = {
  kind: 'choice',
  name: 'padding',
  words: { en: 'padding', ko: '패딩(padding)' },
  effect: 'restart',
  initial: 'valid',
  options: [
    {
      value: 'valid',
      words: same('valid'),
      hint: { en: 'Nothing around the picture: it shrinks.', ko: '두르지 않는다. 크기가 줄어든다.' },
    },
    {
      value: 'same',
      words: same('same'),
      hint: {
        en: 'Zeros around the picture keep its size (at strides 1).',
        ko: '가장자리에 0을 둘러 크기를 지킨다(stride 1일 때).',
      },
    },
  ],
};

export const stridesField = (initial: number): NumberField =>
  sides('strides', { en: 'strides', ko: '스트라이드(strides)' }, initial, 8, {
    en: 'How many cells to move at a time',
    ko: '몇 칸씩 건너뛸지',
  });

export const useBias: SwitchField = {
  kind: 'switch',
  name: 'use_bias',
  words: { en: 'use_bias', ko: '편향 쓰기(use_bias)' },
  effect: 'restart',
  more: true,
  initial: true,
};

export const trainable: SwitchField = {
  kind: 'switch',
  name: 'trainable',
  words: { en: 'trainable', ko: '학습하기(trainable)' },
  hint: { en: 'Off: its weights stay as they are.', ko: '끄면 가중치가 그대로 남는다.' },
  effect: 'keep',
  more: true,
  initial: true,
};

export const initializerField = (
  name: string,
  words: Text,
  initial: InitializerName,
): ChoiceField<InitializerName> => ({
  kind: 'choice',
  name,
  words,
  effect: 'restart',
  more: true,
  initial,
  options: initializerNames.map((value) => ({ value, words: same(value) })),
});

/** The rest of the settings of a layer with a kernel. */
export const weightedFields: readonly Field[] = [
  useBias,
  initializerField(
    'kernel_initializer',
    { en: 'kernel_initializer', ko: '가중치 초깃값(kernel_initializer)' },
    'glorot_uniform',
  ),
  initializerField(
    'bias_initializer',
    { en: 'bias_initializer', ko: '편향 초깃값(bias_initializer)' },
    'zeros',
  ),
  trainable,
];
