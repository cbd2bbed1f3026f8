import type { Arena } from '../arena.ts';
import type { Kernels } from './kernels.ts';
import { referenceKernels } from './reference.ts';
import type { KernelSet } from './set.ts';
import { activations } from './wasm/activations.ts';
import { type Calls, createCalls } from './wasm/calls.ts';
import { image } from './wasm/image.ts';
import { layer } from './wasm/layer.ts';
import { losses } from './wasm/losses.ts';
import { machineOver } from './wasm/machine.ts';
import { matrix } from './wasm/matrix.ts';
import { optimizers } from './wasm/optimizers.ts';
import { beside, gatherings, type Threads } from './wasm/threads.ts';
import { ARENA } from './assembly/places.ts';

/** Bytes of one page of WebAssembly's memory. */
const PAGE = 65536;
/** A vector that begins in the arena's last elements may reach so many bytes beyond them. */
const BEYOND = 64;
/** Bytes up to the end of a line of the cache. */
const aligned = (bytes: number): number => Math.ceil(bytes / 64) * 64;

/**
 * The kernels in WebAssembly with 128-bit SIMD, compiled from assembly/: those that pay override the reference one by
 * one, to the same bits. The arena lies in the assembly's memory, so that nothing is copied; that of a large model is shared
 * with threads, where there are some.
 */
export const wasmKernels = (module: WebAssembly.Module, threads: Threads | null = null): KernelSet => {
  const memories = new WeakMap<ArrayBufferLike, WebAssembly.Memory>();
  const gathering = threads && gatherings(threads);
  const machineOf = ({ memory: { buffer, byteLength } }: Arena) => {
    const memory = memories.get(buffer)!;
    if (!gathering || buffer instanceof ArrayBuffer) return machineOver(module, memory);
    return gathering(memory, aligned(byteLength + BEYOND));
  };
  return {
    name: 'wasm',
    own: ARENA / 4,
    allocate(size) {
      const shared = threads !== null && size * 4 >= threads.from;
      const bytes = aligned(size * 4 + BEYOND) + (shared ? beside(threads) : 0);
      const pages = Math.ceil(bytes / PAGE);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
      memories.set(memory.buffer, memory);
      return new Float32Array(memory.buffer, 0, size);
    },
    over(arena) {
      const calls = createCalls(arena, machineOf);
      const { call, note, ask, repeat } = calls;
      const plain = foreignTo(calls, referenceKernels(arena));
      return {
        ...plain,
        ...matrix(call),
        ...activations(call),
        ...losses(call),
        ...layer(call),
        ...optimizers(call),
        ...image(call, plain),
        note,
        ask,
        repeat,
      };
    },
  };
};

/** The reference's kernels as a part of this set's programs. */
const foreignTo = ({ foreign }: Calls, { sumOfSquares, ...kernels }: Kernels): Kernels => {
  const all = Object.entries(kernels).map(([name, kernel]) => [name, foreign(kernel as () => void)]);
  return { ...(Object.fromEntries(all) as Kernels), sumOfSquares };
};
