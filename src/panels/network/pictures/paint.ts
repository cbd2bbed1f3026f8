import { activations } from '../../../engine/activations/index.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { type Rgb, signRamp, type Theme } from '../../../ui/colors.ts';

/** How the numbers of a layer are coloured: pixels from paper to ink, features from nothing to blue, else by sign. */
export type Ramp = 'pixels' | 'features' | 'signs';

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
];

/** Ends of the ramps that are no part of the sign ramp. */
const STOPS: Readonly<Record<Theme, Readonly<Record<'pixels' | 'features', readonly Rgb[]>>>> = {
  light: {
    pixels: ['FFFFFF', '1C1B18'].map(rgb),
    features: ['FFFFFF', 'B6D3EE', '589BD6', '1461AD', '093466'].map(rgb),
  },
  dark: {
    pixels: ['20201D', 'F4F1EA'].map(rgb),
    features: ['20201D', '1E344C', '2C649C', '68ACEC', 'B8DAF8'].map(rgb),
  },
};

const along = (stops: readonly Rgb[], t: number): Rgb => {
  const place = Math.max(0, Math.min(1, t)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const [a, b] = [stops[below], stops[below + 1]];
  if (!a || !b) return [0, 0, 0];
  const share = place - below;
  return [0, 1, 2].map((part) => Math.round(a[part]! + (b[part]! - a[part]!) * share)) as unknown as Rgb;
};

/** The colour of a number whose full size is 1. */
export const colourAt = (ramp: Ramp, theme: Theme, t: number): Rgb =>
  ramp === 'signs' ? signRamp(theme)(t) : along(STOPS[theme][ramp], t);

const SHADES = 255;
const pixelOf = ([red, green, blue]: Rgb): number => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

const tables = new Map<string, Uint32Array>();
const tableOf = (ramp: Ramp, theme: Theme): Uint32Array => {
  const key = `${ramp} ${theme}`;
  const known = tables.get(key);
  if (known) return known;
  const table = Uint32Array.from({ length: 2 * SHADES + 1 }, (_, i) =>
    pixelOf(colourAt(ramp, theme, i / SHADES - 1)),
  );
  tables.set(key, table);
  return table;
};

/** Which ramp a layer's numbers take: those that have passed an activation that is never negative have no sign. */
export const rampOf = (model: readonly ShapedLayer[], layer: number): Ramp => {
  for (let at = layer; at >= 0; at--) {
    const { spec, activation } = model[at]!;
    if (spec.type === 'BatchNormalization') return 'signs';
    const { low } = activations[activation].range;
    if ('activation' in spec || spec.type === 'Conv2D')
      return low !== null && low >= 0 ? 'features' : 'signs';
  }
  return layer < 0 || model.slice(0, layer + 1).every(({ spec }) => spec.type !== 'Rescaling')
    ? 'features'
    : 'signs';
};

/** What is to be painted of a list of numbers: those from `from` on, `step` apart, row by row. */
export interface Painted {
  readonly values: ArrayLike<number>;
  readonly from: number;
  readonly step: number;
  readonly ramp: Ramp;
  /** The size at which a colour is full. */
  readonly full: number;
  readonly theme: Theme;
}

/** A rectangle of an image, in its pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Paints rows × columns values over an area of an image, each as large as there is room, the first `count` of them; what
 * is not there leaves the ground. All of a layer's maps come so onto one image, which is far quicker than one picture each.
 */
export const paintCells = (
  image: ImageData,
  area: Area,
  [rows, columns]: readonly [rows: number, columns: number],
  { values, from, step, ramp, full, theme }: Painted,
  count = rows * columns,
): void => {
  const { width, height, data } = image;
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const table = tableOf(ramp, theme);
  const xs = edges(area.left, area.width, columns, width);
  const ys = edges(area.top, area.height, rows, height);
  for (let row = 0; row < rows && row * columns < count; row++) {
    const [top, bottom] = [ys[row]!, ys[row + 1]!];
    if (top === bottom) continue;
    const line = top * width;
    const known = Math.min(columns, count - row * columns);
    for (let column = 0; column < known; column++) {
      const value = values[from + (row * columns + column) * step] ?? 0;
      const t = full > 0 ? Math.max(-1, Math.min(1, value / full)) : 0;
      const colour = table[Math.round((t + 1) * SHADES)] ?? 0;
      // Of a few pixels: filling them by one call takes longer.
      for (let at = line + xs[column]!; at < line + xs[column + 1]!; at++) pixels[at] = colour;
    }
    for (let below = top + 1; below < bottom; below++)
      pixels.copyWithin(below * width + xs[0]!, line + xs[0]!, line + xs[known]!);
  }
};

/** Where each of so many cells begins, and the last one ends, in whole pixels from 0 to `most`: a pixel is its middle's. */
const edges = (from: number, size: number, count: number, most: number): Int32Array =>
  Int32Array.from({ length: count + 1 }, (_, i) =>
    Math.max(0, Math.min(most, from + Math.ceil((i * size) / count - 0.5))),
  );

/** The largest size among numbers; or, of those that are not 0, the one that such a share of them does not reach. */
export const furthest = (values: ArrayLike<number>, below = 1): number => {
  if (below < 1) {
    const sizes = Float32Array.from(values, (value) => Math.abs(value))
      .filter((size) => size > 0)
      .sort();
    return sizes[Math.floor(below * sizes.length)] ?? 0;
  }
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
};
