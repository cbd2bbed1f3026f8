import type { Buffers } from '../buffers.ts';
import type { Probe, Views } from '../frame.ts';
import type { Studies } from '../landscape/studies.ts';
import type { Run } from '../run.ts';

/** One thing a panel may ask to see: adds its answer to the views. It reads the inference tape and writes nothing else. */
export type Answer<Kind extends Probe['kind']> = (
  run: Run,
  probe: Extract<Probe, { kind: Kind }>,
  buffers: Buffers,
  studies: Studies,
  /** Does the run go on meanwhile? Then a frame must not hold it up. */
  goes: boolean,
) => Views;
