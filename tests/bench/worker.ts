import { expose } from 'comlink';
import { measure, type Outcome, type Request } from './measure.ts';
import { startKernels } from './programs/gradus.ts';

/** Measures in the page's worker. */
const bench = {
  async measure(request: Request): Promise<Outcome[]> {
    startKernels(await WebAssembly.compileStreaming(fetch(new URL('kernels.wasm', request.wasm))));
    return measure(request);
  },
};
export type Bench = typeof bench;

expose(bench);
