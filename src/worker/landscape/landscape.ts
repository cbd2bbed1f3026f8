import type { Region } from '../../data/data.ts';
import type { OptimizerSpec } from '../../engine/optimizers/index.ts';

/**
 * Which rows a loss is measured on: those of the batch under way (at a boundary the next one), SOME training rows, evenly
 * spread, or all of them. As evaluate() measures it: Dropout off, moving statistics, rows by their weight, penalties
 * included.
 */
export type Over = 'batch' | 'some' | 'all';

/** So many rows at most where some are measured. */
export const SOME = 256;

/** One weight: its layer, and its place in that layer's kernel (row-major), then bias. */
export interface WeightPlace {
  readonly layer: number;
  readonly at: number;
}

/** The two ways across the weights in which a surface is laid. */
export type Directions =
  /** Along two weights; their coordinates are the weights themselves. */
  | { readonly kind: 'weights'; readonly across: WeightPlace; readonly up: WeightPlace }
  /**
   * Two ways drawn at random, each neuron's or filter's part as long as its own weights are (Li et al. 2018, "Visualizing
   * the Loss Landscape of Neural Nets", section 4).
   */
  | { readonly kind: 'random'; readonly seed: number }
  /** The two in which the run's path is longest: its principal components (section 7 there). */
  | { readonly kind: 'principal' };

/** The loss against one weight, all others as they are at this moment. */
export interface Slice extends WeightPlace {
  readonly rows: Over;
  /** How many rows these are. */
  readonly measured: number;
  /** Updates made. */
  readonly step: number;
  /** The first and the last weight. */
  readonly range: readonly [number, number];
  /**
   * The loss at PLACES weights equally far apart (weightAt): NaN where it is not measured yet, Infinity where it is no
   * finite number. They come evenly spread, ever closer.
   */
  readonly losses: Float64Array;
  /** The weight now, and the loss and ∂L/∂w there; null: not measured yet. */
  readonly weight: number;
  readonly present: { readonly loss: number; readonly slope: number } | null;
  /** 0 … 1; at 1 all is measured. */
  readonly progress: number;
}

/** How many weights a slice is measured at. */
export const PLACES = 256;

/** The weight at a place of a slice, as Float32 holds it. */
export const weightAt = ([low, high]: readonly [number, number], place: number): number =>
  Math.fround(low + ((high - low) * place) / (PLACES - 1));

/** The loss over a plane that lies across the weights and goes through the present ones. */
export interface Surface {
  readonly directions: Directions;
  readonly rows: Over;
  readonly measured: number;
  readonly step: number;
  /** How many weights the network learns. */
  readonly weights: number;
  /** Of principal directions: the share of the path's variance that lies along each. */
  readonly shares: readonly [number, number] | null;
  /** left, right, bottom, top: coordinates along the two directions. */
  readonly region: Region;
  /** Cells a side. */
  readonly size: number;
  /**
   * The loss at the corners of the cells, (size + 1) × (size + 1), row 0 at the top: NaN where it is not measured yet,
   * Infinity where it is no finite number.
   */
  readonly losses: Float64Array;
  /**
   * Cells a side of the finest grid that is measured whole: every (size / level)-th corner each way; 0: none yet.
   */
  readonly level: number;
  /** The present weights on the plane. */
  readonly at: readonly [number, number];
  /**
   * The loss there, its slope along each direction, and the move −η × gradient, as far as it lies in the plane; null: not
   * measured yet.
   */
  readonly present: {
    readonly loss: number;
    readonly slope: readonly [number, number];
    readonly move: readonly [number, number];
  } | null;
  /** Where the run came from, oldest first, each moment seen from straight above the plane; the last is now. */
  readonly path: {
    readonly steps: Float64Array;
    readonly across: Float64Array;
    readonly up: Float64Array;
    /** Is it known as closely as it will be? */
    readonly whole: boolean;
  };
  readonly progress: number;
}

/** Who races: a name, and how it moves. */
export const RACERS = ['SGD', 'Momentum', 'RMSprop', 'Adam'] as const;
export type Racer = (typeof RACERS)[number];

/** The learning rates that are tried where each is to race at its best. */
export const RATES: readonly number[] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

export const racerAt = (racer: Racer, learning_rate: number): OptimizerSpec => {
  if (racer === 'SGD') return { type: 'SGD', learning_rate, momentum: 0 };
  if (racer === 'Momentum') return { type: 'SGD', learning_rate, momentum: 0.9 };
  return { type: racer, learning_rate };
};

/** Four optimizers from the same weights with the same batches. */
export interface Race {
  readonly directions: Directions;
  readonly rows: Over;
  readonly measured: number;
  readonly step: number;
  /** Where they start, on the plane of the surface with these directions. */
  readonly from: readonly [number, number];
  readonly updates: number;
  /** One learning rate for all, or 'best': each at the one of RATES that ends with the smallest loss. */
  readonly rate: number | 'best';
  /** Those that have run, in the order of RACERS. */
  readonly racers: readonly Raced[];
  readonly progress: number;
}

export interface Raced {
  readonly racer: Racer;
  /** Its learning rate; where each is at its best the best of those that it has tried. */
  readonly rate: number;
  /** After 0, 1, 2 … updates; fewer than all where its loss was lost. */
  readonly across: Float64Array;
  readonly up: Float64Array;
  /** The loss at the last of them. */
  readonly loss: number;
  /** Was a loss no finite number? Then it came no further. */
  readonly lost: boolean;
}
