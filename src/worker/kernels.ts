import { useKernels } from '../engine/kernels/set.ts';
import { wasmKernels } from '../engine/kernels/wasm.ts';
import { threadsHere, threadsOf } from './threads.ts';

/** Milliseconds after which nobody waits for the fast kernels any more. */
const PATIENCE = 10_000;

const compiled = async (address: string): Promise<WebAssembly.Module> => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`${address}: expected the compiled kernels, received ${answer.status}.`);
  return WebAssembly.compile(await answer.arrayBuffer());
};

/**
 * Takes the fast kernels at an address into use, and those for threads where there can be some; false where they cannot be
 * had, because the browser has no WebAssembly with SIMD or the file does not come. Then the plain ones compute: the same
 * numbers, more slowly.
 */
export const takeFastKernels = async (address: string, forThreads: string): Promise<boolean> => {
  const count = threadsHere();
  const threaded = count > 1 ? compiled(forThreads).catch(() => null) : null;
  try {
    const module = await compiled(address);
    const shared = await threaded;
    useKernels(wasmKernels(module, shared && threadsOf(shared, count)));
    return true;
  } catch {
    return false;
  }
};
