import { mixed, type Rgb, type Theme } from '../colors.ts';

/** Dark is high, in either theme. The darkest still lets a line of ink be seen in front of it. */
const ENDS: Readonly<Record<Theme, readonly [low: Rgb, high: Rgb]>> = {
  light: [
    [0xfb, 0xf9, 0xf4],
    [0x9a, 0x93, 0x86],
  ],
  dark: [
    [0x5c, 0x59, 0x52],
    [0x1a, 0x1a, 0x18],
  ],
};

/** The shade of a loss by its share of the way from bottom to top, 0 … 1. */
export const lossShade = (theme: Theme, share: number): `rgb(${string})` => {
  const [low, high] = ENDS[theme];
  return `rgb(${mixed(low, high, Math.min(1, Math.max(0, share))).join(',')})`;
};
