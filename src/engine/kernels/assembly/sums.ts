// Sums in the contract's order: 8 interleaved partials (element i goes to partial i mod 8), then the fixed tree. Two
// vectors hold the partials; adding the 0 of an element that is not there changes no bits, for no partial is ever −0.

/** The tree: p[i] + p[i + 4] for i < 4, then [0] + [2] and [1] + [3], then the last two. */
@inline
export function join(low: v128, high: v128): f32 {
  const four = f32x4.add(low, high);
  const two = f32x4.add(four, i32x4.shuffle(four, four, 2, 3, 2, 3));
  return f32x4.extract_lane(two, 0) + f32x4.extract_lane(two, 1);
}

/** The first `count` (0 to 3) elements at a place, 0 in the lanes after them. */
@inline
export function first(from: usize, count: i32): v128 {
  let v = f32x4.splat(0);
  if (count > 0) v = v128.load32_zero(from);
  if (count > 1) v = v128.load_lane<f32>(from + 4, v, 1);
  if (count > 2) v = v128.load_lane<f32>(from + 8, v, 2);
  return v;
}

/** Writes the first `count` (0 to 3) lanes. */
@inline
export function keep(to: usize, v: v128, count: i32): void {
  if (count > 0) v128.store_lane<f32>(to, v, 0);
  if (count > 1) v128.store_lane<f32>(to + 4, v, 1);
  if (count > 2) v128.store_lane<f32>(to + 8, v, 2);
}
