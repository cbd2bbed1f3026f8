import {
  ADD, ADD_BIAS, FILL, MATMUL, MATMUL_TRANSPOSED_A, MATMUL_TRANSPOSED_B, SUM_ROWS,
} from './codes';
import { add, addBias, fill, sumRows } from './plain';
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
    }
    at += (head >> 16) << 2;
  }
}
