import { SCRATCH_BYTES } from './places';
import { scratch } from './scratch';
import { isFresh } from './targets';
import { ADD, apart48, beside48, BIAS, RESUME, SET, tile11, tile14, tile18, tile41, tile44 } from './tiles';

/** Numbers of b that stay in the first cache while rows of a go over them. */
const NEAR: i32 = 8192;

/**
 * Covers c (m × n) with blocks; distances as in tiles. Where b stays near, all of it is met by four rows of a before the
 * next ones, so that c is walked through once.
 */
export function cover(
  a: usize, ar: usize, ak: usize, b: usize, bk: usize, c: usize, cr: usize,
  m: i32, k: i32, n: i32, mode: i32, bias: usize,
): void {
  if (k * n > NEAR) {
    for (let j = 0; j < n; j += 8) {
      const at = j << 2;
      strips(a, ar, ak, b + at, bk, c + at, cr, m, k, min(8, n - j), mode, bias + at);
    }
    return;
  }
  const whole = m & ~3;
  let i = 0;
  for (; i < whole; i += 4) strips(a + i * ar, ar, ak, b, bk, c + i * cr, cr, 4, k, n, mode, bias);
  if (i < m) strips(a + i * ar, ar, ak, b, bk, c + i * cr, cr, m - i, k, n, mode, bias);
}

/** Goes through strips of 8 columns, 4 and 1, and down each of them. */
@inline
function strips(
  a: usize, ar: usize, ak: usize, b: usize, bk: usize, c: usize, cr: usize,
  m: i32, k: i32, n: i32, mode: i32, bias: usize,
): void {
  const whole = m & ~3;
  let j = 0;
  for (; j + 8 <= n; j += 8) {
    let i = 0, ai = a, ci = c;
    for (; i < whole; i += 4, ai += ar << 2, ci += cr << 2) {
      if (ak == 4) apart48(ai, ar, b, bk, ci, cr, k, mode, bias);
      else beside48(ai, ak, b, bk, ci, cr, k, mode, bias);
    }
    for (; i < m; i++, ai += ar, ci += cr) tile18(ai, ak, b, bk, ci, k, mode, bias);
    b += 32, c += 32, bias += 32;
  }
  if (n & 4) {
    let i = 0, ai = a, ci = c;
    for (; i < whole; i += 4, ai += ar << 2, ci += cr << 2) tile44(ai, ar, ak, b, bk, ci, cr, k, mode, bias);
    for (; i < m; i++, ai += ar, ci += cr) tile14(ai, ak, b, bk, ci, k, mode, bias);
    j += 4;
    b += 16, c += 16, bias += 16;
  }
  for (; j < n; j++) {
    let i = 0, ai = a, ci = c;
    for (; i < whole; i += 4, ai += ar << 2, ci += cr << 2) tile41(ai, ar, ak, b, bk, ci, cr, k, mode, bias);
    for (; i < m; i++, ai += ar, ci += cr) tile11(ai, ak, b, bk, ci, k, mode, bias);
    b += 4, c += 4, bias += 4;
  }
}

// A large product goes through blocks of k, so that what is read again and again stays near: a strip of b in the first
// cache, a block of a in the second. The sum rests in c between two blocks of k, which changes no bits.
const DEEP: i32 = 256;
const HIGH: i32 = 128;
const BROAD: i32 = 512;
/** Where packed blocks of a lie, behind those of b. */
@inline
function blocksOfA(): usize {
  return scratch() + ((DEEP * BROAD) << 2);
}

/** Copies `high` rows of a from k … k + deep, 4 rows side by side for each k; rows that are not there stay as they were. */
function packA(a: usize, ar: usize, high: i32, deep: i32): void {
  let to = blocksOfA();
  for (let i = 0; i < high; i += 4) {
    let from = a + i * ar;
    for (let p = 0; p < deep; p++) {
      store<f32>(to, load<f32>(from));
      store<f32>(to, load<f32>(from + ar), 4);
      store<f32>(to, load<f32>(from + (ar << 1)), 8);
      store<f32>(to, load<f32>(from + ar * 3), 12);
      from += 4;
      to += 16;
    }
  }
}

/** Copies `deep` rows of b by strips of 8 columns. */
function packB(b: usize, bk: usize, deep: i32, broad: i32): void {
  let to = scratch();
  for (let j = 0; j < broad; j += 8) {
    let from = b + (j << 2);
    for (let p = 0; p < deep; p++) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      from += bk;
      to += 32;
    }
  }
}

/** A product of many rows and columns; m and n are cut to whole blocks, `cover` does the edges. */
function packed(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32, bias: usize): void {
  const ar = (k as usize) << 2, row = (n as usize) << 2;
  const whole = m & ~3, wide = n & ~7;
  const last: i32 = bias ? BIAS : SET;
  const packedA = blocksOfA(), packedB = scratch();
  for (let j = 0; j < wide; j += BROAD) {
    const broad = min(BROAD, wide - j);
    for (let p = 0; p < k; p += DEEP) {
      const deep = min(DEEP, k - p);
      const mode = (p > 0 ? RESUME : SET) | (p + deep == k ? last : SET);
      packB(b + p * row + (j << 2), row, deep, broad);
      for (let i = 0; i < whole; i += HIGH) {
        const high = min(HIGH, whole - i);
        packA(a + i * ar + (p << 2), ar, high, deep);
        for (let jj = 0; jj < broad; jj += 8) {
          const strip = packedB + ((jj * deep) << 2);
          const at = bias + ((j + jj) << 2);
          for (let ii = 0; ii < high; ii += 4) {
            const rows = packedA + ((ii * deep) << 2);
            beside48(rows, 16, strip, 32, c + (i + ii) * row + ((j + jj) << 2), row, deep, mode, at);
          }
        }
      }
    }
  }
  if (wide < n) cover(a, ar, 4, b + (wide << 2), row, c + (wide << 2), row, whole, k, n - wide, last, bias + (wide << 2));
  if (whole < m) cover(a + whole * ar, ar, 4, b, row, c + whole * row, row, m - whole, k, n, last, bias);
}

/** From so many products on (m · k · n) packing pays. */
const PACKING: f64 = 2097152;
/** The fewest rows of b that are taken at a time. */
const SHALLOW: i32 = 24;

/** c (m × n) = a (m × k) · b (k × n), and + bias (n) where its place is not 0. */
export function matmul(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32, bias: usize): void {
  if (m >= 48 && (m as f64) * (k as f64) * (n as f64) >= PACKING) {
    packed(a, b, c, m, k, n, bias);
    return;
  }
  const ar = (k as usize) << 2, row = (n as usize) << 2;
  const last: i32 = bias ? BIAS : SET;
  // So many rows of b as stay near, as long as they are not too few to be worth the way there.
  const deep = n > NEAR / SHALLOW ? k : min(k, NEAR / max(1, n));
  for (let p = 0; p < k; p += deep) {
    const mode = (p > 0 ? RESUME : SET) | (p + deep >= k ? last : SET);
    cover(a + (p << 2), ar, 4, b + p * row, row, c, row, m, min(deep, k - p), n, mode, bias);
  }
  if (k == 0) cover(a, ar, 4, b, row, c, row, m, 0, n, last, bias);
}

/** What becomes of sums that are added to a target. 0 + sum has the bits of the sum, which is never −0. */
@inline
function added(): i32 {
  return isFresh() ? SET : ADD;
}

/** c (m × n) += aᵀ · b, where a is (k × m), m of `wide` columns, and b (k × n) */
export function matmulTransposedA(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32, wide: i32): void {
  cover(a, 4, (wide as usize) << 2, b, (n as usize) << 2, c, (n as usize) << 2, m, k, n, added(), 0);
}

/** Turns `count` rows of k numbers over: row p of the scratch memory gets their p-th numbers. */
function turn(from: usize, count: i32, k: i32): void {
  for (let i = 0; i < count; i++) {
    let to = scratch() + (i << 2);
    for (let p = 0; p < k; p++) {
      store<f32>(to, load<f32>(from));
      from += 4;
      to += count << 2;
    }
  }
}

/** c (m × n), n of `wide` columns, += a · bᵀ, where a is (m × k) and b (n × k) */
export function matmulTransposedB(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32, wide: i32): void {
  const ar = (k as usize) << 2, cr = (wide as usize) << 2, mode = added();
  if (k <= 1) {
    cover(a, ar, 4, b, 0, c, cr, m, k, n, mode, 0);
    return;
  }
  // So many of its rows at a time as fit; of one that does not fit even alone the column is taken as it lies.
  const most = min(n, (((SCRATCH_BYTES as i32) >> 2) / k));
  if (most < 8 && most < n) {
    for (let j = 0; j < n; j++) cover(a, ar, 4, b + j * ar, 4, c + (j << 2), cr, m, k, 1, mode, 0);
    return;
  }
  for (let j = 0; j < n; j += most) {
    const count = min(most, n - j);
    turn(b + j * ar, count, k);
    cover(a, ar, 4, scratch(), (count as usize) << 2, c + (j << 2), cr, m, k, count, mode, 0);
  }
}
