import { surfaceOf } from '../landscape/surface.ts';
import type { Answer } from './probe.ts';

/** The loss over two directions, as far as it is measured. */
export const surface: Answer<'surface'> = (run, probe, _buffers, studies) => {
  const seen = studies.see(run, probe, () => surfaceOf(run, probe));
  return seen === undefined ? {} : { surface: seen };
};
