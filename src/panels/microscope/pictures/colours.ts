import type { ShapedLayer } from '../../../experiment/widths.ts';
import type { Rgb, Theme } from '../../../ui/colors.ts';
import { furthest, type Ramp, rampOf } from '../../network/pictures/paint.ts';

/** What is written on a colour is ink or ground, whichever is further from it. */
const WRITTEN: Readonly<Record<Theme, { readonly ink: Rgb; readonly ground: Rgb }>> = {
  light: { ink: [28, 27, 24], ground: [251, 249, 244] },
  dark: { ink: [244, 241, 234], ground: [22, 22, 20] },
};

/** Relative luminance of sRGB (WCAG 2.2). */
const luminance = (colour: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: Rgb, b: Rgb): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** What can be read on a colour. */
export const writtenOn = (colour: Rgb, theme: Theme): 'ink' | 'ground' => {
  const { ink, ground } = WRITTEN[theme];
  return contrast(colour, ink) >= contrast(colour, ground) ? 'ink' : 'ground';
};

/** How what goes into a layer is coloured. */
export const rampInto = (model: readonly ShapedLayer[], layer: number): Ramp =>
  layer === 0 ? 'pixels' : rampOf(model, layer - 1);

/** The size at which a colour is full: that of the largest number; pixels have their own, and so has nothing but zeros. */
export const fullOf = (values: ArrayLike<number>, ramp: Ramp = 'signs'): number =>
  ramp === 'pixels' ? 1 : furthest(values) || 1;
