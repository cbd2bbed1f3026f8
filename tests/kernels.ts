import { readFileSync } from 'node:fs';
import { compileKernels } from '../scripts/kernels.mjs';
import { useKernels } from '../src/engine/kernels/set.ts';
import { wasmKernels } from '../src/engine/kernels/wasm.ts';

// The tests compute with the kernels that the page computes with; the project "reference" goes without this.
useKernels(wasmKernels(await WebAssembly.compile(readFileSync(await compileKernels()))));
