import { readFileSync } from 'node:fs';
import { measure, type Request } from './measure.ts';
import { startKernels } from './programs/gradus.ts';
import { measureScaling } from './scaling.ts';

/** One process of the bench in Node: takes a request as its argument, and sends its parent what came of it. */

/** The request, and where our compiled kernels lie. */
type Asked = { readonly kernels: string } & (Request | { readonly scaling: true; readonly rounds: number });

const asked: Asked = JSON.parse(process.argv[2]!);
startKernels(await WebAssembly.compile(readFileSync(asked.kernels)));
const outcome = 'scaling' in asked ? await measureScaling(asked.rounds) : await measure(asked);
process.send?.(outcome);
