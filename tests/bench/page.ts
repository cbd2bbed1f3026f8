import { type Remote, wrap } from 'comlink';
import type { Outcome, Request } from './measure.ts';
import type { Bench } from './worker.ts';

/** The page of the bench: hands a request to a worker, as the app trains in one. */

const worker: Remote<Bench> = wrap(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

const ask = (request: Request): Promise<Outcome[]> =>
  worker.measure({ ...request, wasm: new URL('wasm/', document.baseURI).href });

Object.assign(window, { bench: ask });
