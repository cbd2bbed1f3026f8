import { useEffect, useMemo, useState } from 'react';
import { refresh } from '../../../state/frames.ts';
import { useFrame, useShows, useViews } from '../../../state/run.ts';
import { useWork } from '../../../state/store.ts';
import { useView } from '../../../state/view.ts';
import { type Probe, probeKey } from '../../../worker/frame.ts';
import type { Over, WeightPlace } from '../../../worker/landscape/landscape.ts';
import { type Kept, withMoment } from './kept.ts';
import { momentOf, type Seen, seenOf } from './seen.ts';

/**
 * The loss over one weight as the trainer measures it, with the moments that were on the screen before; null until it
 * tells. A range is the trainer's own unless one is held.
 */
export const useSeen = (
  { layer, at }: WeightPlace,
  rows: Over,
  held: readonly [number, number] | null,
): Seen | null => {
  const range = JSON.stringify(held);
  const sliced = useMemo<Probe>(() => {
    const fast = JSON.parse(range) as readonly [number, number] | null;
    return { kind: 'slice', layer, at, rows, ...(fast && { range: fast }) };
  }, [layer, at, rows, range]);
  const taken = useMemo<Probe>(() => ({ kind: 'anatomy', point: null, layer }), [layer]);
  useShows(sliced);
  useShows(taken);
  const frame = useFrame();
  const views = useViews();
  const edits = useWork((now) => now.experiment.edits);
  const byPhase = useView(({ stepSize }) => stepSize === 'phase' || stepSize === 'neuron');
  const slice = views.slices?.[probeKey(sliced)];
  const anatomy = views.anatomies?.[probeKey(taken)];
  // Each frame brings more: with the next one it is asked again.
  const open = slice !== undefined && slice.progress < 1;
  useEffect(() => {
    if (open && frame) refresh();
  }, [open, frame]);

  const key = `${frame?.run} ${probeKey(sliced)}`;
  const [state, keep] = useState<{ readonly frame: unknown; readonly kept: Kept | null }>({
    frame: null,
    kept: null,
  });
  let { kept } = state;
  if (frame && slice && anatomy && (state.frame !== frame || kept?.key !== key || kept.edits !== edits)) {
    kept = withMoment(kept, key, edits, momentOf(frame, slice, anatomy, at));
    keep({ frame, kept });
  }
  return useMemo(
    () => (frame && anatomy && kept?.key === key ? seenOf(kept, frame, anatomy, byPhase) : null),
    [frame, anatomy, kept, key, byPhase],
  );
};
