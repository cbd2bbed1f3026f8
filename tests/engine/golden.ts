import { readFileSync } from 'node:fs';
import type { ActivationName } from '../../src/engine/activations/index.ts';
import type { LossName } from '../../src/engine/losses/index.ts';

/** What tests/golden/engine.py wrote: Keras's own values. */

export type Table = readonly (readonly number[])[];
type Pointwise = 'linear' | 'sigmoid' | 'tanh' | 'relu';

export interface Compared {
  readonly loss: LossName;
  readonly from_logits: boolean;
  readonly outputs: Table;
  /** Rows as wide as the outputs; labels for the sparse loss. */
  readonly answers: Table | readonly number[];
  readonly rows: readonly number[];
  readonly gradient: Table;
}

export interface Measured {
  readonly case: string;
  readonly outputs: Table;
  readonly answers: Table;
  readonly accuracy: number;
  readonly mse: number;
}

export interface Trained {
  readonly hidden: { readonly units: number; readonly activation: ActivationName };
  readonly outputs: number;
  readonly loss: LossName;
  readonly learning_rate: number;
  readonly momentum: number;
  readonly batch_size: number;
  readonly inputs: Table;
  readonly labels: readonly number[];
  /** Kernel and bias of the hidden layer, then of the output layer. */
  readonly start: WeightsList;
  readonly weights: Readonly<Record<'1' | '10' | '100', WeightsList>>;
  readonly history: readonly number[];
}

export type WeightsList = readonly [Table, readonly number[], Table, readonly number[]];

interface Golden {
  readonly activations: {
    readonly x: readonly number[];
    readonly rows: Table;
    readonly softmax: Table;
  } & Readonly<Record<Pointwise, readonly number[]>>;
  readonly losses: readonly Compared[];
  readonly metrics: readonly Measured[];
  readonly training: readonly Trained[];
}

export const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/engine.json', import.meta.url), 'utf8'),
);

/** The largest distance between two lists, each relative to values above 1. */
export const distance = (own: ArrayLike<number>, expected: readonly number[]): number => {
  if (own.length !== expected.length) return Number.NaN;
  return Array.from(own).reduce(
    (worst, value, i) =>
      Math.max(worst, Math.abs(value - expected[i]!) / Math.max(1, Math.abs(expected[i]!))),
    0,
  );
};

export const oneHot = (labels: readonly number[], classes: number): number[] =>
  labels.flatMap((label) => Array.from({ length: classes }, (_, unit) => Number(unit === label)));
