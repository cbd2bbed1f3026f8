import type { Rgb, Theme } from './colors.ts';

/** Paper and ink of a grey picture: white to ink, in the dark the raised ground to light ink. */
const INK: Readonly<Record<Theme, readonly [paper: Rgb, ink: Rgb]>> = {
  light: [
    [255, 255, 255],
    [28, 27, 24],
  ],
  dark: [
    [38, 38, 34],
    [244, 241, 234],
  ],
};

/** Paints a grey picture, 0 paper … 1 ink, row-major; `pixels` has as many entries as `image` has pixels. */
export const paintPixels = (image: ImageData, pixels: ArrayLike<number>, theme: Theme): void => {
  const [paper, ink] = INK[theme];
  const { data } = image;
  for (let i = 0; i < image.width * image.height; i++) {
    const dark = Math.max(0, Math.min(1, pixels[i] ?? 0));
    for (const channel of [0, 1, 2] as const) {
      data[4 * i + channel] = Math.round(paper[channel] + (ink[channel] - paper[channel]) * dark);
    }
    data[4 * i + 3] = 255;
  }
};
