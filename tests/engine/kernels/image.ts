import type { ImageKernels } from '../../../src/engine/kernels/image.ts';
import { type Window, windowOf } from '../../../src/engine/window.ts';
import type { Cases } from './case.ts';
import type { Draw, Kind } from './draw.ts';

/** Every tail of a vector, with one vector and with more; and what pictures have. */
const CHANNELS = [1, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];

/** A window that stops somewhere, most often one of those that networks are made of. */
const drawWindow = (draw: Draw): Window => {
  const side = (most: number): number => draw.integer(1, most);
  for (;;) {
    const size = [side(13), side(13)];
    const usual = draw.chance(0.5);
    const pool = draw.chance(0.3);
    const kernel: [number, number] = usual ? (pool ? [2, 2] : [3, 3]) : [side(5), side(5)];
    const strides: [number, number] = usual ? (pool ? [2, 2] : [1, 1]) : [side(3), side(3)];
    const dilation: [number, number] = usual ? [1, 1] : [side(3), side(3)];
    const window = windowOf(size, kernel, strides, dilation, draw.chance(0.5) ? 'same' : 'valid');
    if (window.outHeight > 0 && window.outWidth > 0) return window;
  }
};

const drawPictures = (draw: Draw, kind: Kind) => {
  const window = drawWindow(draw);
  const [rows, channels, filters] = [draw.integer(0, 5), draw.pick(CHANNELS), draw.pick(CHANNELS)];
  const cells = rows * window.height * window.width;
  const stops = rows * window.outHeight * window.outWidth;
  return {
    window,
    rows,
    channels,
    filters,
    /** The buffers' sizes: of what goes in, of a picture of filters, and of a pooled one. */
    x: [cells * channels, kind] as const,
    y: [stops * filters, 'unit'] as const,
    pooled: [stops * channels, 'any'] as const,
    kernel: [window.tall * window.wide * channels * filters, 'unit'] as const,
  };
};

export const image: Cases<keyof ImageKernels> = {
  convolve(draw) {
    const { window, rows, channels, filters, ...of } = drawPictures(draw, 'unit');
    return {
      buffers: { x: of.x, kernel: of.kernel, y: of.y },
      call: (k, { x = 0, kernel = 0, y = 0 }) => k.convolve(x, kernel, y, rows, window, channels, filters),
    };
  },
  convolveGradient(draw) {
    const { window, rows, channels, filters, ...of } = drawPictures(draw, 'unit');
    return {
      buffers: { dy: of.y, kernel: of.kernel, dx: of.x },
      call: (k, { dy = 0, kernel = 0, dx = 0 }) =>
        k.convolveGradient(dy, kernel, dx, rows, window, channels, filters),
    };
  },
  convolveKernelGradient(draw) {
    const { window, rows, channels, filters, ...of } = drawPictures(draw, 'unit');
    return {
      buffers: { x: of.x, dy: of.y, dkernel: of.kernel },
      call: (k, { x = 0, dy = 0, dkernel = 0 }) =>
        k.convolveKernelGradient(x, dy, dkernel, rows, window, channels, filters),
    };
  },
  maxPool(draw) {
    const { window, rows, channels, ...of } = drawPictures(draw, draw.chance(0.5) ? 'ties' : 'any');
    return {
      buffers: { x: of.x, y: of.pooled },
      call: (k, { x = 0, y = 0 }) => k.maxPool(x, y, rows, window, channels),
    };
  },
  maxPoolGradient(draw) {
    const { window, rows, channels, ...of } = drawPictures(draw, draw.chance(0.5) ? 'ties' : 'any');
    return {
      buffers: { x: of.x, y: of.pooled, dy: of.pooled, dx: of.x },
      before: (k, { x = 0, y = 0 }) => k.maxPool(x, y, rows, window, channels),
      call: (k, { x = 0, y = 0, dy = 0, dx = 0 }) => k.maxPoolGradient(x, y, dy, dx, rows, window, channels),
    };
  },
  averagePool(draw) {
    const { window, rows, channels, ...of } = drawPictures(draw, 'unit');
    return {
      buffers: { x: of.x, y: of.pooled },
      call: (k, { x = 0, y = 0 }) => k.averagePool(x, y, rows, window, channels),
    };
  },
  averagePoolGradient(draw) {
    const { window, rows, channels, ...of } = drawPictures(draw, 'unit');
    return {
      buffers: { dy: of.pooled, dx: of.x },
      call: (k, { dy = 0, dx = 0 }) => k.averagePoolGradient(dy, dx, rows, window, channels),
    };
  },
};
