import type { Buffers } from '../buffers.ts';
import type { Probe, Views } from '../frame.ts';
import type { Run } from '../run.ts';

/** One thing a panel may ask to see: adds its answer to the views. It reads the inference tape and writes nothing else. */
export type Answer<Kind extends Probe['kind']> = (
  run: Run,
  probe: Extract<Probe, { kind: Kind }>,
  buffers: Buffers,
  /** Does the run go on meanwhile? Then a frame must not hold it up. */
  goes: boolean,
) => Views;
