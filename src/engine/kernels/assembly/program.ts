import {
  ADD, ADD_BIAS, AVERAGE_POOL, AVERAGE_POOL_GRADIENT, CONVOLVE, CONVOLVE_GRADIENT, CONVOLVE_KERNEL_GRADIENT,
  COUNT_RIGHT, FILL, MATMUL, MATMUL_TRANSPOSED_A, MATMUL_TRANSPOSED_B, MAX_POOL, MAX_POOL_GRADIENT, SUM_ROWS, TAKE,
} from './codes';
import { convolve, convolveGradient } from './convolve';
import { convolveKernelGradient } from './convolve-kernel-gradient';
import { add, addBias, countRight, fill, sumRows } from './plain';
import { averagePool, averagePoolGradient, maxPool, maxPoolGradient } from './pooling';
import { matmul, matmulTransposedA, matmulTransposedB } from './product';

// A program is a list of kernel calls, one after the other: the kernel's number (low 16 bits) and how many words it takes
// (high 16 bits), then its arguments, a word each. Places are bytes.

@inline
function p(at: usize, index: usize): usize {
  return load<usize>(at + (index << 2));
}
@inline
function n(at: usize, index: usize): i32 {
  return load<i32>(at + (index << 2));
}
@inline
function f(at: usize, index: usize): f32 {
  return load<f32>(at + (index << 2));
}

/** Makes the calls of a program that lies from … to. */
export function run(from: usize, to: usize): void {
  let at = from;
  while (at < to) {
    const head = load<u32>(at);
    switch (head & 0xffff) {
      case FILL: fill(p(at, 1), n(at, 2), f(at, 3)); break;
      case ADD: add(p(at, 1), p(at, 2), n(at, 3)); break;
      case ADD_BIAS: addBias(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5)); break;
      case SUM_ROWS: sumRows(p(at, 1), p(at, 2), n(at, 3), n(at, 4)); break;
      case MATMUL: matmul(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), p(at, 7)); break;
      case MATMUL_TRANSPOSED_A: matmulTransposedA(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6)); break;
      case MATMUL_TRANSPOSED_B: matmulTransposedB(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6)); break;
      case TAKE: memory.copy(p(at, 2), p(at, 1) + ((time * n(at, 3)) << 2), n(at, 3) << 2); break;
      case COUNT_RIGHT: countRight(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5)); break;

      // A window's words come last.
      case CONVOLVE: convolve(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), p(at, 7), at + 32); break;
      case CONVOLVE_GRADIENT:
        convolveGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), at + 28);
        break;
      case CONVOLVE_KERNEL_GRADIENT:
        convolveKernelGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), at + 28);
        break;
      case MAX_POOL: maxPool(p(at, 1), p(at, 2), n(at, 3), n(at, 4), at + 20); break;
      case MAX_POOL_GRADIENT:
        maxPoolGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6), at + 28);
        break;
      case AVERAGE_POOL: averagePool(p(at, 1), p(at, 2), n(at, 3), n(at, 4), at + 20); break;
      case AVERAGE_POOL_GRADIENT: averagePoolGradient(p(at, 1), p(at, 2), n(at, 3), n(at, 4), at + 20); break;
    }
    at += (head >> 16) << 2;
  }
}

/** Which time of a repeated step it is. */
let time: i32 = 0;

export function setTime(now: i32): void {
  time = now;
}

/**
 * Makes a step from one time to another: its calls from … to, then, unless the loss is not a finite number, the update of
 * that time. Loss and right answers of every time are told. Returns the time it came to.
 */
export function repeat(
  from: usize, to: usize, updates: usize, size: usize, stride: usize, first: i32, end: i32,
  loss: usize, right: usize, told: usize,
): i32 {
  for (time = first; time < end; time++) {
    run(from, to);
    const value = load<f32>(loss);
    store<f32>(told + (time << 3), value);
    store<f32>(told + (time << 3), load<f32>(right), 4);
    // Not a number, or infinite.
    if (!(value - value == 0)) break;
    const update = updates + (time - first) * stride;
    run(update, update + size);
  }
  const came = time;
  time = 0;
  return came;
}
