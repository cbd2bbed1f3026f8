import { ADD, BIAS } from './tiles';
import { keep } from './sums';
import { old } from './targets';

// Blocks of a convolution that stay in registers: 4 stops or 1 by 8 filters or 4. Lanes are filters, so
// that each sum goes through p, q, c in order. The stops are `xr` apart in the picture and `yr` in the
// result: neighbours in a line, or the same stop of four pictures; `count` blocks follow each other so.
// They meet `ps` lines of `qs` runs of numbers, each run `run` bytes long; lines are `xp` apart and runs
// `xq`, and in the weights, which are packed so that the lanes lie side by side, `wp` and `wq`. Only the
// first `lanes` filters are kept. (In the input's gradient, stops are pixels, filters are channels and c is
// o.) There is no unrolling beyond the block: with more live vectors than these the compilers spill, and it
// is slower.

/** What becomes of a finished sum. */
@inline
function finish(y: usize, sum: v128, lanes: i32, mode: i32, bias: usize): void {
  if (mode & ADD) sum = f32x4.add(old(v128.load(y)), sum);
  else if (mode & BIAS) sum = f32x4.add(sum, v128.load(bias));
  if (lanes >= 4) v128.store(y, sum);
  else keep(y, sum, lanes);
}

export function block48(
  count: i32, x: usize, xr: usize, xp: usize, xq: usize, ps: i32, qs: i32, run: usize,
  w: usize, wp: usize, wq: usize, y: usize, yr: usize, lanes: i32, mode: i32, bias: usize,
): void {
  const xr2 = xr + xr, xr3 = xr2 + xr, more = bias + 16;
  for (; count > 0; count--) {
    let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
    let xl = x, wl = w;
    for (let p = ps; p > 0; p--) {
      let xa = xl, wa = wl;
      for (let q = qs; q > 0; q--) {
        let at = xa, b = wa;
        const end = at + run;
        while (at < end) {
          const b0 = v128.load(b), b1 = v128.load(b, 16);
          let v = v128.load_splat<f32>(at);
          s00 = f32x4.add(s00, f32x4.mul(v, b0));
          s01 = f32x4.add(s01, f32x4.mul(v, b1));
          v = v128.load_splat<f32>(at + xr);
          s10 = f32x4.add(s10, f32x4.mul(v, b0));
          s11 = f32x4.add(s11, f32x4.mul(v, b1));
          v = v128.load_splat<f32>(at + xr2);
          s20 = f32x4.add(s20, f32x4.mul(v, b0));
          s21 = f32x4.add(s21, f32x4.mul(v, b1));
          v = v128.load_splat<f32>(at + xr3);
          s30 = f32x4.add(s30, f32x4.mul(v, b0));
          s31 = f32x4.add(s31, f32x4.mul(v, b1));
          at += 4;
          b += 32;
        }
        xa += xq;
        wa += wq;
      }
      xl += xp;
      wl += wp;
    }
    finish(y, s00, 4, mode, bias); finish(y + 16, s01, lanes - 4, mode, more); y += yr;
    finish(y, s10, 4, mode, bias); finish(y + 16, s11, lanes - 4, mode, more); y += yr;
    finish(y, s20, 4, mode, bias); finish(y + 16, s21, lanes - 4, mode, more); y += yr;
    finish(y, s30, 4, mode, bias); finish(y + 16, s31, lanes - 4, mode, more); y += yr;
    x += xr << 2;
  }
}

export function block44(
  count: i32, x: usize, xr: usize, xp: usize, xq: usize, ps: i32, qs: i32, run: usize,
  w: usize, wp: usize, wq: usize, y: usize, yr: usize, lanes: i32, mode: i32, bias: usize,
): void {
  const xr2 = xr + xr, xr3 = xr2 + xr;
  for (; count > 0; count--) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let xl = x, wl = w;
    for (let p = ps; p > 0; p--) {
      let xa = xl, wa = wl;
      for (let q = qs; q > 0; q--) {
        let at = xa, b = wa;
        const end = at + run;
        while (at < end) {
          const b0 = v128.load(b);
          s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(at), b0));
          s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(at + xr), b0));
          s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(at + xr2), b0));
          s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(at + xr3), b0));
          at += 4;
          b += 16;
        }
        xa += xq;
        wa += wq;
      }
      xl += xp;
      wl += wp;
    }
    finish(y, s0, lanes, mode, bias); y += yr;
    finish(y, s1, lanes, mode, bias); y += yr;
    finish(y, s2, lanes, mode, bias); y += yr;
    finish(y, s3, lanes, mode, bias); y += yr;
    x += xr << 2;
  }
}

export function block18(
  x: usize, xp: usize, xq: usize, ps: i32, qs: i32, run: usize, w: usize, wp: usize, wq: usize,
  y: usize, lanes: i32, mode: i32, bias: usize,
): void {
  let s0 = f32x4.splat(0), s1 = s0;
  for (let p = ps; p > 0; p--) {
    let xa = x, wa = w;
    for (let q = qs; q > 0; q--) {
      let at = xa, b = wa;
      const end = at + run;
      while (at < end) {
        const v = v128.load_splat<f32>(at);
        s0 = f32x4.add(s0, f32x4.mul(v, v128.load(b)));
        s1 = f32x4.add(s1, f32x4.mul(v, v128.load(b, 16)));
        at += 4;
        b += 32;
      }
      xa += xq;
      wa += wq;
    }
    x += xp;
    w += wp;
  }
  finish(y, s0, 4, mode, bias);
  finish(y + 16, s1, lanes - 4, mode, bias + 16);
}

export function block14(
  x: usize, xp: usize, xq: usize, ps: i32, qs: i32, run: usize, w: usize, wp: usize, wq: usize,
  y: usize, lanes: i32, mode: i32, bias: usize,
): void {
  let s = f32x4.splat(0);
  for (let p = ps; p > 0; p--) {
    let xa = x, wa = w;
    for (let q = qs; q > 0; q--) {
      let at = xa, b = wa;
      const end = at + run;
      while (at < end) {
        s = f32x4.add(s, f32x4.mul(v128.load_splat<f32>(at), v128.load(b)));
        at += 4;
        b += 16;
      }
      xa += xq;
      wa += wq;
    }
    x += xp;
    w += wp;
  }
  finish(y, s, lanes, mode, bias);
}
