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
import { ARENA } from './assembly/places.ts';

/** Bytes of one page of WebAssembly's memory. */
const PAGE = 65536;
/** A vector that begins in the arena's last elements may reach so many bytes beyond them. */
const BEYOND = 64;

/**
 * The kernels in WebAssembly with 128-bit SIMD, compiled from assembly/: those that pay override the reference one by
 * one, to the same bits. The arena lies in the assembly's memory, so that nothing is copied.
 */
export const wasmKernels = (module: WebAssembly.Module): KernelSet => {
  const memories = new WeakMap<ArrayBufferLike, WebAssembly.Memory>();
  const machineOf = ({ memory }: Arena) => machineOver(module, memories.get(memory.buffer)!);
  return {
    name: 'wasm',
    own: ARENA / 4,
    allocate(size) {
      const pages = Math.ceil((size * 4 + BEYOND) / PAGE);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
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
