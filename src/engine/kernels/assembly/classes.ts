// Kernels whose rows are shares of classes: softmax and the categorical cross-entropies.

import { exp, log, opposite } from './functions';
import { inside, number, put, within } from './lanes';
import { clip, unclipped } from './losses';
import { join } from './sums';
import { old } from './targets';

/** The largest number of a row; NaN where it begins with one, others are passed over. Zeros of either sign are one number. */
@inline
function largest(row: usize, columns: i32): v128 {
  const start = v128.load_splat<f32>(row);
  let top = start;
  for (let left = columns; left > 0; left -= 4) {
    top = f32x4.pmax(top, v128.bitselect(v128.load(row), start, inside(left)));
    row += 16;
  }
  top = f32x4.pmax(top, i32x4.shuffle(top, top, 2, 3, 2, 3));
  top = f32x4.pmax(top, i32x4.shuffle(top, top, 1, 1, 1, 1));
  return number(f32x4.extract_lane(top, 0));
}

/** Σ of a row, in every lane. */
@inline
function rowSum(row: usize, columns: i32): v128 {
  let now = number(0), next = number(0);
  for (let left = columns; left > 0; left -= 4) {
    const sum = f32x4.add(now, within(v128.load(row), left));
    now = next;
    next = sum;
    row += 16;
  }
  return number(join(now, next));
}

/** y[r, c] = e^(x[r, c] − m) / Σ_c e^(x[r, c] − m), m the row's largest */
export function softmax(x: usize, y: usize, rows: i32, columns: i32): void {
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    const top = largest(x, columns);
    let now = number(0), next = number(0), at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const e = exp(f32x4.sub(v128.load(x + at), top));
      put(y + at, e, left);
      const sum = f32x4.add(now, within(e, left));
      now = next;
      next = sum;
      at += 16;
    }
    const total = number(join(now, next));
    at = 0;
    for (let left = columns; left > 0; left -= 4) {
      put(y + at, f32x4.div(v128.load(y + at), total), left);
      at += 16;
    }
    x += row;
    y += row;
  }
}

/** dx[r, c] += y[r, c] · (dy[r, c] − Σ_c dy[r, c] · y[r, c]) */
export function softmaxGradient(y: usize, dy: usize, dx: usize, rows: i32, columns: i32): void {
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    let now = number(0), next = number(0), at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const sum = f32x4.add(now, within(f32x4.mul(v128.load(dy + at), v128.load(y + at)), left));
      now = next;
      next = sum;
      at += 16;
    }
    const shared = number(join(now, next));
    at = 0;
    for (let left = columns; left > 0; left -= 4) {
      const own = f32x4.mul(v128.load(y + at), f32x4.sub(v128.load(dy + at), shared));
      put(dx + at, f32x4.add(old(v128.load(dx + at)), own), left);
      at += 16;
    }
    y += row; dy += row; dx += row;
  }
}

/** loss[r] = −Σ_c t · log(clip(p / Σ_c p)) */
export function categoricalCrossentropy(p: usize, t: usize, loss: usize, rows: i32, columns: i32): void {
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    const total = rowSum(p, columns);
    let now = number(0), next = number(0), at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const own = f32x4.mul(v128.load(t + at), log(clip(f32x4.div(v128.load(p + at), total))));
      const sum = f32x4.add(now, within(own, left));
      now = next;
      next = sum;
      at += 16;
    }
    store<f32>(loss, -join(now, next));
    p += row; t += row; loss += 4;
  }
}

/** −t / share where the share was not clipped, else 0 */
@inline
function slope(t: v128, share: v128): v128 {
  return v128.and(opposite(f32x4.div(t, share)), unclipped(share));
}

/** dp[c] += dloss[r] · (g[c] − Σ_c g[c] · u[c]) / s, u = p / s, g = −t / u where unclipped */
export function categoricalCrossentropyGradient(
  p: usize, t: usize, dloss: usize, dp: usize, rows: i32, columns: i32,
): void {
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    const total = rowSum(p, columns);
    let now = number(0), next = number(0), at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const share = f32x4.div(v128.load(p + at), total);
      const sum = f32x4.add(now, within(f32x4.mul(slope(v128.load(t + at), share), share), left));
      now = next;
      next = sum;
      at += 16;
    }
    const shared = number(join(now, next));
    const arriving = v128.load_splat<f32>(dloss);
    at = 0;
    for (let left = columns; left > 0; left -= 4) {
      const share = f32x4.div(v128.load(p + at), total);
      const own = f32x4.div(f32x4.sub(slope(v128.load(t + at), share), shared), total);
      put(dp + at, f32x4.add(old(v128.load(dp + at)), f32x4.mul(arriving, own)), left);
      at += 16;
    }
    p += row; t += row; dp += row; dloss += 4;
  }
}

/** loss[r] = Σ_c t · ((log Σ_c e^(z − m)) − (z − m)), m the row's largest */
export function categoricalCrossentropyOfLogits(
  z: usize, t: usize, loss: usize, rows: i32, columns: i32,
): void {
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    const top = largest(z, columns);
    let now = number(0), next = number(0), at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const sum = f32x4.add(now, within(exp(f32x4.sub(v128.load(z + at), top)), left));
      now = next;
      next = sum;
      at += 16;
    }
    const total = log(number(join(now, next)));
    now = number(0);
    next = number(0);
    at = 0;
    for (let left = columns; left > 0; left -= 4) {
      const own = f32x4.mul(v128.load(t + at), f32x4.sub(total, f32x4.sub(v128.load(z + at), top)));
      const sum = f32x4.add(now, within(own, left));
      now = next;
      next = sum;
      at += 16;
    }
    store<f32>(loss, join(now, next));
    z += row; t += row; loss += 4;
  }
}

/** dz += dloss[r] · (p · Σ_c t − t) */
export function categoricalCrossentropyOfLogitsGradient(
  p: usize, t: usize, dloss: usize, dz: usize, rows: i32, columns: i32,
): void {
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    const total = rowSum(t, columns);
    const arriving = v128.load_splat<f32>(dloss);
    let at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const answer = v128.load(t + at);
      const own = f32x4.mul(arriving, f32x4.sub(f32x4.mul(v128.load(p + at), total), answer));
      put(dz + at, f32x4.add(old(v128.load(dz + at)), own), left);
      at += 16;
    }
    p += row; t += row; dz += row; dloss += 4;
  }
}
