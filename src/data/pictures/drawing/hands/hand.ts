import { type Stroke, stroke } from '../stroke.ts';

/** One way of writing a digit. */
export interface Hand {
  /** How many of a hundred writers write it so. */
  readonly often: number;
  /**
   * Forms of the same strokes, point by point, in hundredths of the digit's height; y grows downwards. What is written
   * lies anywhere between them.
   */
  readonly forms: readonly (readonly Stroke[])[];
}

/** A hand of forms whose strokes are written as `x,y x,y! …` (see stroke). */
export const hand = (often: number, ...forms: readonly (readonly string[])[]): Hand => ({
  often,
  forms: forms.map((strokes) => strokes.map(stroke)),
});
