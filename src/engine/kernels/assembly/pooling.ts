import { scratch } from './scratch';
import { keep } from './sums';
import {
  dilationX, dilationY, enters, height, leaves, left, outHeight, outWidth, strideX, strideY, tall, top, wide,
  width,
} from './window';
import { old } from './targets';

// Lanes are channels; what lies beyond the last one is computed as well and not kept. Stops go by one after
// the other, by i, then j, for a window may overlap the next one.

// What is done at a stop, with the cells of its window that lie inside.
const LARGEST: i32 = 0;
const LARGEST_GRADIENT: i32 = 1;
const LARGEST_RELU_GRADIENT: i32 = 2;
const MEAN: i32 = 3;
const MEAN_GRADIENT: i32 = 4;

/** y[r, i, j, c] = the largest cell of the window; NaN if one is NaN */
export function maxPool(x: usize, y: usize, rows: i32, channels: i32, window: usize): void {
  eachStop(LARGEST, x, 0, y, 0, 0, rows, channels, window);
}

/**
 * dx += dy at the first cell of the window (by p, then q) that equals y. Where `further` is not 0, x is what relu let
 * through, and so far behind dx lies the gradient of what relu was given; both are known to be 0, and no window meets
 * another's cells.
 */
export function maxPoolGradient(
  x: usize, y: usize, dy: usize, dx: usize, rows: i32, channels: i32, window: usize, further: usize,
): void {
  if (further) eachStop(LARGEST_RELU_GRADIENT, x, dx - x, y, dy - y, further, rows, channels, window);
  else eachStop(LARGEST_GRADIENT, x, dx - x, y, dy - y, 0, rows, channels, window);
}

/** y[r, i, j, c] = (Σ of the window's cells inside) / their number */
export function averagePool(x: usize, y: usize, rows: i32, channels: i32, window: usize): void {
  eachStop(MEAN, x, 0, y, 0, 0, rows, channels, window);
}

/** dx += dy / number at each cell inside the window */
export function averagePoolGradient(dy: usize, dx: usize, rows: i32, channels: i32, window: usize): void {
  eachStop(MEAN_GRADIENT, dx, 0, dy, 0, 0, rows, channels, window);
}

/**
 * Walks over the stops of all pictures. `what` is known to the compiler; `dx` and `dy` are distances from
 * x and from y, `further` is one from dx.
 */
@inline
function eachStop(
  what: i32, x: usize, dx: usize, y: usize, dy: usize, further: usize, rows: i32, channels: i32, window: usize,
): void {
  const pixel = (channels as usize) << 2, line = pixel * width(window), picture = line * height(window);
  const stepY = dilationY(window), stepX = dilationX(window), xp = stepY * line, xq = stepX * pixel;
  const high = outHeight(window), broad = outWidth(window);
  for (let r = 0; r < rows; r++) {
    let a = -top(window);
    for (let i = 0; i < high; i++) {
      const p0 = enters(a, stepY), ps = max(0, leaves(a, stepY, tall(window), height(window)) - p0);
      const xa = x + a * line + p0 * xp;
      let b = -left(window);
      for (let j = 0; j < broad; j++) {
        const q0 = enters(b, stepX), qs = max(0, leaves(b, stepX, wide(window), width(window)) - q0);
        let at = xa + b * pixel + q0 * xq;
        let c = channels;
        for (; c >= 4; c -= 4, at += 16, y += 16) stop(what, at, dx, y, dy, further, xp, xq, ps, qs, 4);
        if (c > 0) {
          stop(what, at, dx, y, dy, further, xp, xq, ps, qs, c);
          y += c << 2;
        }
        b += strideX(window);
      }
      a += strideY(window);
    }
    x += picture;
  }
}

/** One stop, four channels. */
@inline
function stop(
  what: i32, x: usize, dx: usize, y: usize, dy: usize, further: usize, xp: usize, xq: usize, ps: i32, qs: i32,
  lanes: i32,
): void {
  if (what == LARGEST) save(y, largest(x, xp, xq, ps, qs), lanes);
  if (what == LARGEST_GRADIENT) giveLargest(x, dx, xp, xq, ps, qs, v128.load(y), v128.load(y + dy), lanes);
  if (what == LARGEST_RELU_GRADIENT) {
    giveFirst(x, dx, further, xp, xq, ps, qs, v128.load(y), v128.load(y + dy), lanes);
  }
  if (what == MEAN) save(y, f32x4.div(sum(x, xp, xq, ps, qs), f32x4.splat((ps * qs) as f32)), lanes);
  if (what == MEAN_GRADIENT) {
    giveAll(x, xp, xq, ps, qs, f32x4.div(v128.load(y), f32x4.splat((ps * qs) as f32)), lanes);
  }
}

@inline
function save(to: usize, v: v128, lanes: i32): void {
  if (lanes >= 4) v128.store(to, v);
  else keep(to, v, lanes);
}

/** The largest of ps · qs cells. */
@inline
function largest(x: usize, xp: usize, xq: usize, ps: i32, qs: i32): v128 {
  // pmax(a, b) = a < b ? b : a, as the reference has it; that a cell was NaN is remembered apart.
  if (ps == 2 && qs == 2) {
    const v0 = v128.load(x), v1 = v128.load(x + xq), v2 = v128.load(x + xp), v3 = v128.load(x + xp + xq);
    const m = f32x4.pmax(f32x4.pmax(f32x4.pmax(v0, v1), v2), v3);
    const nan = v128.or(f32x4.ne(v0, v0), f32x4.ne(v1, v1));
    return v128.or(m, v128.or(nan, v128.or(f32x4.ne(v2, v2), f32x4.ne(v3, v3))));
  }
  let m = f32x4.splat(-Infinity), nan = f32x4.splat(0);
  for (let p = ps; p > 0; p--) {
    let at = x;
    for (let q = qs; q > 0; q--) {
      const v = v128.load(at);
      m = f32x4.pmax(m, v);
      nan = v128.or(nan, f32x4.ne(v, v));
      at += xq;
    }
    x += xp;
  }
  return v128.or(m, nan);
}

/**
 * Adds dy to the gradient of the first of ps · qs cells that equals y. Which one it was is looked up again:
 * a note of it would be as large as y, read instead of x, and save no more than comparisons; dx is passed
 * over either way.
 */
@inline
function giveLargest(
  x: usize, dx: usize, xp: usize, xq: usize, ps: i32, qs: i32, y: v128, dy: v128, lanes: i32,
): void {
  // What the other cells get is −0: + 0 would make a −0 a 0.
  const negative = v128.xor(dy, f32x4.splat(-0.0));
  if (ps == 2 && qs == 2) {
    const x1 = x + xq, x2 = x + xp, x3 = x2 + xq;
    const e0 = f32x4.eq(v128.load(x), y), e1 = f32x4.eq(v128.load(x1), y), e2 = f32x4.eq(v128.load(x2), y);
    const e01 = v128.or(e0, e1), e012 = v128.or(e01, e2);
    give(x + dx, negative, e0, lanes);
    give(x1 + dx, negative, v128.andnot(e1, e0), lanes);
    give(x2 + dx, negative, v128.andnot(e2, e01), lanes);
    give(x3 + dx, negative, v128.andnot(f32x4.eq(v128.load(x3), y), e012), lanes);
    return;
  }
  let open = i32x4.splat(-1);
  for (let p = ps; p > 0; p--) {
    let at = x;
    for (let q = qs; q > 0; q--) {
      const equal = v128.and(f32x4.eq(v128.load(at), y), open);
      open = v128.andnot(open, equal);
      give(at + dx, negative, equal, lanes);
      at += xq;
    }
    x += xp;
  }
}

/** The same where nothing was given before, and then to what lies further where the cell is above 0. */
@inline
function giveFirst(
  x: usize, dx: usize, further: usize, xp: usize, xq: usize, ps: i32, qs: i32, y: v128, dy: v128, lanes: i32,
): void {
  // 0 + dy, as if it had been added.
  const given = f32x4.add(f32x4.splat(0), dy);
  let open = i32x4.splat(-1);
  if (ps == 2 && qs == 2) {
    open = giveCell(x, dx, further, y, given, open, lanes);
    open = giveCell(x + xq, dx, further, y, given, open, lanes);
    open = giveCell(x + xp, dx, further, y, given, open, lanes);
    giveCell(x + xp + xq, dx, further, y, given, open, lanes);
    return;
  }
  for (let p = ps; p > 0; p--) {
    let at = x;
    for (let q = qs; q > 0; q--) {
      open = giveCell(at, dx, further, y, given, open, lanes);
      at += xq;
    }
    x += xp;
  }
}

/** Gives a cell what is given, or 0; returns which channels no cell was given yet. */
@inline
function giveCell(
  x: usize, dx: usize, further: usize, y: v128, given: v128, open: v128, lanes: i32,
): v128 {
  const cell = v128.load(x);
  const equal = f32x4.eq(cell, y);
  const share = v128.and(given, v128.and(equal, open));
  save(x + dx, share, lanes);
  save(x + dx + further, v128.and(share, f32x4.gt(cell, f32x4.splat(0))), lanes);
  return v128.andnot(open, equal);
}

/** Adds where `mask` is set what is given with the other sign, and −0 elsewhere. */
@inline
function give(to: usize, negative: v128, mask: v128, lanes: i32): void {
  save(to, f32x4.add(old(v128.load(to)), v128.xor(v128.and(negative, mask), f32x4.splat(-0.0))), lanes);
}

/** Σ of ps · qs cells: the k-th goes to partial k mod 8, then the partials are joined as in sums. */
@inline
function sum(x: usize, xp: usize, xq: usize, ps: i32, qs: i32): v128 {
  const zero = f32x4.splat(0);
  if (ps == 2 && qs == 2) {
    // The partials of four cells without their zeros: + 0 changes −0 only, and may as well come last.
    const even = f32x4.add(v128.load(x), v128.load(x + xp));
    return f32x4.add(f32x4.add(even, f32x4.add(v128.load(x + xq), v128.load(x + xp + xq))), zero);
  }
  memory.fill(scratch(), 0, 128);
  let k: usize = 0;
  for (let p = ps; p > 0; p--) {
    let at = x;
    for (let q = qs; q > 0; q--) {
      v128.store(scratch() + k, f32x4.add(v128.load(scratch() + k), v128.load(at)));
      k = (k + 16) & 127;
      at += xq;
    }
    x += xp;
  }
  return f32x4.add(f32x4.add(joined(0), joined(32)), f32x4.add(joined(16), joined(48)));
}

@inline
function joined(k: usize): v128 {
  return f32x4.add(v128.load(scratch() + k), v128.load(scratch() + k, 64));
}

/** Adds a share to each of ps · qs cells. */
@inline
function giveAll(x: usize, xp: usize, xq: usize, ps: i32, qs: i32, share: v128, lanes: i32): void {
  if (ps == 2 && qs == 2) {
    const x1 = x + xq, x2 = x + xp, x3 = x2 + xq;
    save(x, f32x4.add(v128.load(x), share), lanes);
    save(x1, f32x4.add(v128.load(x1), share), lanes);
    save(x2, f32x4.add(v128.load(x2), share), lanes);
    save(x3, f32x4.add(v128.load(x3), share), lanes);
    return;
  }
  for (let p = ps; p > 0; p--) {
    let at = x;
    for (let q = qs; q > 0; q--) {
      save(at, f32x4.add(v128.load(at), share), lanes);
      at += xq;
    }
    x += xp;
  }
}
