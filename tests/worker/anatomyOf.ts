import { createBuffers } from '../../src/worker/buffers.ts';
import { type Probe, probeKey } from '../../src/worker/frame.ts';
import { look } from '../../src/worker/probes/index.ts';
import type { Run } from '../../src/worker/run.ts';

/** What the Microscope is told of a point (by its id) and a layer at the present moment of a run. */
export const anatomyOf = (run: Run, point: number | null, layer: number) => {
  const probe: Probe = { kind: 'anatomy', point, layer };
  return look(run, [probe], createBuffers()).anatomies![probeKey(probe)]!;
};
