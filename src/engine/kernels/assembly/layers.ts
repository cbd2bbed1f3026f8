// Kernels of single layers (../layer.ts): normalization and penalties. Lanes are columns.

import { APART, columnSums, PLAIN, PRODUCT } from './columns';
import { absolute, sign } from './functions';
import { number, put, within } from './lanes';
import { join } from './sums';

/** to[c] = (Σ_r x[r, c]) / rows */
export function columnMeans(x: usize, to: usize, rows: i32, columns: i32): void {
  const n = number(rows as f32);
  for (let left = columns; left > 0; left -= 4) {
    put(to, f32x4.div(columnSums(PLAIN, x, x, n, (columns as usize) << 2, rows), n), left);
    x += 16;
    to += 16;
  }
}

/** to[c] = (Σ_r (x[r, c] − mean[c])²) / rows */
export function columnVariances(x: usize, mean: usize, to: usize, rows: i32, columns: i32): void {
  const n = number(rows as f32);
  for (let left = columns; left > 0; left -= 4) {
    const squares = columnSums(APART, x, x, v128.load(mean), (columns as usize) << 2, rows);
    put(to, f32x4.div(squares, n), left);
    x += 16; mean += 16; to += 16;
  }
}

/** to[c] += Σ_r x[r, c] · dy[r, c] */
export function sumProducts(x: usize, dy: usize, to: usize, rows: i32, columns: i32): void {
  const none = number(0);
  for (let left = columns; left > 0; left -= 4) {
    const sum = columnSums(PRODUCT, x, dy, none, (columns as usize) << 2, rows);
    put(to, f32x4.add(v128.load(to), sum), left);
    x += 16; dy += 16; to += 16;
  }
}

/** 1 / √(variance + epsilon) */
@inline
function inverse(variance: usize, epsilon: f32): v128 {
  return f32x4.div(number(1), f32x4.sqrt(f32x4.add(v128.load(variance), number(epsilon))));
}

/** y[r, c] = (x[r, c] − mean[c]) · (1 / √(variance[c] + epsilon)) */
export function normalize(
  x: usize, mean: usize, variance: usize, y: usize, rows: i32, columns: i32, epsilon: f32,
): void {
  const row = (columns as usize) << 2;
  for (let left = columns; left > 0; left -= 4) {
    const factor = inverse(variance, epsilon), middle = v128.load(mean);
    let at: usize = 0;
    for (let r = 0; r < rows; r++) {
      put(y + at, f32x4.mul(f32x4.sub(v128.load(x + at), middle), factor), left);
      at += row;
    }
    x += 16; y += 16; mean += 16; variance += 16;
  }
}

/** y[r, c] = x[r, c] · scale[c] + shift[c] */
export function scaleColumns(x: usize, scale: usize, shift: usize, y: usize, rows: i32, columns: i32): void {
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    let at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const scaled = f32x4.mul(v128.load(x + at), v128.load(scale + at));
      put(y + at, f32x4.add(scaled, v128.load(shift + at)), left);
      at += 16;
    }
    x += row;
    y += row;
  }
}

/** dx[r, c] += (scale[c] · (1 / √(variance[c] + epsilon))) · ((dy[r, c] − m[c]) − y[r, c] · s[c]) */
export function normalizeGradient(
  y: usize, dy: usize, scale: usize, variance: usize, dx: usize, rows: i32, columns: i32, epsilon: f32,
): void {
  const row = (columns as usize) << 2;
  const n = number(rows as f32);
  for (let left = columns; left > 0; left -= 4) {
    const factor = f32x4.mul(v128.load(scale), inverse(variance, epsilon));
    const middle = f32x4.div(columnSums(PLAIN, dy, dy, n, row, rows), n);
    const shared = f32x4.div(columnSums(PRODUCT, y, dy, n, row, rows), n);
    let at: usize = 0;
    for (let r = 0; r < rows; r++) {
      const apart = f32x4.sub(v128.load(dy + at), middle);
      const own = f32x4.sub(apart, f32x4.mul(v128.load(y + at), shared));
      put(dx + at, f32x4.add(v128.load(dx + at), f32x4.mul(factor, own)), left);
      at += row;
    }
    y += 16; dy += 16; dx += 16; scale += 16; variance += 16;
  }
}

/** dx[r, c] += (scale[c] · (1 / √(variance[c] + epsilon))) · dy[r, c] */
export function normalizeByGivenGradient(
  dy: usize, scale: usize, variance: usize, dx: usize, rows: i32, columns: i32, epsilon: f32,
): void {
  const row = (columns as usize) << 2;
  for (let left = columns; left > 0; left -= 4) {
    const factor = f32x4.mul(v128.load(scale), inverse(variance, epsilon));
    let at: usize = 0;
    for (let r = 0; r < rows; r++) {
      put(dx + at, f32x4.add(v128.load(dx + at), f32x4.mul(factor, v128.load(dy + at))), left);
      at += row;
    }
    dy += 16; dx += 16; scale += 16; variance += 16;
  }
}

/** average[i] = average[i] · kept + value[i] · taken */
export function follow(average: usize, value: usize, count: i32, kept: f32, taken: f32): void {
  for (let left = count; left > 0; left -= 4) {
    const rest = f32x4.mul(v128.load(average), number(kept));
    put(average, f32x4.add(rest, f32x4.mul(v128.load(value), number(taken))), left);
    average += 16;
    value += 16;
  }
}

/** to[0] = l1 · (Σ |w|) + l2 · (Σ w²) */
export function penalty(w: usize, to: usize, count: i32, l1: f32, l2: f32): void {
  let sizes = number(0), nextSizes = number(0), squares = number(0), nextSquares = number(0);
  for (let left = count; left > 0; left -= 4) {
    const value = within(v128.load(w), left);
    const size = f32x4.add(sizes, absolute(value));
    const square = f32x4.add(squares, f32x4.mul(value, value));
    sizes = nextSizes;
    nextSizes = size;
    squares = nextSquares;
    nextSquares = square;
    w += 16;
  }
  store<f32>(to, l1 * join(sizes, nextSizes) + l2 * join(squares, nextSquares));
}

/** dw[i] += dy[0] · (l1 · sign(w[i]) + twice · w[i]) */
export function penaltyGradient(w: usize, dy: usize, dw: usize, count: i32, l1: f32, twice: f32): void {
  const arriving = v128.load_splat<f32>(dy);
  for (let left = count; left > 0; left -= 4) {
    const value = v128.load(w);
    const slope = f32x4.add(f32x4.mul(number(l1), sign(value)), f32x4.mul(number(twice), value));
    put(dw, f32x4.add(v128.load(dw), f32x4.mul(arriving, slope)), left);
    w += 16;
    dw += 16;
  }
}
