import { readFileSync } from 'node:fs';
import type { LayerSpec, LayerType } from '../../src/engine/layers/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';

/** What tests/golden/layers.py wrote: Keras's own values. */

type Config = Readonly<Record<string, unknown>>;

export interface LayerCase {
  readonly type: LayerType;
  readonly config: Config;
  /** With the batch, as the output is. */
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly seed: number;
  readonly training?: true;
  readonly y: readonly number[];
  readonly dx: readonly number[];
  readonly dweights: readonly (readonly number[])[];
  /** Moving statistics after the batch. */
  readonly after?: readonly (readonly number[])[];
}

export interface LayerRefusal {
  readonly type: LayerType;
  readonly config: Config;
  /** Without the batch. */
  readonly input: readonly number[];
  readonly message: string;
}

export interface Fitted {
  readonly name: string;
  readonly input: readonly number[];
  readonly momentum: number;
  readonly layers: readonly { readonly type: LayerType; readonly config: Config }[];
  /** All weights of all layers after 1 and after 10 updates. */
  readonly weights: Readonly<Record<'1' | '10', readonly (readonly number[])[]>>;
  readonly history: readonly number[];
  readonly evaluated: number;
  readonly predicted: readonly number[];
}

interface Golden {
  readonly cases: readonly LayerCase[];
  readonly refusals: readonly LayerRefusal[];
  readonly models: readonly Fitted[];
}

export const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/layers.json', import.meta.url), 'utf8'),
);

/** Keras's config under the names of our document, which are the same; a Dense here always says its activation. */
export const specOf = (type: LayerType, config: Config, id = 1): LayerSpec =>
  ({ type, id, ...(type === 'Dense' && { activation: 'linear' }), ...config }) as unknown as LayerSpec;

/** The numbers that layers.py makes for a shape and a seed. */
export const numbers = (shape: readonly number[], seed: number): Float32Array =>
  Float32Array.from(
    { length: sizeOf(shape) },
    (_, i) => ((i * i * 31 + i * 7919 + seed * 104729) % 2001) / 1000 - 1,
  );

/** First weights as layers.py gives them: a variance is a square and more than 0. */
export const firstWeights = (name: string, shape: readonly number[], seed: number): Float32Array => {
  const values = numbers(shape, seed);
  return name.includes('variance') ? values.map((value) => Math.fround(value * value) + 0.25) : values;
};
