import { raceOf } from '../landscape/race.ts';
import type { Answer } from './probe.ts';

/** Four optimizers from one start, as far as they have come. */
export const race: Answer<'race'> = (run, probe, _buffers, studies) => {
  const seen = studies.see(run, probe, () => raceOf(run, probe));
  return seen === undefined ? {} : { race: seen };
};
