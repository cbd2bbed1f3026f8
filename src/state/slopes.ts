import { useMemo } from 'react';
import type { Anatomy, BatchAnatomy, PointAnatomy } from '../worker/anatomy.ts';
import { type Probe, probeKey } from '../worker/frame.ts';
import { useModel } from './data.ts';
import { usePicture } from './picture.ts';
import { useFrame, useShows, useViews } from './run.ts';
import { useView } from './view.ts';

/** What of the error has come back, in the backward phase of a layer: it and those after it have their slopes. */
export interface Slopes {
  readonly layer: number;
  /** At the picture that is shown; null: it was drawn and has no answer, or it is not known yet. */
  readonly point: PointAnatomy | null;
  readonly drawn: boolean;
  /** Of the batch, with the slopes of this layer's weights; null until it is known. */
  readonly batch: BatchAnatomy | null;
}

/** Played faster than so many phases a second nobody can follow: the trainer is not asked to look ahead for it. */
const FASTEST = 4;

/** The slopes of a backward phase; null in any other. */
export const useSlopes = (): Slopes | null => {
  const frame = useFrame();
  const picture = usePicture();
  const layers = useModel();
  const { anatomies } = useViews();
  const speed = useView((view) => view.speed);
  const under = frame?.phase?.phase;
  const watched = frame !== null && (!frame.playing || speed <= FASTEST);
  const now = under?.kind === 'backward' ? under.layer : null;
  // What the next phase shows is asked for in this one, so that it is there when that comes.
  const next = under?.kind === 'loss' ? layers.length - 1 : now === null ? -1 : now - 1;
  const drawn = 'pixels' in picture;
  const id = drawn ? null : picture.id;
  useAsked(watched, id, now ?? -1);
  useAsked(watched, id, next);
  if (now === null) return null;
  const fits = ({ point }: Anatomy): boolean =>
    point?.id === id &&
    point?.layers.length === layers.length &&
    point.layers.every(({ delta }, layer) => delta.length === layers[layer]?.units);
  const point = Object.values(anatomies ?? {}).find(fits)?.point ?? null;
  const own = anatomies?.[probeKey({ kind: 'anatomy', point: id, layer: now })]?.batch ?? null;
  const slopes = own?.layer?.slopes.length;
  const current = slopes === undefined || slopes === layers[now]?.parameters;
  return { layer: now, point, drawn, batch: current ? own : null };
};

const useAsked = (asked: boolean, point: number | null, layer: number): void => {
  const probe = useMemo<Probe | null>(
    () => (asked && layer >= 0 ? { kind: 'anatomy', point, layer } : null),
    [asked, point, layer],
  );
  useShows(probe);
};
