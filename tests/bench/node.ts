import { readFileSync } from 'node:fs';
import { measure, type Request } from './measure.ts';
import { startKernels } from './programs/gradus.ts';
import { WORTH } from '../../src/worker/threads.ts';
import { nodeThreads } from '../threads.ts';
import { measureScaling } from './scaling.ts';

/** One process of the bench in Node: takes a request as its argument, and sends its parent what came of it. */

/** The request, and where our compiled kernels lie: for one thread, and for several. */
type Asked = { readonly kernels: string; readonly kernelsForThreads: string } & (
  | Request
  | { readonly scaling: true; readonly rounds: number }
);

const asked: Asked = JSON.parse(process.argv[2]!);
const compiled = (path: string) => WebAssembly.compile(readFileSync(path));
const count = 'threads' in asked ? asked.threads : 1;
const threads =
  count > 1
    ? nodeThreads({ ...WORTH, module: await compiled(asked.kernelsForThreads), threads: count })
    : null;
startKernels(await compiled(asked.kernels), threads);
const outcome = 'scaling' in asked ? await measureScaling(asked.rounds) : await measure(asked);
await threads?.end();
process.send?.(outcome);
