import { expose } from 'comlink';
import { measure } from './measure.ts';

/** Measures in the page's worker. */
const bench = { measure };
export type Bench = typeof bench;

expose(bench);
