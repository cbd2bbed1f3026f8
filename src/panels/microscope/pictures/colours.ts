import type { ShapedLayer } from '../../../experiment/widths.ts';
import type { Rgb, Theme } from '../../../ui/colors.ts';
import { furthest, type Ramp, rampOf } from '../../network/pictures/paint.ts';

/** Relative luminance of sRGB (WCAG 2.2). */
const luminance = (colour: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Black and white are equally far from this luminance (√(1.05 × 0.05) − 0.05): 4.58 : 1, where ink and ground would be 4.05. */
const BETWEEN = 0.179;

/** What can be read on a colour, whatever it is. */
export const writtenOn = (colour: Rgb): 'black' | 'white' =>
  luminance(colour) > BETWEEN ? 'black' : 'white';

/** How what goes into a layer is coloured. */
export const rampInto = (model: readonly ShapedLayer[], layer: number): Ramp =>
  layer === 0 ? 'pixels' : rampOf(model, layer - 1);

/** The size at which a colour is full: that of the largest number; pixels have their own, and so has nothing but zeros. */
export const fullOf = (values: ArrayLike<number>, ramp: Ramp = 'signs'): number =>
  ramp === 'pixels' ? 1 : furthest(values) || 1;

/** A cell that is not there yet: the colour of what is empty (--sunk). */
export const notYetColour: Readonly<Record<Theme, Rgb>> = { light: [243, 239, 230], dark: [31, 31, 28] };
