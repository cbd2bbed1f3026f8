import { useMemo } from 'react';
import { useModel } from '../../state/data.ts';
import { usePinned } from '../../state/pinned.ts';
import { useShows, useViews } from '../../state/run.ts';
import type { Anatomy, PointAnatomy } from '../../worker/anatomy.ts';
import { type Probe, probeKey } from '../../worker/frame.ts';

/** An anatomy whose point is there. */
export type Seen = Anatomy & { readonly point: PointAnatomy };

/** The pinned point and the batch under way, taken apart for one layer; null until a frame carries them. */
export const useAnatomy = (layer: number): Seen | null => {
  const model = useModel();
  const point = usePinned();
  const probe = useMemo<Probe>(() => ({ kind: 'anatomy', point, layer }), [point, layer]);
  useShows(probe);
  const seen = useViews().anatomies?.[probeKey(probe)];
  if (!seen?.point) return null;
  // After an edit the frame may still carry the numbers of another network.
  const fits =
    seen.point.layers.length === model.length &&
    seen.point.layers.every(({ sums }, index) => sums.length === model[index]?.units);
  return fits ? { ...seen, point: seen.point } : null;
};
