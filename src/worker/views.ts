import type { Region } from '../data/data.ts';
import type { Evaluation } from '../engine/index.ts';
import type { Anatomy } from './anatomy.ts';
import type { Gradients } from './gradients.ts';
import type { Found } from './lately.ts';
import type { Directions, Over, Race, Slice, Surface } from './landscape/landscape.ts';

/** A thing a panel may ask to see. `key` of the answer is probeKey(probe). */
export type Probe =
  /** Every unit's output over the input plane: one small map per unit (size × size). */
  | { readonly kind: 'tiles'; readonly size: number }
  /** One unit's (or, unit null, every unit's) output of a layer over the input plane. */
  | { readonly kind: 'plane'; readonly layer: number; readonly unit: number | null; readonly size: number }
  /** What the output layer makes of the plane of the two units before it (only where there are two). */
  | { readonly kind: 'seen'; readonly size: number }
  /** Every layer's outputs at every data row, and each row's own loss. */
  | { readonly kind: 'points' }
  /** One row taken apart, and what the batch under way does to one layer. */
  | { readonly kind: 'anatomy'; readonly point: number | null; readonly layer: number }
  /** How the slope comes through every layer in the batch under way. */
  | { readonly kind: 'gradients' }
  /** What one weight (kernel row-major, then bias) was at the moments that are kept. */
  | { readonly kind: 'past'; readonly layer: number; readonly at: number }
  /** What the last update of a small network found that the one before had not. */
  | { readonly kind: 'lately' }
  /** Loss and metrics on training and validation rows at these weights. */
  | { readonly kind: 'evaluation' }
  /** What every layer makes of one picture. */
  | { readonly kind: 'maps'; readonly picture: Picture }
  /** What the output layer says to every row. */
  | { readonly kind: 'answers' }
  /** How many digits from files, by their hash, are answered rightly: more of them with each frame at rest. */
  | { readonly kind: 'imported'; readonly hash: string }
  /** The outputs for one place of the plane; of a set with one input the second number is not read. */
  | { readonly kind: 'predict'; readonly x: readonly [number, number] }
  /**
   * The loss against one weight (kernel row-major, then bias). Like `surface` and `race` it takes time: a frame has what
   * is there, and as long as its `progress` is below 1 the next one has more. Left out, the range is found and held.
   */
  | {
      readonly kind: 'slice';
      readonly layer: number;
      readonly at: number;
      readonly rows: Over;
      readonly range?: readonly [number, number];
    }
  /** The loss over two directions; `size` cells a side, a power of 2 from 8 on; with room for these places too. */
  | {
      readonly kind: 'surface';
      readonly directions: Directions;
      readonly rows: Over;
      readonly size: number;
      readonly room?: readonly (readonly [across: number, up: number])[];
    }
  /** Four optimizers from one start (left out: the present weights), so many updates, at one rate or each at its best. */
  | {
      readonly kind: 'race';
      readonly directions: Directions;
      readonly rows: Over;
      readonly from?: readonly [number, number];
      readonly updates: number;
      readonly rate: number | 'best';
    };

/** A picture of the data by its id, or one that was drawn: height × width × channels. */
export type Picture = { readonly id: number } | { readonly pixels: readonly number[] };

export const probeKey = (probe: Probe): string => {
  if (probe.kind === 'plane') return `plane ${probe.layer} ${probe.unit ?? 'all'}`;
  if (probe.kind === 'slice') return `slice ${probe.layer} ${probe.at} ${probe.rows}`;
  return probe.kind === 'anatomy' ? `anatomy ${probe.point} ${probe.layer}` : probe.kind;
};

/**
 * A grid of values over a region, at the middles of its cells; row 0 is the top (largest x₂). With one input there is
 * one row: the curve over x.
 */
export interface Map2d {
  /** Columns, and rows where there are not as many. */
  readonly size: number;
  readonly rows?: number;
  readonly values: Float32Array;
  /** left, right, bottom, top of the region in the units of the two axes. */
  readonly region: Region;
}

export interface Views {
  /** tiles[layer][unit] */
  tiles?: readonly (readonly Map2d[])[];
  /** planes by probeKey; one map per unit asked for */
  planes?: Readonly<Record<string, readonly Map2d[]>>;
  seen?: readonly Map2d[];
  /**
   * Rows in the order of the data set. outputs[layer] is rows × units; sums[layer] the same before the activation;
   * losses one a row (of the compiled loss).
   */
  points?: {
    readonly outputs: readonly Float32Array[];
    readonly sums: readonly Float32Array[];
    readonly losses: Float32Array;
  };
  /** by probeKey */
  anatomies?: Readonly<Record<string, Anatomy>>;
  gradients?: Gradients;
  /** Of the weight asked for: updates made, and its value then, oldest first; the last is now. */
  past?: {
    readonly layer: number;
    readonly at: number;
    readonly steps: Float64Array;
    readonly values: Float32Array;
  };
  /** Left out where it is not known. */
  lately?: Found;
  evaluation?: { readonly train: Evaluation; readonly validation: Evaluation | null };
  /** Of the picture asked for: its pixels, and each layer's sums (before the activation) and outputs, as the layer's shape has them. */
  maps?: {
    readonly picture: Picture;
    readonly input: Float32Array;
    readonly layers: readonly { readonly sums: Float32Array; readonly outputs: Float32Array }[];
  };
  /** Rows in the order of the data set × units, and when that was, in epochs made. `key` names the moment: of one key they are the same. */
  answers?: { readonly outputs: Float32Array; readonly epoch: number; readonly key: string };
  /** Of the digits from files: rows judged so far and how many of them rightly, of how many in all, and when that was, in epochs made. */
  imported?: {
    readonly hash: string;
    readonly rows: number;
    readonly right: number;
    readonly of: number;
    readonly epoch: number;
  };
  /** What the output layer says to the place asked for, one number a unit. */
  predict?: readonly number[];
  /** by probeKey */
  slices?: Readonly<Record<string, Slice>>;
  /** null: there is no such plane (a weight that is not there; a run that has not moved in two directions yet). */
  surface?: Surface | null;
  race?: Race | null;
}
