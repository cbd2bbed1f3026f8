import { SCRATCH_BYTES } from './places';
import { scratch } from './scratch';
import { keep } from './sums';
import {
  dilationX, dilationY, enters, height, leaves, left, outHeight, outWidth, strideX, strideY, tall, top, wide,
  width,
} from './window';
import { old } from './targets';

// The kernel's gradient by blocks of 4 rows by 8 filters that stay in registers while r, i and j go by in
// order. The rows are 4 channels of one cell (p, q), or, where there is only one channel, 4 cells side by
// side. Between two groups of pictures, small enough for the first cache, sums rest in the scratch memory,
// 128 bytes for a block. Rows and filters that are not there are summed as well, over whatever lies behind,
// and not kept.

const BLOCK: usize = 128;
/** So many blocks at a time; each time passes over all pictures. */
const MOST: i32 = SCRATCH_BYTES as i32 / BLOCK as i32;
/** Bytes of pictures and of gradients that blocks pass over before the next ones are taken. */
const NEAR: i32 = 24576;

/** All bits of a row whose cell lies in 0 … cells − 1, none of another. */
@inline
function met(cell: i32, cells: i32): v128 {
  return i32x4.splat(cell >= 0 && cell < cells ? -1 : 0);
}

/**
 * Adds the products of stops (r, i, j) to a block: `rows` pictures `xr` and `dr` apart, `lines` lines `xi`
 * and `di` apart, in each line `before` stops at the left edge, `inside` and `after` at the right (0 if
 * none is inside), `xj` and `dj` apart. At the edges only some rows meet the picture: row n of the first
 * stop meets column `cell` + n of `cells`, of the next that + `step`.
 */
function block48(
  sums: usize, x: usize, xr: usize, xi: usize, xj: usize, dy: usize, dr: usize, di: usize, dj: usize,
  rows: i32, lines: i32, before: i32, inside: i32, after: i32, cell: i32, step: i32, cells: i32,
): void {
  let s00 = v128.load(sums), s01 = v128.load(sums, 16), s10 = v128.load(sums, 32), s11 = v128.load(sums, 48);
  let s20 = v128.load(sums, 64), s21 = v128.load(sums, 80);
  let s30 = v128.load(sums, 96), s31 = v128.load(sums, 112);
  for (; rows > 0; rows--) {
    let xa = x, da = dy;
    for (let i = lines; i > 0; i--) {
      let a = xa, d = da, at = cell;
      // The left edge and the inside, then the right edge.
      for (let edge = before, j = inside; ; edge = after, j = 0) {
        // Adding the 0 of a row that is masked changes no bits, for no sum is ever −0.
        for (let n = edge; n > 0; n--) {
          const d0 = v128.load(d), d1 = v128.load(d, 16);
          let m = met(at, cells), v = v128.load_splat<f32>(a);
          s00 = f32x4.add(s00, v128.and(f32x4.mul(v, d0), m));
          s01 = f32x4.add(s01, v128.and(f32x4.mul(v, d1), m));
          m = met(at + 1, cells); v = v128.load_splat<f32>(a, 4);
          s10 = f32x4.add(s10, v128.and(f32x4.mul(v, d0), m));
          s11 = f32x4.add(s11, v128.and(f32x4.mul(v, d1), m));
          m = met(at + 2, cells); v = v128.load_splat<f32>(a, 8);
          s20 = f32x4.add(s20, v128.and(f32x4.mul(v, d0), m));
          s21 = f32x4.add(s21, v128.and(f32x4.mul(v, d1), m));
          m = met(at + 3, cells); v = v128.load_splat<f32>(a, 12);
          s30 = f32x4.add(s30, v128.and(f32x4.mul(v, d0), m));
          s31 = f32x4.add(s31, v128.and(f32x4.mul(v, d1), m));
          a += xj;
          d += dj;
          at += step;
        }
        if (j == 0) break;
        at += j * step;
        for (; j > 0; j--) {
          const d0 = v128.load(d), d1 = v128.load(d, 16);
          let v = v128.load_splat<f32>(a);
          s00 = f32x4.add(s00, f32x4.mul(v, d0));
          s01 = f32x4.add(s01, f32x4.mul(v, d1));
          v = v128.load_splat<f32>(a, 4);
          s10 = f32x4.add(s10, f32x4.mul(v, d0));
          s11 = f32x4.add(s11, f32x4.mul(v, d1));
          v = v128.load_splat<f32>(a, 8);
          s20 = f32x4.add(s20, f32x4.mul(v, d0));
          s21 = f32x4.add(s21, f32x4.mul(v, d1));
          v = v128.load_splat<f32>(a, 12);
          s30 = f32x4.add(s30, f32x4.mul(v, d0));
          s31 = f32x4.add(s31, f32x4.mul(v, d1));
          a += xj;
          d += dj;
        }
        if (after == 0) break;
      }
      xa += xi;
      da += di;
    }
    x += xr;
    dy += dr;
  }
  v128.store(sums, s00); v128.store(sums, s01, 16); v128.store(sums, s10, 32); v128.store(sums, s11, 48);
  v128.store(sums, s20, 64); v128.store(sums, s21, 80); v128.store(sums, s30, 96); v128.store(sums, s31, 112);
}

/** block48 for the last filters, if they are no more than 4. */
function block44(
  sums: usize, x: usize, xr: usize, xi: usize, xj: usize, dy: usize, dr: usize, di: usize, dj: usize,
  rows: i32, lines: i32, before: i32, inside: i32, after: i32, cell: i32, step: i32, cells: i32,
): void {
  let s0 = v128.load(sums), s1 = v128.load(sums, 32), s2 = v128.load(sums, 64), s3 = v128.load(sums, 96);
  for (; rows > 0; rows--) {
    let xa = x, da = dy;
    for (let i = lines; i > 0; i--) {
      let a = xa, d = da, at = cell;
      for (let edge = before, j = inside; ; edge = after, j = 0) {
        for (let n = edge; n > 0; n--) {
          const d0 = v128.load(d);
          s0 = f32x4.add(s0, v128.and(f32x4.mul(v128.load_splat<f32>(a), d0), met(at, cells)));
          s1 = f32x4.add(s1, v128.and(f32x4.mul(v128.load_splat<f32>(a, 4), d0), met(at + 1, cells)));
          s2 = f32x4.add(s2, v128.and(f32x4.mul(v128.load_splat<f32>(a, 8), d0), met(at + 2, cells)));
          s3 = f32x4.add(s3, v128.and(f32x4.mul(v128.load_splat<f32>(a, 12), d0), met(at + 3, cells)));
          a += xj;
          d += dj;
          at += step;
        }
        if (j == 0) break;
        at += j * step;
        for (; j > 0; j--) {
          const d0 = v128.load(d);
          s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(a), d0));
          s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(a, 4), d0));
          s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(a, 8), d0));
          s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(a, 12), d0));
          a += xj;
          d += dj;
        }
        if (after == 0) break;
      }
      xa += xi;
      da += di;
    }
    x += xr;
    dy += dr;
  }
  v128.store(sums, s0); v128.store(sums, s1, 32); v128.store(sums, s2, 64); v128.store(sums, s3, 96);
}

/** dkernel[p, q, c, o] += Σ_r Σ_i Σ_j x · dy[r, i, j, o]: of all blocks one of so many equal parts. */
export function convolveKernelGradient(
  x: usize, dy: usize, dkernel: usize, rows: i32, channels: i32, filters: i32, window: usize, part: i32, parts: i32,
): void {
  const pixel = (channels as usize) << 2, line = pixel * width(window), picture = line * height(window);
  const dj = (filters as usize) << 2, di = dj * outWidth(window), dr = di * outHeight(window);
  const near = max(1, NEAR / max(1, (picture + dr) as i32));
  // Rows of a line of cells: cells and channels, or cells that are channels of one.
  const beside = channels == 1 && dilationX(window) == 1;
  const cells = beside ? 1 : wide(window), across = beside ? wide(window) : channels;
  const highs = (across + 3) >> 2, halves = (filters + 3) >> 2;
  // Parts begin and end at half a block, 4 filters, for there may be few blocks.
  const all = tall(window) * cells * highs * halves;
  const last = all * (part + 1) / parts, sums = scratch();
  let begin = all * part / parts;
  while (begin < last) {
    let end = begin;
    for (let count = 0; count < MOST && end < last; count++) end += together(end, halves, last);
    memory.fill(sums, 0, BLOCK * min(MOST, end - begin));
    for (let r = 0; r < rows; r += near) {
      let at = sums;
      for (let n = begin, both = 0; n < end; n += both, at += BLOCK) {
        both = together(n, halves, last);
        const high = n / halves, o = (n - high * halves) << 2;
        const cell = high / highs, row = (high - cell * highs) << 2;
        const p = cell / cells, q = beside ? row : cell - p * cells;
        meet(
          at, x + r * picture + (beside ? 0 : row << 2), dy + r * dr + (o << 2),
          min(near, rows - r), window, p, q, beside ? min(4, across - row) : 1, pixel, line, picture,
          dj, di, dr, both << 2,
        );
      }
    }
    let at = sums;
    for (let n = begin, both = 0; n < end; n += both, at += BLOCK) {
      both = together(n, halves, last);
      const high = n / halves, o = (n - high * halves) << 2;
      const cell = high / highs, row = (high - cell * highs) << 2;
      const count = min(4, across - row), to = dkernel + (((cell * across + row) * filters + o) << 2);
      finish(at, to, count, dj, min(both << 2, filters - o));
    }
    begin = end;
  }
}

/** How many half blocks from one on are computed together: two, where both are of the same rows and of this part. */
@inline
function together(n: i32, halves: i32, last: i32): i32 {
  const half = n % halves;
  return (half & 1) == 0 && half + 1 < halves && n + 1 < last ? 2 : 1;
}

/** The stops of `rows` pictures at which `side` cells from (p, q) on meet them, added to a block. */
function meet(
  sums: usize, x: usize, dy: usize, rows: i32, window: usize, p: i32, q: i32, side: i32,
  pixel: usize, line: usize, picture: usize, dj: usize, di: usize, dr: usize, lanes: i32,
): void {
  const stepY = strideY(window), stepX = strideX(window), cells = width(window), stops = outWidth(window);
  // Cells of the first stop.
  const a = p * dilationY(window) - top(window), b = q * dilationX(window) - left(window);
  const i0 = enters(a, stepY), i1 = leaves(a, stepY, outHeight(window), height(window));
  // From j0 the first of the cells side by side meets the picture or the last, from j1 all do, till j2; none
  // from j3 on.
  const j0 = enters(b + side - 1, stepX), j3 = leaves(b, stepX, stops, cells);
  const j1 = min(enters(b, stepX), j3), j2 = max(j1, leaves(b + side - 1, stepX, stops, cells));
  if (i0 >= i1 || j0 >= j3) return;
  const from = x + (a + i0 * stepY) * line + (b + j0 * stepX) * pixel;
  const d = dy + i0 * di + j0 * dj;
  const inside = j2 - j1, after = inside > 0 ? j3 - j2 : 0, before = j3 - j0 - inside - after;
  const cell = b + j0 * stepX;
  if (lanes > 4) {
    block48(
      sums, from, picture, line * stepY, pixel * stepX, d, dr, di, dj,
      rows, i1 - i0, before, inside, after, cell, stepX, cells,
    );
  } else {
    block44(
      sums, from, picture, line * stepY, pixel * stepX, d, dr, di, dj,
      rows, i1 - i0, before, inside, after, cell, stepX, cells,
    );
  }
}

/** to[row, o] += sum, for as many rows and filters as there are. */
function finish(sums: usize, to: usize, rows: i32, distance: usize, lanes: i32): void {
  for (; rows > 0; rows--) {
    put(to, v128.load(sums), lanes);
    if (lanes > 4) put(to + 16, v128.load(sums, 16), lanes - 4);
    sums += 32;
    to += distance;
  }
}

@inline
function put(to: usize, sum: v128, lanes: i32): void {
  sum = f32x4.add(old(v128.load(to)), sum);
  if (lanes >= 4) v128.store(to, sum);
  else keep(to, sum, lanes);
}
