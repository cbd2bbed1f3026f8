import { activations } from '../../../engine/activations/index.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { type Rgb, signRamp, type Theme } from '../../../ui/colors.ts';

/** How numbers are coloured: pixels from paper to ink, features from nothing to blue, else by sign. */
export type Ramp = 'pixels' | 'features' | 'signs';

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
];

const STOPS: Readonly<Record<Theme, Readonly<Record<'pixels' | 'features', readonly Rgb[]>>>> = {
  light: {
    pixels: ['FFFFFF', '1C1B18'].map(rgb),
    features: ['FFFFFF', 'B6D3EE', '589BD6', '1461AD', '093466'].map(rgb),
  },
  dark: {
    pixels: ['262622', 'F4F1EA'].map(rgb),
    features: ['20201D', '1E344C', '2C649C', '68ACEC', 'B8DAF8'].map(rgb),
  },
};

/** What is written on a colour is ink or ground, whichever is further from it. */
const WRITTEN: Readonly<Record<Theme, { readonly ink: Rgb; readonly ground: Rgb }>> = {
  light: { ink: rgb('1C1B18'), ground: rgb('FBF9F4') },
  dark: { ink: rgb('F4F1EA'), ground: rgb('161614') },
};

/** The colour of a number whose full size is 1. */
export const colourAt = (ramp: Ramp, theme: Theme, t: number): Rgb => {
  if (ramp === 'signs') return signRamp(theme)(t);
  const stops = STOPS[theme][ramp];
  const place = Math.max(0, Math.min(1, t)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const [a, b] = [stops[below], stops[below + 1]];
  if (!a || !b) return [0, 0, 0];
  const mixed = (part: 0 | 1 | 2): number => Math.round(a[part] + (b[part] - a[part]) * (place - below));
  return [mixed(0), mixed(1), mixed(2)];
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

/** Which ramp what goes into a layer takes: what has passed an activation that is never negative has no sign. */
export const rampInto = (model: readonly ShapedLayer[], layer: number): Ramp => {
  for (let at = layer - 1; at >= 0; at--) {
    const shaped = model[at];
    if (!shaped || shaped.spec.type === 'BatchNormalization' || shaped.spec.type === 'Rescaling')
      return 'signs';
    const { low } = activations[shaped.activation].range;
    if ('activation' in shaped.spec || shaped.spec.type === 'Conv2D')
      return low !== null && low >= 0 ? 'features' : 'signs';
  }
  return 'pixels';
};

/** The largest size among numbers; never 0, for it divides. */
export const furthest = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at] ?? 0));
  return most > 0 ? most : 1;
};
