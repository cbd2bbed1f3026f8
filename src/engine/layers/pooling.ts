import type { Tensor } from '../arena.ts';
import type { Text } from '../../text.ts';
import type { Tape } from '../tape.ts';
import type { Shape } from '../shape.ts';
import { type Padding, type Sides, type Window, windowOf } from '../window.ts';
import { type Layer, passed, type Placed } from './layer.ts';
import { notPictures, windowBeyond, windowTooLarge } from './refusals.ts';
import { paddingField, sides, stridesField } from './settings.ts';

export interface PoolingSpec<Type extends string> extends Placed {
  readonly type: Type;
  readonly pool_size: Sides;
  /** pool_size where it is not named. */
  readonly strides?: Sides | null;
  /** 'valid' where it is not named. */
  readonly padding?: Padding;
}

const pool_size = sides('pool_size', { en: 'pool_size', ko: '창 크기(pool_size)' }, 2, 8);
const strides = stridesField(2);

const windowFor = (spec: PoolingSpec<string>, input: Shape): Window =>
  windowOf(input, spec.pool_size, spec.strides ?? spec.pool_size, 1, spec.padding ?? 'valid');

/**
 * Is a side of the window, in cells, of no more use? One of 2n − 1 sees all n cells wherever it stands; what the page
 * offers is taken for any picture. A window is walked through cell by cell, so a larger one would only take time.
 */
const isBeyond = (side: number, cells: number): boolean => side > Math.max(pool_size.max, 2 * cells - 1);

/** A layer that makes one number of each window of each channel; `op` says which. */
export const poolingLayer = <Type extends string>(
  type: Type,
  keras: string,
  words: Text,
  line: Text,
  op: (tape: Tape, x: Tensor, window: Window) => Tensor,
): Layer<PoolingSpec<Type>> => ({
  name: type,
  words,
  line,
  fields: [pool_size, strides, paddingField],
  create: (id) => ({
    type,
    id,
    pool_size: pool_size.initial,
    strides: strides.initial,
    padding: paddingField.initial,
  }),
  outputShape: (spec, input) => {
    if (input.length !== 3) return notPictures(type, keras, input, 'ndim=4');
    const { outHeight, outWidth, height, width, tall, wide } = windowFor(spec, input);
    if (!(outHeight > 0 && outWidth > 0))
      return windowTooLarge(input, spec.pool_size, spec.strides ?? spec.pool_size);
    if (isBeyond(tall, height) || isBeyond(wide, width)) return windowBeyond(input, spec.pool_size);
    return [outHeight, outWidth, input[2] ?? 0];
  },
  window: windowFor,
  weights: () => [],
  record: (tape, spec, _weights, input) => passed(op(tape, input, windowFor(spec, input.shape.slice(1)))),
});

/** One window as large as the picture. */
const wholeOf = ([height = 0, width = 0]: Shape): Window =>
  windowOf([height, width], [height, width], 1, 1, 'valid');

export interface GlobalSpec<Type extends string> extends Placed {
  readonly type: Type;
}

/** The same with one window as large as the picture: what is left is one number for each channel. */
export const globalLayer = <Type extends string>(
  type: Type,
  keras: string,
  words: Text,
  line: Text,
  op: (tape: Tape, x: Tensor, window: Window) => Tensor,
): Layer<GlobalSpec<Type>> => ({
  name: type,
  words,
  line,
  fields: [],
  create: (id) => ({ type, id }),
  outputShape: (_spec, input) =>
    input.length === 3 ? [input[2] ?? 0] : notPictures(type, keras, input, 'ndim=4'),
  window: (_spec, input) => wholeOf(input),
  weights: () => [],
  record: (tape, _spec, _weights, input) => {
    const shape = input.shape.slice(1);
    return passed(tape.reshape(op(tape, input, wholeOf(shape)), [shape[2] ?? 0]));
  },
});
