// Lists that fill no whole vectors: what lies behind them may be read (the arena's memory goes on for a while), is computed
// with, and neither summed nor kept.

import { keep } from './sums';

/** Writes a vector of which `left` numbers belong to the list. */
@inline
export function put(to: usize, v: v128, left: i32): void {
  if (left >= 4) v128.store(to, v);
  else keep(to, v, left);
}

/** 0 in the lanes that do not belong to the list. */
@inline
export function within(v: v128, left: i32): v128 {
  return v128.and(v, inside(left));
}

/** Which lanes belong to the list. */
@inline
export function inside(left: i32): v128 {
  return i32x4.gt_s(i32x4.splat(left), i32x4(0, 1, 2, 3));
}

/** A number in every lane. */
@inline
export function number(x: f32): v128 {
  return f32x4.splat(x);
}
