import { type Text } from '../text.ts';

/** Colours as numbers, for canvases. What CSS can paint takes the tokens of theme.css instead. */
export type Theme = 'light' | 'dark';
export type Rgb = readonly [red: number, green: number, blue: number];

/** Middle and ends of a heat map. An end that is null lies at the map's own furthest value. */
export interface MapRange {
  readonly middle: number;
  readonly low: number | null;
  readonly high: number | null;
}

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
];

/** The sign ramp: seven stops from −1 to 1, empty in the middle. */
const STOPS: Readonly<Record<Theme, readonly Rgb[]>> = {
  light: 'B04E08 E89654 F8DDC4 FAF7F0 CDE0F2 6CA8DE 1461AD'.split(' ').map(rgb),
  dark: 'F09648 A45C24 543620 20201D 1E344C 2C649C 68ACEC'.split(' ').map(rgb),
};

/** Class colours (negf, posf, c3, c4), for the planes of several classes. */
const CLASSES: Readonly<Record<Theme, readonly Rgb[]>> = {
  light: 'DB7420 2B7BC4 A03074 8A6A00'.split(' ').map(rgb),
  dark: 'EE9146 5FA5E6 E58BC0 D9BC4E'.split(' ').map(rgb),
};

/** A colour so far on the way from one to another. */
export const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  Math.round(a[0] + (b[0] - a[0]) * share),
  Math.round(a[1] + (b[1] - a[1]) * share),
  Math.round(a[2] + (b[2] - a[2]) * share),
];

/** The colour of a signed number: t from −1 (orange) through 0 (the ground) to 1 (blue); beyond is held at the ends. */
export const signRamp = (theme: Theme): ((t: number) => Rgb) => {
  const stops = STOPS[theme];
  return (t) => {
    const place = ((Math.max(-1, Math.min(1, t)) + 1) / 2) * (stops.length - 1);
    const below = Math.min(stops.length - 2, Math.floor(place));
    const a = stops[below];
    const b = stops[below + 1];
    return a && b ? mixed(a, b, place - below) : [0, 0, 0];
  };
};

/** A place on the sign ramp, −1 to 1, as CSS writes colours. */
export const rampColour = (theme: Theme, t: number): `rgb(${string})` =>
  `rgb(${signRamp(theme)(t).join(',')})`;

/** An opaque pixel as canvases hold it in memory (little-endian: alpha, blue, green, red). */
const pixel = ([red, green, blue]: Rgb): number => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

const SHADES = 255;
const table = (theme: Theme): Uint32Array => {
  const ramp = signRamp(theme);
  return Uint32Array.from({ length: 2 * SHADES + 1 }, (_, i) => pixel(ramp(i / SHADES - 1)));
};
const tables: Readonly<Record<Theme, Uint32Array>> = { light: table('light'), dark: table('dark') };

/** An end of the ramp: the one given, else the furthest value of the map on that side; never the middle itself. */
const reach = (values: ArrayLike<number>, middle: number, end: number | null, sign: 1 | -1): number => {
  if (end !== null) return Math.abs(end - middle);
  let furthest = 0;
  for (let i = 0; i < values.length; i++)
    furthest = Math.max(furthest, sign * ((values[i] ?? middle) - middle));
  return furthest;
};

/**
 * Paints one value a pixel on the sign ramp. `values` has as many entries as `image` has pixels, row by row.
 * With both ends open (linear) both sides share the larger one, so that equal sizes look equal.
 */
export const paintMap = (
  image: ImageData,
  values: ArrayLike<number>,
  range: MapRange,
  theme: Theme,
): void => {
  const { middle } = range;
  let down = reach(values, middle, range.low, -1);
  let up = reach(values, middle, range.high, 1);
  if (range.low === null && range.high === null) down = up = Math.max(down, up);
  const pixels = new Uint32Array(image.data.buffer, image.data.byteOffset, image.width * image.height);
  const shades = tables[theme];
  for (let i = 0; i < pixels.length; i++) {
    const off = (values[i] ?? middle) - middle;
    const width = off < 0 ? down : up;
    const t = width > 0 ? Math.max(-1, Math.min(1, off / width)) : 0;
    pixels[i] = shades[Math.round((t + 1) * SHADES)] ?? 0;
  }
};

/**
 * Paints a plane of K classes: the winner's colour at strength (p − 1/K) / (1 − 1/K). `maps` holds one map a class,
 * each with as many values as `image` has pixels.
 */
export const paintClasses = (image: ImageData, maps: readonly ArrayLike<number>[], theme: Theme): void => {
  const classes = CLASSES[theme];
  const [ground] = STOPS[theme].slice(3);
  const share = 1 / Math.max(2, maps.length);
  const pixels = new Uint32Array(image.data.buffer, image.data.byteOffset, image.width * image.height);
  for (let i = 0; i < pixels.length; i++) {
    let winner = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < maps.length; k++) {
      const p = maps[k]?.[i] ?? 0;
      if (p > most) [winner, most] = [k, p];
    }
    const colour = classes[winner % classes.length];
    const strength = Math.max(0, Math.min(1, (most - share) / (1 - share)));
    if (ground && colour) pixels[i] = pixel(mixed(ground, colour, strength * 0.85));
  }
};

/** How a class looks: never by colour alone. `fill` for tiny marks and areas, `ink` for text and large points. */
export interface ClassLook {
  readonly shape: 'circle' | 'square' | 'triangle' | 'diamond';
  readonly words: Text;
  readonly fill: string;
  readonly ink: string;
}

const LOOKS: readonly ClassLook[] = [
  {
    shape: 'circle',
    words: { en: 'orange circle', ko: '주황 동그라미' },
    fill: 'var(--negf)',
    ink: 'var(--neg)',
  },
  { shape: 'square', words: { en: 'blue square', ko: '파란 네모' }, fill: 'var(--posf)', ink: 'var(--pos)' },
  {
    shape: 'triangle',
    words: { en: 'magenta triangle', ko: '자주 세모' },
    fill: 'var(--c3)',
    ink: 'var(--c3)',
  },
  { shape: 'diamond', words: { en: 'gold diamond', ko: '금빛 마름모' }, fill: 'var(--c4)', ink: 'var(--c4)' },
];
const FIRST = LOOKS[0] as ClassLook;

/** The look of class k (from 0); beyond four they come round again. */
export const classLook = (k: number): ClassLook => LOOKS[k % LOOKS.length] ?? FIRST;

/** The outline of class k around (0, 0), for SVG paths and Path2D; `r` is the circle's radius, the others look as large. */
export const classPath = (k: number, r: number): string => {
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  switch (classLook(k).shape) {
    case 'circle':
      return `M${n(-r)},0a${n(r)},${n(r)} 0 1,1 ${n(2 * r)},0a${n(r)},${n(r)} 0 1,1 ${n(-2 * r)},0Z`;
    case 'square': {
      const s = r * 0.92;
      return `M${n(-s)},${n(-s)}h${n(2 * s)}v${n(2 * s)}h${n(-2 * s)}Z`;
    }
    case 'triangle': {
      const s = r * 1.2;
      return `M0,${n(-s)}L${n(s)},${n(s * 0.8)}H${n(-s)}Z`;
    }
    case 'diamond': {
      const s = r * 1.25;
      return `M0,${n(-s)}L${n(s)},0L0,${n(s)}L${n(-s)},0Z`;
    }
  }
};
