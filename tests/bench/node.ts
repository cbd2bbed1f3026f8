import { measure, type Request } from './measure.ts';
import { measureScaling } from './scaling.ts';

/** One process of the bench in Node: takes a request as its argument, and sends its parent what came of it. */

const request: Request | { readonly scaling: true; readonly rounds: number } = JSON.parse(process.argv[2]!);
const outcome = 'scaling' in request ? await measureScaling(request.rounds) : await measure(request);
process.send?.(outcome);
