import { readFileSync } from 'node:fs';
import type { ActivationName } from '../../src/engine/activations/index.ts';
import type { LossName, LossSettings } from '../../src/engine/losses/index.ts';
import type { MetricName } from '../../src/engine/metrics/index.ts';
import type { Table } from './golden.ts';

/** What tests/golden/weights.py wrote: Keras's own values. */

interface Settings {
  readonly k?: number;
  readonly thresholds?: number;
  readonly threshold?: number;
}

export interface WeightedLoss {
  readonly loss: LossName;
  readonly settings: LossSettings;
  readonly outputs: Table;
  readonly answers: Table;
  readonly weights: readonly number[] | null;
  readonly value: number;
  readonly gradient: Table;
}

export interface Fitted {
  readonly loss: LossName;
  readonly units: number;
  readonly activation: ActivationName;
  readonly l2: number;
  readonly learning_rate: number;
  readonly batch_size: number;
  readonly validation_split: number;
  readonly class_weight: Readonly<Record<string, number>> | null;
  readonly sample_weight: readonly number[] | null;
  readonly inputs: Table;
  readonly labels: readonly number[];
  /** Kernel and bias of the hidden layer, then of the output layer; row-major. */
  readonly start: readonly [Row, Row, Row, Row];
  readonly weights: Table;
  readonly history: {
    readonly loss: Row;
    readonly accuracy: Row;
    readonly val_loss?: Row;
    readonly val_accuracy?: Row;
  };
}
type Row = readonly number[];

interface Golden {
  readonly losses: readonly WeightedLoss[];
  readonly metrics: readonly {
    readonly case: string;
    readonly outputs: Table;
    readonly answers: Table;
    readonly weights: readonly number[];
    readonly results: readonly {
      readonly name: MetricName;
      readonly settings: Settings;
      readonly weighted: 'no' | 'yes' | 'zeros';
      /** null: not a number. */
      readonly value: number | null;
    }[];
  }[];
  readonly strange: readonly {
    readonly outputs: Table;
    readonly labels: readonly number[];
    readonly results: readonly {
      readonly name: MetricName;
      readonly settings: Settings;
      readonly value: number;
    }[];
  }[];
  readonly fits: readonly Fitted[];
  readonly resolved: readonly {
    readonly loss: LossName;
    readonly units: number;
    readonly accuracy: string;
  }[];
  readonly directions: readonly { readonly name: MetricName; readonly direction: string }[];
  readonly refused: readonly {
    readonly rows: number;
    readonly validation_split: number;
    readonly says: string | null;
  }[];
}

export const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/weights.json', import.meta.url), 'utf8'),
);
