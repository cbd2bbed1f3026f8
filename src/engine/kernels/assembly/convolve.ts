import { block14, block18, block44, block48 } from './blocks';
import { SCRATCH_BYTES } from './places';
import { scratch } from './scratch';
import { first } from './sums';
import { ADD, BIAS, SET } from './tiles';
import {
  dilationX, dilationY, enters, height, leaves, left, outHeight, outWidth, strideX, strideY, tall, top, wide,
  width,
} from './window';

// A convolution and the gradient of its input are the same work: each pixel of the result sums, over some
// cells of the window, the pixel of the source that the cell meets times the cell's weights. What differs
// is which cells and pixels these are, and that is looked up: for each line and for each column of the
// result the scratch memory holds two words, the first cell met (high 16 bits) with the number of cells,
// and the pixel that the first one meets. From one cell to the next the step is the same everywhere. Edges
// so need no tests: columns that meet other cells than their neighbours are computed for four pictures at a
// time instead of for four columns.

/** Bytes of the words of one line or column. */
const ENTRY: usize = 8;

/** Notes for each of `stops` places which of `size` cells lie over 0 … cells − 1. */
function noteForward(
  to: usize, stops: i32, stride: i32, size: i32, dilation: i32, before: i32, cells: i32,
): void {
  for (let i = 0; i < stops; i++) {
    const at = i * stride - before;
    const from = enters(at, dilation);
    const count = max(0, leaves(at, dilation, size, cells) - from);
    store<i32>(to, count > 0 ? (from << 16) | count : 0);
    store<i32>(to, count > 0 ? at + from * dilation : 0, 4);
    to += ENTRY;
  }
}

/** Notes for each of 0 … cells − 1 which cells of the window meet it, and the stop of the first. */
function noteBackward(
  to: usize, stops: i32, stride: i32, size: i32, dilation: i32, before: i32, cells: i32,
): void {
  for (let a = 0; a < cells; a++) {
    let from = 0, count = 0, stop = 0;
    for (let p = 0; p < size; p++) {
      const at = a + before - p * dilation;
      if (at < 0) break;
      const i = at / stride;
      if (i * stride != at || i >= stops) continue;
      if (count == 0) {
        from = p;
        stop = i;
      }
      count++;
    }
    store<i32>(to, (from << 16) | count);
    store<i32>(to, stop, 4);
    to += ENTRY;
  }
}

/**
 * Of the filters from o on, the weights of each cell and channel side by side, in strips of 8 or (at the
 * end) 4.
 */
function pack(kernel: usize, to: usize, inner: i32, filters: i32, o: i32, end: i32): void {
  const row = (filters as usize) << 2;
  for (; o < end; o += 8) {
    const count = min(8, filters - o);
    let from = kernel + (o << 2);
    for (let k = 0; k < inner; k++) {
      if (count >= 4) v128.store(to, v128.load(from));
      else v128.store(to, first(from, count));
      if (count > 4) {
        if (count == 8) v128.store(to, v128.load(from, 16), 16);
        else v128.store(to, first(from + 16, count - 4), 16);
        to += 16;
      }
      from += row;
      to += 16;
    }
  }
}

/**
 * Of the channels from c on, the weights of each cell and filter side by side, in strips of 8 or (at the
 * end) 4.
 */
function packTurned(
  kernel: usize, to: usize, cells: i32, channels: i32, filters: i32, c: i32, end: i32,
): void {
  const pixel = (channels * filters) << 2;
  for (; c < end; c += 8) {
    const count = min(8, channels - c);
    const strip: usize = count > 4 ? 32 : 16;
    memory.fill(to, 0, strip * cells * filters);
    for (let cell = 0; cell < cells; cell++) {
      let from = kernel + cell * pixel + ((c * filters) << 2);
      for (let lane = 0; lane < count; lane++) {
        let at = to + (lane << 2);
        for (let o = 0; o < filters; o++) {
          store<f32>(at, load<f32>(from));
          from += 4;
          at += strip;
        }
      }
      to += strip * filters;
    }
  }
}

/**
 * One strip of up to 4 pictures. Of the source and of the result the distances between pixels, lines and
 * pictures are given; `xp` and `xq` are those between pixels that two cells meet, `wp` and `wq` those
 * between the cells' weights. Columns `apart` from each other meet the same cells, pixels `xr` apart.
 */
function strip(
  x: usize, xPixel: usize, xLine: usize, xPicture: usize, xp: usize, xq: usize, xr: usize,
  w: usize, wLine: usize, wPixel: usize, wp: usize, wq: usize,
  y: usize, yPixel: usize, yLine: usize, yPicture: usize,
  pictures: i32, lines: usize, lineCount: i32, columns: usize, columnCount: i32, apart: i32,
  lanes: i32, mode: i32, bias: usize,
): void {
  const wide8 = lanes > 4;
  const yr = yPixel * apart;
  for (let a = 0; a < lineCount; a++) {
    const head = load<u32>(lines + a * ENTRY);
    const ps = (head & 0xffff) as i32;
    const wa = w + (head >> 16) * wLine;
    const xa = x + load<i32>(lines + a * ENTRY, 4) * xLine;
    const ya = y + a * yLine;
    for (let phase = 0; phase < apart; phase++) {
      let b = phase;
      while (b < columnCount) {
        const entry = columns + b * ENTRY;
        const own = load<u32>(entry);
        const qs = (own & 0xffff) as i32;
        const wb = wa + (own >> 16) * wPixel;
        let xb = xa + load<i32>(entry, 4) * xPixel;
        let yb = ya + b * yPixel;
        // Cells that meet pixels side by side are one run.
        const joined = xq == xPixel;
        const run = joined ? qs * xPixel : xPixel, runs = joined ? 1 : qs;
        let count = 0;
        while (b + 3 * apart < columnCount && alike(columns + b * ENTRY, own, apart)) {
          count++;
          b += apart << 2;
        }
        if (count > 0) {
          for (let r = 0; r < pictures; r++) {
            if (wide8) block48(count, xb, xr, xp, xq, ps, runs, run, wb, wp, wq, yb, yr, lanes, mode, bias);
            else block44(count, xb, xr, xp, xq, ps, runs, run, wb, wp, wq, yb, yr, lanes, mode, bias);
            xb += xPicture;
            yb += yPicture;
          }
          continue;
        }
        if (pictures == 4) {
          if (wide8) {
            block48(1, xb, xPicture, xp, xq, ps, runs, run, wb, wp, wq, yb, yPicture, lanes, mode, bias);
          } else {
            block44(1, xb, xPicture, xp, xq, ps, runs, run, wb, wp, wq, yb, yPicture, lanes, mode, bias);
          }
        } else {
          for (let r = 0; r < pictures; r++) {
            if (wide8) block18(xb, xp, xq, ps, runs, run, wb, wp, wq, yb, lanes, mode, bias);
            else block14(xb, xp, xq, ps, runs, run, wb, wp, wq, yb, lanes, mode, bias);
            xb += xPicture;
            yb += yPicture;
          }
        }
        b += apart;
      }
    }
  }
}

/** Whether four columns meet the cells that a fifth meets. */
@inline
function alike(entry: usize, own: u32, apart: i32): bool {
  const step = ENTRY * apart;
  return load<u32>(entry) == own && load<u32>(entry + step) == own
    && load<u32>(entry + (step << 1)) == own && load<u32>(entry + step * 3) == own;
}

/** y[r, i, j, o] = Σ_p Σ_q Σ_c x · kernel[p, q, c, o], and + bias[o] where its place is not 0. */
export function convolve(
  x: usize, kernel: usize, y: usize, rows: i32, channels: i32, filters: i32, bias: usize, window: usize,
): void {
  if (outHeight(window) <= 0 || outWidth(window) <= 0) return;
  const lines = scratch(), columns = lines + outHeight(window) * ENTRY;
  const packed = (columns + outWidth(window) * ENTRY + 15) & ~15;
  noteForward(
    lines, outHeight(window), strideY(window), tall(window), dilationY(window), top(window), height(window),
  );
  noteForward(
    columns, outWidth(window), strideX(window), wide(window), dilationX(window), left(window), width(window),
  );
  const xPixel = (channels as usize) << 2, xLine = xPixel * width(window), xPicture = xLine * height(window);
  const yPixel = (filters as usize) << 2, yLine = yPixel * outWidth(window);
  const yPicture = yLine * outHeight(window);
  const inner = tall(window) * wide(window) * channels;
  const most = stripsOf(packed, inner);
  const mode: i32 = bias ? BIAS : SET;
  for (let begin = 0; begin < filters; begin += most) {
    const end = min(filters, begin + most);
    pack(kernel, packed, inner, filters, begin, end);
    for (let r = 0; r < rows; r += 4) {
      for (let o = begin; o < end; o += 8) {
        const lanes = min(8, filters - o);
        const wPixel: usize = xPixel << (lanes > 4 ? 3 : 2), wLine = wPixel * wide(window);
        strip(
          x + r * xPicture, xPixel, xLine, xPicture,
          dilationY(window) * xLine, dilationX(window) * xPixel, strideX(window) * xPixel,
          packed + (((o - begin) * inner) << 2), wLine, wPixel, wLine, wPixel,
          y + r * yPicture + (o << 2), yPixel, yLine, yPicture,
          min(4, rows - r), lines, outHeight(window), columns, outWidth(window), 1,
          lanes, mode, bias + (o << 2),
        );
      }
    }
  }
}

/** dx[r, a, b, c] += Σ_p Σ_q Σ_o dy · kernel[p, q, c, o] over the stops that meet (a, b). */
export function convolveGradient(
  dy: usize, kernel: usize, dx: usize, rows: i32, channels: i32, filters: i32, window: usize,
): void {
  const lines = scratch(), columns = lines + height(window) * ENTRY;
  const packed = (columns + width(window) * ENTRY + 15) & ~15;
  noteBackward(
    lines, outHeight(window), strideY(window), tall(window), dilationY(window), top(window), height(window),
  );
  noteBackward(
    columns, outWidth(window), strideX(window), wide(window), dilationX(window), left(window), width(window),
  );
  const xPixel = (channels as usize) << 2, xLine = xPixel * width(window), xPicture = xLine * height(window);
  const yPixel = (filters as usize) << 2, yLine = yPixel * outWidth(window);
  const yPicture = yLine * outHeight(window);
  const cells = tall(window) * wide(window), inner = cells * filters;
  // Of the cells every (stride / g)-th meets a pixel, and its stop lies dilation / g before the last one's.
  const gY = divisor(strideY(window), dilationY(window)), gX = divisor(strideX(window), dilationX(window));
  const most = stripsOf(packed, inner);
  for (let begin = 0; begin < channels; begin += most) {
    const end = min(channels, begin + most);
    packTurned(kernel, packed, cells, channels, filters, begin, end);
    for (let r = 0; r < rows; r += 4) {
      for (let c = begin; c < end; c += 8) {
        const lanes = min(8, channels - c);
        const wPixel: usize = yPixel << (lanes > 4 ? 3 : 2), wLine = wPixel * wide(window);
        strip(
          dy + r * yPicture, yPixel, yLine, yPicture,
          -(dilationY(window) / gY) * yLine, -(dilationX(window) / gX) * yPixel, yPixel,
          packed + (((c - begin) * inner) << 2), wLine, wPixel,
          (strideY(window) / gY) * wLine, (strideX(window) / gX) * wPixel,
          dx + r * xPicture + (c << 2), xPixel, xLine, xPicture,
          min(4, rows - r), lines, height(window), columns, width(window), strideX(window), lanes, ADD, 0,
        );
      }
    }
  }
}

/** How many filters (a multiple of 8) have room for `inner` weights each. */
@inline
function stripsOf(packed: usize, inner: i32): i32 {
  return (((scratch() + SCRATCH_BYTES - packed) as i32) / (inner << 5)) << 3;
}

/** The greatest common divisor. */
function divisor(a: i32, b: i32): i32 {
  while (b > 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
