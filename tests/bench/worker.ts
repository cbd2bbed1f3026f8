import { expose } from 'comlink';
import { measure, type Outcome, type Request } from './measure.ts';
import { startKernels } from './programs/gradus.ts';
import { threadsOf } from '../../src/worker/threads.ts';

/** Measures in the page's worker. */
const bench = {
  async measure(request: Request): Promise<Outcome[]> {
    const compiled = (name: string) => WebAssembly.compileStreaming(fetch(new URL(name, request.wasm)));
    const { threads } = request;
    startKernels(
      await compiled('kernels.wasm'),
      threads > 1 ? threadsOf(await compiled('kernels-for-threads.wasm'), threads) : null,
    );
    return measure(request);
  },
};
export type Bench = typeof bench;

expose(bench);
