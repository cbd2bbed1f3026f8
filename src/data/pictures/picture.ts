import type { NumberField } from '../../engine/fields.ts';
import type { Text } from '../../text.ts';

/** A kind of small grey pictures, endless. How they are drawn is in drawing/: the page can do without. */
export interface PictureSet {
  readonly name: string;
  readonly words: Text;
  /** One line that says what is to be learned. */
  readonly line: Text;
  readonly shape: readonly [height: number, width: number, channels: 1];
  readonly classes: readonly Text[];
  /** Are they framed as MNIST frames its digits? What is drawn by hand is brought into that frame then. */
  readonly framed?: boolean;
  readonly fields: readonly NumberField[];
  /** The one of them that every kind of data has. */
  readonly noise: NumberField;
  /** What a person gets on choosing it: how many pictures. */
  readonly preset: { readonly points: number };
}

/**
 * Draws picture `index` (0, 1, 2 …; endless) of the seed into `pixels` from `at` (row-major, 0 paper … 1 ink) and
 * returns its class, index mod the number of classes. A pure function of settings, seed and index; a setting that is
 * left out is its field's initial.
 */
export type Draw = (
  settings: Readonly<Record<string, number>>,
  seed: number,
  index: number,
  pixels: Float32Array,
  at: number,
) => number;

/** A setting's number, or what its field begins with. */
export const settingOf = (
  settings: Readonly<Record<string, number>>,
  { name, initial }: NumberField,
): number => settings[name] ?? initial;
