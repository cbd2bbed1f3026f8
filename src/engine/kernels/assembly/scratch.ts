import { SCRATCH } from './places';

/** Where the kernels of this thread may write for themselves. */
let own: usize = SCRATCH;

@inline
export function scratch(): usize {
  return ASC_FEATURE_THREADS ? own : SCRATCH;
}

/** Gives this thread a place of its own. */
export function setScratch(at: usize): void {
  own = at;
}
