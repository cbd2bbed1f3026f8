import { readFileSync } from 'node:fs';
import { compileKernels } from '../../../scripts/kernels.mjs';
import type { KernelSet } from '../../../src/engine/kernels/set.ts';
import { wasmKernels } from '../../../src/engine/kernels/wasm.ts';

/** Every set of kernels that must give the bits of the reference. */
export const sets: readonly KernelSet[] = [
  wasmKernels(await WebAssembly.compile(readFileSync(await compileKernels()))),
];
