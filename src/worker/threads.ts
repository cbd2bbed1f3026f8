import type { Threads } from '../engine/kernels/wasm/threads.ts';

/** More threads than these gain little: the parts of a call get small, and the page has work of its own. */
const MOST = 4;
/** What is worth meeting for: nanoseconds of work, and bytes of a model, from which on it has such calls. */
export const WORTH = { least: 10_000, from: 1_500_000 } as const;

/** How many threads this browser lets compute over one memory; 1 where the page is not isolated. */
export const threadsHere = (): number =>
  globalThis.crossOriginIsolated ? Math.min(MOST, navigator.hardwareConcurrency) : 1;

/** So many threads, of which the caller is one; the others start when they are first sent somewhere. */
export const threadsOf = (module: WebAssembly.Module, threads: number): Threads => {
  const workers = new Map<number, Worker>();
  return {
    module,
    threads,
    ...WORTH,
    send(visit) {
      const { index } = visit;
      const worker =
        workers.get(index) ??
        new Worker(new URL('./thread.worker.ts', import.meta.url), {
          type: 'module',
          name: `thread ${index}`,
        });
      workers.set(index, worker);
      worker.postMessage(visit, []);
    },
  };
};
