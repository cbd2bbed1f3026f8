import { useMemo } from 'react';
import { useModel } from '../../../state/data.ts';
import { usePicture } from '../../../state/picture.ts';
import { useShows, useViews } from '../../../state/run.ts';
import type { BatchAnatomy, PointAnatomy } from '../../../worker/anatomy.ts';
import { type Probe, probeKey } from '../../../worker/frame.ts';

/** How the error comes back through a layer. */
export interface Backward {
  /** From the picture that is shown; null: it was drawn, so that it has no answer, or it is not known yet. */
  readonly point: PointAnatomy | null;
  readonly drawn: boolean;
  /** From the batch under way; null until it is known. */
  readonly batch: BatchAnatomy | null;
}

/** Asked for only while it is on the screen: the trainer takes a batch ahead of time for it. */
export const useBackward = (layer: number): Backward => {
  const layers = useModel();
  const picture = usePicture();
  const drawn = 'pixels' in picture;
  const id = drawn ? null : picture.id;
  const probe = useMemo<Probe>(() => ({ kind: 'anatomy', point: id, layer }), [id, layer]);
  useShows(probe);
  const anatomy = useViews().anatomies?.[probeKey(probe)];
  const shaped = layers[layer];
  const point = anatomy?.point;
  // After an edit the frame may still carry the numbers of another network.
  const whole =
    point?.layers.length === layers.length &&
    point.layers.every(({ sums }, at) => sums.length === layers[at]?.units);
  const slopes = anatomy?.batch.layer?.slopes.length;
  const current =
    slopes === undefined || slopes === shaped?.parameters || shaped?.spec.type === 'BatchNormalization';
  return { point: point && whole ? point : null, drawn, batch: anatomy && current ? anatomy.batch : null };
};
