import type { CallbackSpec } from '../engine/callbacks/index.ts';
import type { LossName, LossSettings } from '../engine/losses/index.ts';
import type { MetricName, MetricsSettings } from '../engine/metrics/index.ts';
import type { OptimizerSpec } from '../engine/optimizers/index.ts';
import type { LayerSpec } from '../engine/layers/index.ts';
import type { DataSpec } from '../data/data.ts';

/** The version of the document; migrate.ts turns older ones into this one. */
export const VERSION = 1;

export interface ModelSpec {
  readonly layers: readonly LayerSpec[];
}

export interface CompileSpec {
  readonly loss: LossName;
  /** Settings of the loss that are not Keras's defaults; never an empty object. */
  readonly loss_settings?: LossSettings;
  readonly optimizer: OptimizerSpec;
  readonly metrics: readonly MetricName[];
  /** Settings of metrics that are not Keras's defaults; never an empty object, nor one in it. */
  readonly metric_settings?: MetricsSettings;
}

export interface FitSpec {
  readonly batch_size: number;
  /** null: run until paused. A number: the run stops there, and play again adds as many. */
  readonly epochs: number | null;
  readonly validation_split: number;
  readonly shuffle: boolean;
  /** What is called while it runs, in this order, each kind once; left out: nothing. */
  readonly callbacks?: readonly CallbackSpec[];
  /** The weight of each class in the training loss; left out: 1 each. */
  readonly class_weight?: readonly number[];
}

/** The four parts of an experiment, as the course teaches them, and the seed of the first weights. */
export interface Design {
  readonly data: DataSpec;
  readonly model: ModelSpec;
  readonly compile: CompileSpec;
  readonly fit: FitSpec;
  readonly seed: number;
}

/**
 * Everything a person can edit, as one JSON document: the design the run started from and the edits made
 * while it ran. A run is a pure function of it.
 */
export interface Experiment extends Design {
  readonly version: typeof VERSION;
  readonly edits: readonly Edit[];
}

/** An edit took effect before the update number `step` + 1, i.e. when `step` updates had been made. */
export interface Edit {
  readonly step: number;
  readonly patch: Patch;
}

/** A weight set by hand: `at` counts through the layer's kernel (row-major, in × units), then its bias. */
export interface WeightChange {
  readonly layer: number;
  readonly at: number;
  readonly value: number;
}

/** A change of the design: what is named replaces what was; `weights` are set in the running model. */
export interface Patch {
  readonly data?: Partial<DataSpec>;
  readonly model?: ModelSpec;
  readonly compile?: Partial<CompileSpec>;
  readonly fit?: Partial<FitSpec>;
  readonly seed?: number;
  readonly weights?: readonly WeightChange[];
}
