import type { Arena, Memory, Precision } from '../arena.ts';
import type { Kernels } from './kernels.ts';
import { referenceKernels } from './reference.ts';

/** A way to compute: where an arena's memory comes from, and the kernels over it. Every set gives the same bits. */
export interface KernelSet {
  readonly name: string;
  /** Elements at the beginning of the memory that are the set's own. */
  readonly own: number;
  /** Memory of so many elements, all of them 0. */
  allocate(size: number): Memory;
  /** The kernels over an arena. They may be asked for before its memory is there, and used after. */
  over(arena: Arena): Kernels;
}

/** The plain kernels: complete, readable, and in Float32 the bits that every other set must equal. */
const reference = (precision: Precision): KernelSet => ({
  name: 'reference',
  own: 0,
  allocate: (size) => (precision === 'float32' ? new Float32Array(size) : new Float64Array(size)),
  over: referenceKernels,
});

const sets: Record<Precision, KernelSet> = {
  float32: reference('float32'),
  float64: reference('float64'),
};

/** The set that arenas of a precision are made with. */
export const kernelSet = (precision: Precision): KernelSet => sets[precision];

/**
 * Computes in Float32 with another set from here on; null: with the reference. Which one it is belongs to no experiment,
 * for all of them give the same bits: they differ in time only. Models that are built stay with theirs. Returns the set
 * before.
 */
export const useKernels = (set: KernelSet | null): KernelSet => {
  const before = sets.float32;
  sets.float32 = set ?? reference('float32');
  return before;
};

/** The kernels of an arena. */
export const kernelsOver = (arena: Arena): Kernels => arena.set.over(arena);
