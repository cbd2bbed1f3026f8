import { readFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { compileKernels } from '../../../scripts/kernels.mjs';
import type { KernelSet } from '../../../src/engine/kernels/set.ts';
import { wasmKernels } from '../../../src/engine/kernels/wasm.ts';
import { nodeThreads } from '../../threads.ts';

const [single, several] = await Promise.all(
  (['kernels', 'threads'] as const).map(async (build) =>
    WebAssembly.compile(readFileSync(await compileKernels(build))),
  ),
);

/** The compiled kernels with threads that share every call that can be shared, however little there is to do. */
export const withThreads: readonly KernelSet[] = [1, 2, 3, 4].map((threads): KernelSet => {
  const made = nodeThreads({ module: several!, threads, least: 0, from: 0 });
  afterAll(() => made.end());
  return { ...wasmKernels(single!, made), name: `wasm, threads: ${threads}` };
});

/** Every set of kernels that must give the bits of the reference. */
export const sets: readonly KernelSet[] = [wasmKernels(single!), ...withThreads];
