import { Worker } from 'node:worker_threads';
import { HERE } from '../src/engine/kernels/assembly/places.ts';
import type { Threads, Visit } from '../src/engine/kernels/wasm/threads.ts';

/** What thread.worker.ts is in the page; as plain words, for a worker of Node's loads no TypeScript. */
const THREAD = `require('node:worker_threads').parentPort.on('message', ({ module, memory, index, scratch, visit }) => {
  new WebAssembly.Instance(module, { env: { memory } }).exports.serve(index, scratch, visit);
});`;

/**
 * Threads in Node. Where one is sent it is waited for, so that from then on every shared call is made by all of them. They
 * keep no process alive; `end` ends them.
 */
export const nodeThreads = (settings: Omit<Threads, 'send'>): Threads & { end(): Promise<void> } => {
  const workers = new Map<number, Worker>();
  const start = (): Worker => {
    const worker = new Worker(THREAD, { eval: true });
    worker.unref();
    return worker;
  };
  return {
    ...settings,
    send(sent: Visit) {
      const worker = workers.get(sent.index) ?? start();
      workers.set(sent.index, worker);
      worker.postMessage(sent, []);
      const here = new Int32Array(sent.memory.buffer, HERE + 4 * sent.index, 1);
      for (let left = 10_000; Atomics.load(here, 0) !== sent.visit; left--) {
        if (left === 0) throw new Error(`Thread ${sent.index} was expected within 10 s, it did not come.`);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      }
    },
    async end() {
      await Promise.all([...workers.values()].map((worker) => worker.terminate()));
    },
  };
};
