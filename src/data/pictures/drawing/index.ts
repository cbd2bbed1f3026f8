import type { PictureSetName } from '../index.ts';
import type { Draw } from '../picture.ts';
import { drawDigits } from './digits.ts';
import { drawShapes } from './shapes.ts';
import { drawShiftedDigits } from './shifted_digits.ts';
import { drawStripes } from './stripes.ts';

/** How each kind of picture is drawn. */
export const drawing: Readonly<Record<PictureSetName, Draw>> = {
  digits: drawDigits,
  shifted_digits: drawShiftedDigits,
  shapes: drawShapes,
  stripes: drawStripes,
};
