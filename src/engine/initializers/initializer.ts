import type { NumberField } from '../fields.ts';

/** Where one number of a first weight comes from. */
export interface Draw {
  readonly seed: number;
  /** The layer's id and which of its weights this is (0 kernel, 1 bias): with the index, the key of the number. */
  readonly layer: number;
  readonly weight: number;
  readonly index: number;
  /** How many inputs and outputs one unit of the layer has. */
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Values of an initializer's settings by name. */
export type InitializerSettings = Readonly<Record<string, number>>;

/** First weights: each number is a pure function of its key, so other layers never change it. */
export interface Initializer {
  readonly name: string;
  /** What it can be told, with Keras's defaults; most take nothing. */
  readonly fields: readonly NumberField[];
  /** The number of a key; settings that are not named have their initial values. */
  readonly draw: (draw: Draw, settings?: InitializerSettings) => number;
}
