// How weights move (../optimizers.ts). Settings are in single precision already; what depends on the step alone is
// computed by whoever calls.

import { number, put } from './lanes';

/** Moves up to four weights. */
@inline
function move(w: usize, g: usize, velocity: usize, left: i32, eta: v128, mu: v128): void {
  const v = f32x4.sub(f32x4.mul(mu, v128.load(velocity)), f32x4.mul(eta, v128.load(g)));
  put(velocity, v, left);
  put(w, f32x4.add(v128.load(w), v), left);
}

/** velocity = momentum · velocity − rate · gradient; weights = weights + velocity */
export function momentumStep(w: usize, g: usize, velocity: usize, count: i32, rate: f32, momentum: f32): void {
  const eta = number(rate), mu = number(momentum);
  let left = count;
  // There is so little to compute that asking how much is left takes as long.
  for (; left >= 8; left -= 8) {
    move(w, g, velocity, 4, eta, mu);
    move(w + 16, g + 16, velocity + 16, 4, eta, mu);
    w += 32; g += 32; velocity += 32;
  }
  for (; left > 0; left -= 4) {
    move(w, g, velocity, left, eta, mu);
    w += 16; g += 16; velocity += 16;
  }
}

/** velocity as above; weights = weights + (momentum · velocity − rate · gradient) */
export function nesterovStep(w: usize, g: usize, velocity: usize, count: i32, rate: f32, momentum: f32): void {
  const eta = number(rate), mu = number(momentum);
  for (let left = count; left > 0; left -= 4) {
    const slope = f32x4.mul(eta, v128.load(g));
    const v = f32x4.sub(f32x4.mul(mu, v128.load(velocity)), slope);
    put(velocity, v, left);
    put(w, f32x4.add(v128.load(w), f32x4.sub(f32x4.mul(mu, v), slope)), left);
    w += 16; g += 16; velocity += 16;
  }
}

/** sum = sum + gradient²; weights = weights − (rate · gradient) / √((sum + initial) + epsilon) */
export function adagradStep(
  w: usize, g: usize, sum: usize, count: i32, rate: f32, initial: f32, epsilon: f32,
): void {
  const eta = number(rate), first = number(initial), e = number(epsilon);
  for (let left = count; left > 0; left -= 4) {
    const slope = v128.load(g);
    const squares = f32x4.add(v128.load(sum), f32x4.mul(slope, slope));
    put(sum, squares, left);
    const divisor = f32x4.sqrt(f32x4.add(f32x4.add(squares, first), e));
    put(w, f32x4.sub(v128.load(w), f32x4.div(f32x4.mul(eta, slope), divisor)), left);
    w += 16; g += 16; sum += 16;
  }
}

/**
 * velocity = rho · velocity + rest · gradient²; where `centered`, average = rho · average + rest · gradient and
 * d = (velocity − average²) + epsilon, else d = velocity + epsilon; increment = (rate · gradient) / √d; with momentum,
 * moved = momentum · moved + increment and weights = weights − moved, else weights = weights − increment
 */
export function rmspropStep(
  w: usize, g: usize, velocity: usize, moved: usize, average: usize, count: i32,
  rate: f32, rho: f32, rest: f32, momentum: f32, epsilon: f32, centered: i32,
): void {
  for (let left = count; left > 0; left -= 4) {
    const slope = v128.load(g);
    const square = f32x4.mul(number(rest), f32x4.mul(slope, slope));
    const v = f32x4.add(f32x4.mul(number(rho), v128.load(velocity)), square);
    put(velocity, v, left);
    let spread = v;
    if (centered) {
      const kept = f32x4.mul(number(rho), v128.load(average));
      const mean = f32x4.add(kept, f32x4.mul(number(rest), slope));
      put(average, mean, left);
      spread = f32x4.sub(v, f32x4.mul(mean, mean));
    }
    const divisor = f32x4.sqrt(f32x4.add(spread, number(epsilon)));
    let step = f32x4.div(f32x4.mul(number(rate), slope), divisor);
    if (momentum > 0) {
      step = f32x4.add(f32x4.mul(number(momentum), v128.load(moved)), step);
      put(moved, step, left);
    }
    put(w, f32x4.sub(v128.load(w), step), left);
    w += 16; g += 16; velocity += 16; moved += 16; average += 16;
  }
}

/**
 * m = m + (gradient − m) · first; v = v + (gradient² − v) · second; where there is a `top`, top = max(top, v) takes the
 * place of v; weights = weights − (m · alpha) / (√v + epsilon)
 */
export function adamStep(
  w: usize, g: usize, m: usize, v: usize, top: usize, count: i32,
  alpha: f32, first: f32, second: f32, epsilon: f32, amsgrad: i32,
): void {
  for (let left = count; left > 0; left -= 4) {
    const slope = v128.load(g);
    let mean = v128.load(m), square = v128.load(v);
    mean = f32x4.add(mean, f32x4.mul(f32x4.sub(slope, mean), number(first)));
    const apart = f32x4.sub(f32x4.mul(slope, slope), square);
    square = f32x4.add(square, f32x4.mul(apart, number(second)));
    put(m, mean, left);
    put(v, square, left);
    if (amsgrad) {
      square = f32x4.max(v128.load(top), square);
      put(top, square, left);
    }
    const divisor = f32x4.add(f32x4.sqrt(square), number(epsilon));
    put(w, f32x4.sub(v128.load(w), f32x4.div(f32x4.mul(mean, number(alpha)), divisor)), left);
    w += 16; g += 16; m += 16; v += 16; top += 16;
  }
}
