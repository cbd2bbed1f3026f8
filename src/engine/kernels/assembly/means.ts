// Sums of whole lists. Vectors of four go to the lower and the upper partials in turn; which of them comes first in the end
// does not matter to the tree.

import { number, put, within } from './lanes';
import { sumOf } from './plain';
import { join } from './sums';
import { old } from './targets';

/** Σ w[i] · x[i] */
@inline
function sumOfProducts(x: usize, w: usize, count: i32): f32 {
  let now = number(0), next = number(0);
  for (let left = count; left > 0; left -= 4) {
    const sum = f32x4.add(now, within(f32x4.mul(v128.load(w), v128.load(x)), left));
    now = next;
    next = sum;
    x += 16;
    w += 16;
  }
  return join(now, next);
}

/** Σ x² */
export function sumOfSquares(x: usize, count: i32): f32 {
  return sumOfProducts(x, x, count);
}

/** to[0] = (Σ w[i] · x[i]) / count */
export function weightedMean(x: usize, w: usize, to: usize, count: i32): void {
  store<f32>(to, sumOfProducts(x, w, count) / (count as f32));
}

/** to[0] = (Σ x[i]) / count */
export function mean(x: usize, to: usize, count: i32): void {
  store<f32>(to, sumOf(x, count) / (count as f32));
}

/** dx[i] += dy[0] / count */
export function meanGradient(dy: usize, dx: usize, count: i32): void {
  const share = number(load<f32>(dy) / (count as f32));
  for (let left = count; left > 0; left -= 4) {
    put(dx, f32x4.add(old(v128.load(dx)), share), left);
    dx += 16;
  }
}

/** dx[i] += w[i] · (dy[0] / count) */
export function weightedMeanGradient(dy: usize, w: usize, dx: usize, count: i32): void {
  const share = number(load<f32>(dy) / (count as f32));
  for (let left = count; left > 0; left -= 4) {
    put(dx, f32x4.add(old(v128.load(dx)), f32x4.mul(v128.load(w), share)), left);
    w += 16;
    dx += 16;
  }
}
