// Losses whose rows are means of what each number gives, and their gradients. Where a row is a single number, lanes are rows.

import * as code from './codes';
import * as c from './constants';
import { at as constant } from './constants';
import { absolute, log, opposite, positive, sign, softLine } from './functions';
import { number, put, within } from './lanes';
import { join } from './sums';
import { old } from './targets';

/** p clipped to [ε, 1 − ε]; NaN stays. */
@inline
export function clip(p: v128): v128 {
  return f32x4.pmin(f32x4.pmax(p, constant(c.LOW)), constant(c.HIGH));
}

/** Where p was not clipped. */
@inline
export function unclipped(p: v128): v128 {
  return v128.and(f32x4.ge(p, constant(c.LOW)), f32x4.le(p, constant(c.HIGH)));
}

/** What one number adds to its row; `z` is where the loss's third list lies, `a` and `b` are settings. */
@inline
function term(kind: i32, p: v128, t: v128, z: usize, a: v128, b: v128): v128 {
  const one = constant(c.ONE), half = constant(c.HALF);
  if (kind == code.BINARY_CROSSENTROPY) {
    const q = clip(p);
    const yes = f32x4.mul(t, log(q));
    return opposite(f32x4.add(yes, f32x4.mul(f32x4.sub(one, t), log(f32x4.sub(one, q)))));
  }
  if (kind == code.BINARY_CROSSENTROPY_OF_LOGITS) {
    const line = f32x4.sub(positive(p), f32x4.mul(p, t));
    return f32x4.add(line, softLine(p));
  }
  const e = f32x4.sub(p, t);
  if (kind == code.SQUARED_ERROR) return f32x4.mul(e, e);
  if (kind == code.PERCEPTRON_LOSS) return f32x4.mul(e, v128.load(z));
  const size = absolute(e);
  if (kind == code.ABSOLUTE_ERROR) return size;
  // HUBER: a is delta, b is ½ · delta²
  const line = f32x4.sub(f32x4.mul(a, size), b);
  return v128.bitselect(f32x4.mul(half, f32x4.mul(e, e)), line, f32x4.le(size, a));
}

/** loss[r] = (Σ_c term) / columns */
@inline
function rowMeans(
  kind: i32, p: usize, t: usize, z: usize, loss: usize, rows: i32, columns: i32, a: v128, b: v128,
): void {
  if (columns == 1) {
    for (let left = rows; left > 0; left -= 4) {
      put(loss, f32x4.add(number(0), term(kind, v128.load(p), v128.load(t), z, a, b)), left);
      p += 16; t += 16; z += 16; loss += 16;
    }
    return;
  }
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    let now = number(0), next = number(0), at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const own = term(kind, v128.load(p + at), v128.load(t + at), z + at, a, b);
      const sum = f32x4.add(now, within(own, left));
      now = next;
      next = sum;
      at += 16;
    }
    store<f32>(loss, join(now, next) / (columns as f32));
    p += row; t += row; z += row; loss += 4;
  }
}

/** What comes back to one number for each unit of its row's loss; `n` is the number of columns, `a` a setting. */
@inline
function slope(kind: i32, p: v128, t: v128, n: v128, a: v128): v128 {
  const e = f32x4.sub(p, t);
  if (kind == code.SQUARED_ERROR_GRADIENT) return f32x4.mul(a, e);
  if (kind == code.ABSOLUTE_ERROR_GRADIENT) return f32x4.div(sign(e), n);
  if (kind == code.HUBER_GRADIENT) return f32x4.div(f32x4.min(f32x4.max(e, opposite(a)), a), n);
  if (kind == code.BINARY_CROSSENTROPY_GRADIENT) {
    const own = f32x4.div(f32x4.div(e, f32x4.mul(p, f32x4.sub(constant(c.ONE), p))), n);
    return v128.and(own, unclipped(p));
  }
  // ERROR_GRADIENT
  return f32x4.div(e, n);
}

/** d += dloss[r] · slope */
@inline
function spread(kind: i32, p: usize, t: usize, dloss: usize, d: usize, rows: i32, columns: i32, a: v128): void {
  const n = number(columns as f32);
  if (columns == 1) {
    for (let left = rows; left > 0; left -= 4) {
      const own = f32x4.mul(v128.load(dloss), slope(kind, v128.load(p), v128.load(t), n, a));
      put(d, f32x4.add(old(v128.load(d)), own), left);
      p += 16; t += 16; dloss += 16; d += 16;
    }
    return;
  }
  const row = (columns as usize) << 2;
  for (let r = 0; r < rows; r++) {
    const arriving = v128.load_splat<f32>(dloss);
    let at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      const own = f32x4.mul(arriving, slope(kind, v128.load(p + at), v128.load(t + at), n, a));
      put(d + at, f32x4.add(old(v128.load(d + at)), own), left);
      at += 16;
    }
    p += row; t += row; dloss += 4; d += row;
  }
}

export function squaredError(p: usize, t: usize, loss: usize, rows: i32, columns: i32): void {
  rowMeans(code.SQUARED_ERROR, p, t, 0, loss, rows, columns, number(0), number(0));
}
export function binaryCrossentropy(p: usize, t: usize, loss: usize, rows: i32, columns: i32): void {
  rowMeans(code.BINARY_CROSSENTROPY, p, t, 0, loss, rows, columns, number(0), number(0));
}
export function binaryCrossentropyOfLogits(z: usize, t: usize, loss: usize, rows: i32, columns: i32): void {
  rowMeans(code.BINARY_CROSSENTROPY_OF_LOGITS, z, t, 0, loss, rows, columns, number(0), number(0));
}
export function perceptronLoss(p: usize, t: usize, z: usize, loss: usize, rows: i32, columns: i32): void {
  rowMeans(code.PERCEPTRON_LOSS, p, t, z, loss, rows, columns, number(0), number(0));
}
export function absoluteError(p: usize, t: usize, loss: usize, rows: i32, columns: i32): void {
  rowMeans(code.ABSOLUTE_ERROR, p, t, 0, loss, rows, columns, number(0), number(0));
}
export function huber(p: usize, t: usize, loss: usize, rows: i32, columns: i32, delta: f32): void {
  const taken: f32 = 0.5 * (delta * delta);
  rowMeans(code.HUBER, p, t, 0, loss, rows, columns, number(delta), number(taken));
}

export function squaredErrorGradient(
  p: usize, t: usize, dloss: usize, dp: usize, rows: i32, columns: i32,
): void {
  const factor: f32 = 2;
  spread(code.SQUARED_ERROR_GRADIENT, p, t, dloss, dp, rows, columns, number(factor / (columns as f32)));
}
export function binaryCrossentropyGradient(
  p: usize, t: usize, dloss: usize, dp: usize, rows: i32, columns: i32,
): void {
  spread(code.BINARY_CROSSENTROPY_GRADIENT, p, t, dloss, dp, rows, columns, number(0));
}
/** Of the binary cross-entropy from logits and of the perceptron's loss: (p − t) / columns. */
export function errorGradient(p: usize, t: usize, dloss: usize, d: usize, rows: i32, columns: i32): void {
  spread(code.ERROR_GRADIENT, p, t, dloss, d, rows, columns, number(0));
}
export function absoluteErrorGradient(
  p: usize, t: usize, dloss: usize, dp: usize, rows: i32, columns: i32,
): void {
  spread(code.ABSOLUTE_ERROR_GRADIENT, p, t, dloss, dp, rows, columns, number(0));
}
export function huberGradient(
  p: usize, t: usize, dloss: usize, dp: usize, rows: i32, columns: i32, delta: f32,
): void {
  spread(code.HUBER_GRADIENT, p, t, dloss, dp, rows, columns, number(delta));
}
