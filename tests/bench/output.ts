/** What the bench's command takes from TypeScript, built for Node. */
export { THREADS } from './programs/gradus.ts';
export { report } from './report.ts';
export { scalingPicture, scalingWords } from './scaling-report.ts';
export { THREADED, workloads } from './workloads.ts';
