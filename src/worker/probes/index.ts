import type { Buffers } from '../buffers.ts';
import type { Probe, Views } from '../frame.ts';
import { atOnce, type Studies } from '../landscape/studies.ts';
import type { Run } from '../run.ts';
import { anatomy } from './anatomy.ts';
import { answers } from './answers.ts';
import { evaluation } from './evaluation.ts';
import { gradients } from './gradients.ts';
import { imported } from './imported.ts';
import { maps } from './maps.ts';
import { lately } from './lately.ts';
import { past } from './past.ts';
import { plane } from './plane.ts';
import { points } from './points.ts';
import { predict } from './predict.ts';
import type { Answer } from './probe.ts';
import { race } from './race.ts';
import { seen } from './seen.ts';
import { slice } from './slice.ts';
import { surface } from './surface.ts';
import { tiles } from './tiles.ts';

const probes: { readonly [Kind in Probe['kind']]: Answer<Kind> } = {
  tiles,
  plane,
  seen,
  points,
  anatomy,
  gradients,
  past,
  lately,
  evaluation,
  predict,
  maps,
  answers,
  imported,
  slice,
  surface,
  race,
};

/** Answers what the page asked to see, each thing once. */
export const look = (
  run: Run,
  asked: readonly Probe[],
  buffers: Buffers,
  studies: Studies = atOnce,
  goes = false,
): Views => {
  studies.begin(asked);
  let views: Views = {};
  for (const probe of asked) {
    const answer = answerOf(run, probe, buffers, studies, goes);
    views = {
      ...views,
      ...answer,
      ...(answer.planes && { planes: { ...views.planes, ...answer.planes } }),
      ...(answer.anatomies && { anatomies: { ...views.anatomies, ...answer.anatomies } }),
      ...(answer.slices && { slices: { ...views.slices, ...answer.slices } }),
    };
  }
  return views;
};

const answerOf = <Kind extends Probe['kind']>(
  run: Run,
  probe: Extract<Probe, { kind: Kind }>,
  buffers: Buffers,
  studies: Studies,
  goes: boolean,
): Views => {
  const answer: Answer<Kind> = probes[probe.kind];
  return answer(run, probe, buffers, studies, goes);
};
