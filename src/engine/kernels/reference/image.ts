import type { Window } from '../../window.ts';
import type { ImageKernels } from '../image.ts';
import type { Arithmetic } from './arithmetic.ts';

/**
 * Sums grow in the arena or in a list of its precision: what is stored is rounded, so that there only products need `round`.
 */
export const image = ({ arena, round, sum }: Arithmetic): ImageKernels => {
  /** Sums under way, one for each channel or filter. */
  let totals: Float32Array | Float64Array = new Float32Array(0);
  const zeroed = (count: number): Float32Array | Float64Array => {
    if (totals.length < count || (arena.precision === 'float64') !== totals instanceof Float64Array) {
      totals = arena.precision === 'float32' ? new Float32Array(count) : new Float64Array(count);
    }
    return totals.fill(0, 0, count);
  };

  /** Calls `at` for each stop of the window: the place of its channel 0 in y, and the row and column of its corner. */
  const eachStop = (
    rows: number,
    window: Window,
    channels: number,
    at: (to: number, r: number, top: number, left: number) => void,
  ): void => {
    const { outHeight, outWidth, strideY, strideX } = window;
    for (let r = 0; r < rows; r++) {
      for (let i = 0; i < outHeight; i++) {
        for (let j = 0; j < outWidth; j++) {
          at(
            ((r * outHeight + i) * outWidth + j) * channels,
            r,
            i * strideY - window.top,
            j * strideX - window.left,
          );
        }
      }
    }
  };
  /** Calls `meet` for each cell inside under the window at a corner: where its channel 0 lies in x, and (p, q) as one number. */
  const eachCell = (
    window: Window,
    r: number,
    top: number,
    left: number,
    channels: number,
    meet: (from: number, cell: number) => void,
  ): void => {
    const { height, width, tall, wide, dilationY, dilationX } = window;
    for (let p = 0; p < tall; p++) {
      const a = top + p * dilationY;
      if (a < 0 || a >= height) continue;
      for (let q = 0; q < wide; q++) {
        const b = left + q * dilationX;
        if (b < 0 || b >= width) continue;
        meet(((r * height + a) * width + b) * channels, p * wide + q);
      }
    }
  };

  return {
    convolve(x, kernel, y, rows, window, channels, filters) {
      const m = arena.memory;
      eachStop(rows, window, filters, (to, r, top, left) => {
        m.fill(0, y + to, y + to + filters);
        eachCell(window, r, top, left, channels, (from, cell) => {
          for (let c = 0; c < channels; c++) {
            const value = m[x + from + c]!;
            const w = kernel + (cell * channels + c) * filters;
            for (let o = 0; o < filters; o++) m[y + to + o] = m[y + to + o]! + round(value * m[w + o]!);
          }
        });
      });
    },
    convolveGradient(dy, kernel, dx, rows, window, channels, filters) {
      const m = arena.memory;
      const { height, width, outHeight, outWidth, tall, wide, strideY, strideX, dilationY, dilationX } =
        window;
      for (let r = 0; r < rows; r++) {
        for (let a = 0; a < height; a++) {
          for (let b = 0; b < width; b++) {
            const own = zeroed(channels);
            for (let p = 0; p < tall; p++) {
              const i = (a + window.top - p * dilationY) / strideY;
              if (i < 0 || i >= outHeight || !Number.isInteger(i)) continue;
              for (let q = 0; q < wide; q++) {
                const j = (b + window.left - q * dilationX) / strideX;
                if (j < 0 || j >= outWidth || !Number.isInteger(j)) continue;
                const from = dy + ((r * outHeight + i) * outWidth + j) * filters;
                for (let c = 0; c < channels; c++) {
                  const w = kernel + ((p * wide + q) * channels + c) * filters;
                  let total = own[c]!;
                  for (let o = 0; o < filters; o++) total = round(total + round(m[from + o]! * m[w + o]!));
                  own[c] = total;
                }
              }
            }
            const to = dx + ((r * height + a) * width + b) * channels;
            for (let c = 0; c < channels; c++) m[to + c] = m[to + c]! + own[c]!;
          }
        }
      }
    },
    convolveKernelGradient(x, dy, dkernel, rows, window, channels, filters) {
      const m = arena.memory;
      const count = window.tall * window.wide * channels * filters;
      const own = zeroed(count);
      eachStop(rows, window, filters, (to, r, top, left) => {
        eachCell(window, r, top, left, channels, (from, cell) => {
          for (let c = 0; c < channels; c++) {
            const value = m[x + from + c]!;
            const w = (cell * channels + c) * filters;
            for (let o = 0; o < filters; o++) own[w + o] = own[w + o]! + round(value * m[dy + to + o]!);
          }
        });
      });
      for (let k = 0; k < count; k++) m[dkernel + k] = m[dkernel + k]! + own[k]!;
    },
    maxPool(x, y, rows, window, channels) {
      const m = arena.memory;
      eachStop(rows, window, channels, (to, r, top, left) => {
        m.fill(Number.NEGATIVE_INFINITY, y + to, y + to + channels);
        eachCell(window, r, top, left, channels, (from) => {
          for (let c = 0; c < channels; c++) {
            const value = m[x + from + c]!;
            if (value > m[y + to + c]! || Number.isNaN(value)) m[y + to + c] = value;
          }
        });
      });
    },
    maxPoolGradient(x, y, dy, dx, rows, window, channels) {
      const m = arena.memory;
      eachStop(rows, window, channels, (to, r, top, left) => {
        for (let c = 0; c < channels; c++) {
          const largest = m[y + to + c];
          let first = -1;
          eachCell(window, r, top, left, channels, (from) => {
            if (first < 0 && m[x + from + c] === largest) first = from + c;
          });
          if (first >= 0) m[dx + first] = m[dx + first]! + m[dy + to + c]!;
        }
      });
    },
    averagePool(x, y, rows, window, channels) {
      const m = arena.memory;
      const places = new Int32Array(window.tall * window.wide);
      eachStop(rows, window, channels, (to, r, top, left) => {
        let inside = 0;
        eachCell(window, r, top, left, channels, (from) => {
          places[inside++] = x + from;
        });
        for (let c = 0; c < channels; c++) m[y + to + c] = sum(inside, (k) => m[places[k]! + c]!) / inside;
      });
    },
    averagePoolGradient(dy, dx, rows, window, channels) {
      const m = arena.memory;
      eachStop(rows, window, channels, (to, r, top, left) => {
        let inside = 0;
        eachCell(window, r, top, left, channels, () => {
          inside += 1;
        });
        eachCell(window, r, top, left, channels, (from) => {
          for (let c = 0; c < channels; c++)
            m[dx + from + c] = m[dx + from + c]! + round(m[dy + to + c]! / inside);
        });
      });
    },
  };
};
