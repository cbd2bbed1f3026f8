// Blocks of a matrix product c = a · b that stay in registers. A block is 4 rows or 1 by 8 columns or 4; lanes are
// columns, so that each sum still goes through k = 0, 1, 2, … in order. Addresses and distances are bytes:
// `ar` from one row of a to the next and `ak` from one k to the next (either may be the short one), `bk` and `cr`
// from one row of b or c to the next.

// What becomes of a finished sum.
/** c = sum */
export const SET: i32 = 0;
/** c = sum + bias */
export const BIAS: i32 = 1;
/** c += sum */
export const ADD: i32 = 2;
/** Goes on with the sum that c holds. */
export const RESUME: i32 = 4;

@inline
function finish(c: usize, sum: v128, mode: i32, bias: usize): void {
  if (mode & ADD) sum = f32x4.add(v128.load(c), sum);
  else if (mode & BIAS) sum = f32x4.add(sum, v128.load(bias));
  v128.store(c, sum);
}

@inline
function begin(c: usize, mode: i32): v128 {
  return mode & RESUME ? v128.load(c) : f32x4.splat(0);
}

@inline
function more(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

// The largest blocks take two steps of k in a turn of the loop, for V8 asks at the end of each turn whether
// it is to stop. The way out between the two keeps them apart: all loads of both would not fit in registers.

/** 4 rows of a that are `ar` apart, each with its k side by side. */
export function apart48(
  a: usize, ar: usize, b: usize, bk: usize, c: usize, cr: usize, k: i32, mode: i32, bias: usize,
): void {
  let a1 = a + ar, a2 = a1 + ar, a3 = a2 + ar;
  const c1 = c + cr, c2 = c1 + cr, c3 = c2 + cr;
  let s00 = begin(c, mode), s01 = begin(c + 16, mode);
  let s10 = begin(c1, mode), s11 = begin(c1 + 16, mode);
  let s20 = begin(c2, mode), s21 = begin(c2 + 16, mode);
  let s30 = begin(c3, mode), s31 = begin(c3 + 16, mode);
  let b0: v128, b1: v128, x: v128;
  const end = a + ((k as usize) << 2);
  while (a != end) {
    b0 = v128.load(b); b1 = v128.load(b, 16);
    x = v128.load_splat<f32>(a); s00 = more(s00, x, b0); s01 = more(s01, x, b1);
    x = v128.load_splat<f32>(a1); s10 = more(s10, x, b0); s11 = more(s11, x, b1);
    x = v128.load_splat<f32>(a2); s20 = more(s20, x, b0); s21 = more(s21, x, b1);
    x = v128.load_splat<f32>(a3); s30 = more(s30, x, b0); s31 = more(s31, x, b1);
    a += 4; a1 += 4; a2 += 4; a3 += 4; b += bk;
    if (a == end) break;
    b0 = v128.load(b); b1 = v128.load(b, 16);
    x = v128.load_splat<f32>(a); s00 = more(s00, x, b0); s01 = more(s01, x, b1);
    x = v128.load_splat<f32>(a1); s10 = more(s10, x, b0); s11 = more(s11, x, b1);
    x = v128.load_splat<f32>(a2); s20 = more(s20, x, b0); s21 = more(s21, x, b1);
    x = v128.load_splat<f32>(a3); s30 = more(s30, x, b0); s31 = more(s31, x, b1);
    a += 4; a1 += 4; a2 += 4; a3 += 4; b += bk;
  }
  finish(c, s00, mode, bias); finish(c + 16, s01, mode, bias + 16);
  finish(c1, s10, mode, bias); finish(c1 + 16, s11, mode, bias + 16);
  finish(c2, s20, mode, bias); finish(c2 + 16, s21, mode, bias + 16);
  finish(c3, s30, mode, bias); finish(c3 + 16, s31, mode, bias + 16);
}

/** 4 rows of a side by side: those of a transposed a, and packed ones. */
export function beside48(
  a: usize, ak: usize, b: usize, bk: usize, c: usize, cr: usize, k: i32, mode: i32, bias: usize,
): void {
  const c1 = c + cr, c2 = c1 + cr, c3 = c2 + cr;
  let s00 = begin(c, mode), s01 = begin(c + 16, mode);
  let s10 = begin(c1, mode), s11 = begin(c1 + 16, mode);
  let s20 = begin(c2, mode), s21 = begin(c2 + 16, mode);
  let s30 = begin(c3, mode), s31 = begin(c3 + 16, mode);
  let b0: v128, b1: v128, x: v128;
  const end = a + (k as usize) * ak;
  while (a != end) {
    b0 = v128.load(b); b1 = v128.load(b, 16);
    x = v128.load_splat<f32>(a); s00 = more(s00, x, b0); s01 = more(s01, x, b1);
    x = v128.load_splat<f32>(a, 4); s10 = more(s10, x, b0); s11 = more(s11, x, b1);
    x = v128.load_splat<f32>(a, 8); s20 = more(s20, x, b0); s21 = more(s21, x, b1);
    x = v128.load_splat<f32>(a, 12); s30 = more(s30, x, b0); s31 = more(s31, x, b1);
    a += ak; b += bk;
    if (a == end) break;
    b0 = v128.load(b); b1 = v128.load(b, 16);
    x = v128.load_splat<f32>(a); s00 = more(s00, x, b0); s01 = more(s01, x, b1);
    x = v128.load_splat<f32>(a, 4); s10 = more(s10, x, b0); s11 = more(s11, x, b1);
    x = v128.load_splat<f32>(a, 8); s20 = more(s20, x, b0); s21 = more(s21, x, b1);
    x = v128.load_splat<f32>(a, 12); s30 = more(s30, x, b0); s31 = more(s31, x, b1);
    a += ak; b += bk;
  }
  finish(c, s00, mode, bias); finish(c + 16, s01, mode, bias + 16);
  finish(c1, s10, mode, bias); finish(c1 + 16, s11, mode, bias + 16);
  finish(c2, s20, mode, bias); finish(c2 + 16, s21, mode, bias + 16);
  finish(c3, s30, mode, bias); finish(c3 + 16, s31, mode, bias + 16);
}

export function tile44(
  a: usize, ar: usize, ak: usize, b: usize, bk: usize, c: usize, cr: usize, k: i32, mode: i32, bias: usize,
): void {
  const a1 = a + ar, a2 = a1 + ar, a3 = a2 + ar;
  const c1 = c + cr, c2 = c1 + cr, c3 = c2 + cr;
  let s0 = begin(c, mode), s1 = begin(c1, mode), s2 = begin(c2, mode), s3 = begin(c3, mode);
  let at: usize = 0;
  for (let i = 0; i < k; i++) {
    const b0 = v128.load(b);
    s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(a + at), b0));
    s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(a1 + at), b0));
    s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(a2 + at), b0));
    s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(a3 + at), b0));
    at += ak;
    b += bk;
  }
  finish(c, s0, mode, bias);
  finish(c1, s1, mode, bias);
  finish(c2, s2, mode, bias);
  finish(c3, s3, mode, bias);
}

export function tile18(a: usize, ak: usize, b: usize, bk: usize, c: usize, k: i32, mode: i32, bias: usize): void {
  let s0 = begin(c, mode), s1 = begin(c + 16, mode);
  for (let i = 0; i < k; i++) {
    const x = v128.load_splat<f32>(a);
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(b)));
    s1 = f32x4.add(s1, f32x4.mul(x, v128.load(b, 16)));
    a += ak;
    b += bk;
  }
  finish(c, s0, mode, bias);
  finish(c + 16, s1, mode, bias + 16);
}

export function tile14(a: usize, ak: usize, b: usize, bk: usize, c: usize, k: i32, mode: i32, bias: usize): void {
  let s0 = begin(c, mode);
  for (let i = 0; i < k; i++) {
    s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(a), v128.load(b)));
    a += ak;
    b += bk;
  }
  finish(c, s0, mode, bias);
}

/** One element. */
@inline
function finishOne(c: usize, sum: f32, mode: i32, bias: usize): void {
  if (mode & ADD) sum = load<f32>(c) + sum;
  else if (mode & BIAS) sum = sum + load<f32>(bias);
  store<f32>(c, sum);
}

export function tile11(a: usize, ak: usize, b: usize, bk: usize, c: usize, k: i32, mode: i32, bias: usize): void {
  let s: f32 = mode & RESUME ? load<f32>(c) : 0;
  for (let i = 0; i < k; i++) {
    s += load<f32>(a) * load<f32>(b);
    a += ak;
    b += bk;
  }
  finishOne(c, s, mode, bias);
}

/** Four numbers that lie `apart` from each other. */
@inline
function gather(from: usize, apart: usize): v128 {
  let v = v128.load32_zero(from);
  v = v128.load_lane<f32>(from + apart, v, 1);
  v = v128.load_lane<f32>(from + (apart << 1), v, 2);
  return v128.load_lane<f32>(from + apart * 3, v, 3);
}

/** 4 rows by 1 column: here lanes are rows, for the columns that fill no vector. */
export function tile41(
  a: usize, ar: usize, ak: usize, b: usize, bk: usize, c: usize, cr: usize, k: i32, mode: i32, bias: usize,
): void {
  let s = mode & RESUME ? gather(c, cr) : f32x4.splat(0);
  if (ar == 4) {
    for (let i = 0; i < k; i++) {
      s = f32x4.add(s, f32x4.mul(v128.load(a), v128.load_splat<f32>(b)));
      a += ak;
      b += bk;
    }
  } else {
    for (let i = 0; i < k; i++) {
      s = f32x4.add(s, f32x4.mul(gather(a, ar), v128.load_splat<f32>(b)));
      a += ak;
      b += bk;
    }
  }
  if (mode & ADD) s = f32x4.add(gather(c, cr), s);
  else if (mode & BIAS) s = f32x4.add(s, v128.load_splat<f32>(bias));
  if (cr == 4) v128.store(c, s);
  else {
    v128.store_lane<f32>(c, s, 0);
    v128.store_lane<f32>(c + cr, s, 1);
    v128.store_lane<f32>(c + (cr << 1), s, 2);
    v128.store_lane<f32>(c + cr * 3, s, 3);
  }
}
