import { sliceOf } from '../landscape/slice.ts';
import { probeKey } from '../views.ts';
import type { Answer } from './probe.ts';

/** The loss against one weight, as far as it is measured. */
export const slice: Answer<'slice'> = (run, probe, _buffers, studies) => {
  const seen = studies.see(run, probe, () => sliceOf(run, probe));
  return seen ? { slices: { [probeKey(probe)]: seen } } : {};
};
