import { kernelSet, type KernelSet } from './kernels/set.ts';
import { sizeOf } from './shape.ts';

/** Float32 is what runs; Float64 exists for gradient checks. */
export type Precision = 'float32' | 'float64';
export type Memory = Float32Array | Float64Array;

/** A tensor is a shape and a place in the arena; rows first, row-major. */
export interface Tensor {
  readonly shape: readonly number[];
  /** Index of its first element in the arena's memory. */
  readonly at: number;
}

/**
 * One block of memory for everything a model computes with. While a model is being built, places are only
 * reserved, so that the sum is known before anything is allocated; then `allocate` is called once, and nothing
 * grows after that: no view into the memory is ever lost.
 */
export interface Arena {
  readonly precision: Precision;
  /** Whose memory it is, and whose kernels compute in it. */
  readonly set: KernelSet;
  /** Elements reserved so far. */
  readonly size: number;
  /** The memory; empty until `allocate`. */
  readonly memory: Memory;
  /** Reserves `count` elements and returns the index of the first. */
  reserve(count: number): number;
  tensor(shape: readonly number[]): Tensor;
  allocate(): void;
}

export const createArena = (precision: Precision, set = kernelSet(precision)): Arena => {
  let size = set.own;
  let memory: Memory = new Float32Array(0);
  let allocated = false;
  const reserve = (count: number): number => {
    if (allocated) {
      throw new Error(
        `Arena.reserve: expected to be called before allocate(), received a request for ${count} elements after it. Reserve everything while the model is being built.`,
      );
    }
    const at = size;
    size += count;
    return at;
  };
  return {
    precision,
    set,
    get size() {
      return size;
    },
    get memory() {
      return memory;
    },
    reserve,
    tensor: (shape) => ({ shape, at: reserve(sizeOf(shape)) }),
    allocate() {
      if (allocated)
        throw new Error('Arena.allocate: expected one call, received a second. Build a new model instead.');
      allocated = true;
      memory = set.allocate(size);
    },
  };
};
