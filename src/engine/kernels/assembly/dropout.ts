// Dropout (../layer.ts), four numbers at a time.

import { number, put } from './lanes';

/** stir of random.ts */
@inline
function stir(value: v128, key: v128): v128 {
  const mixed = i32x4.mul(v128.xor(value, i32x4.shr_u(value, 16)), i32x4.splat(0x7ed5b54b));
  const half = i32x4.add(mixed, key);
  const whole = i32x4.mul(v128.xor(half, i32x4.shr_u(half, 15)), i32x4.splat(0x94a2d9c7));
  return v128.xor(whole, i32x4.shr_u(whole, 16));
}

/**
 * mask[i] = 0 where randomBits of number i are below `limit`, else `kept`. `first` and `second` are the hash of all that
 * its key holds besides i.
 */
export function dropoutMask(mask: usize, count: i32, limit: i32, kept: f32, first: i32, second: i32): void {
  const below = i32x4.splat(limit), a = i32x4.splat(first), b = i32x4.splat(second);
  let index = i32x4(0, 1, 2, 3);
  for (let left = count; left > 0; left -= 4) {
    const stirred = stir(v128.xor(a, index), b);
    const bits = stir(stirred, stir(b, stirred));
    put(mask, v128.andnot(number(kept), i32x4.lt_u(bits, below)), left);
    mask += 16;
    index = i32x4.add(index, i32x4.splat(4));
  }
}

/** y[i] = 0 where the mask is 0, else x[i] · mask[i] */
export function applyMask(x: usize, mask: usize, y: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    const factor = v128.load(mask);
    const dropped = f32x4.eq(factor, number(0));
    put(y, v128.andnot(f32x4.mul(v128.load(x), factor), dropped), left);
    x += 16; mask += 16; y += 16;
  }
}

/** dx[i] += dy[i] · mask[i] where the mask is not 0 */
export function applyMaskGradient(dy: usize, mask: usize, dx: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    const factor = v128.load(mask), d = v128.load(dx);
    const more = f32x4.add(d, f32x4.mul(v128.load(dy), factor));
    put(dx, v128.bitselect(d, more, f32x4.eq(factor, number(0))), left);
    dy += 16; mask += 16; dx += 16;
  }
}
