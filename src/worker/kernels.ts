import { useKernels } from '../engine/kernels/set.ts';
import { wasmKernels } from '../engine/kernels/wasm.ts';

/** Milliseconds after which nobody waits for the fast kernels any more. */
const PATIENCE = 10_000;

/**
 * Takes the fast kernels at an address into use; false where they cannot be had, because the browser has no WebAssembly
 * with SIMD or the file does not come. Then the plain ones compute: the same numbers, more slowly.
 */
export const takeFastKernels = async (address: string): Promise<boolean> => {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return false;
    useKernels(wasmKernels(await WebAssembly.compile(await answer.arrayBuffer())));
    return true;
  } catch {
    return false;
  }
};
