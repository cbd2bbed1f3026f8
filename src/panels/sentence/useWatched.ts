import { useState } from 'react';
import { usePinned } from '../../state/pinned.ts';
import { useShows } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import type { Design } from '../../experiment/experiment.ts';
import type { Anatomy, LayerUpdate } from '../../worker/anatomy.ts';
import { type Frame, type Probe, probeKey } from '../../worker/frame.ts';
import { isByPhases, isOneNeuron, isSlowAt } from './situation.ts';
import { layersToWatch, REMEMBERED, tellsNumbers, type Update, type Watched } from './watched.ts';

const POINTS: Probe = { kind: 'points' };
const LATELY: Probe = { kind: 'lately' };

const NOTHING: Watched = { anatomies: [], update: null };

/**
 * The numbers of the phases, asked for only while time goes by phases and slowly enough to read them. What is news after
 * an update is asked for at any size.
 */
export const useWatched = (design: Design, frame: Frame | null): Watched => {
  const point = usePinned();
  const byPhases = useView(({ stepSize }) => isByPhases(stepSize));
  const speed = useView((view) => view.speed);
  const slow = frame !== null && isSlowAt(frame, speed);
  const watching = slow && byPhases ? frame : null;
  const tells = slow && tellsNumbers(design);
  useShows(tells ? LATELY : null);
  useShows(tells && !isOneNeuron(design) ? POINTS : null);
  const layers = watching ? layersToWatch(design, watching) : [];
  const probes = layers.map((layer): Probe => ({ kind: 'anatomy', point, layer }));
  useShows(probes[0] ?? null);
  useShows(probes[1] ?? null);
  const seen = layers.map((_layer, index) => watching?.views.anatomies?.[probeKey(probes[index]!)]);
  const update = useUpdate(watching, seen);
  if (!watching) return NOTHING;
  const anatomies = watching.weights.map((_weights, layer) => seen[layers.indexOf(layer)]);
  return { anatomies, update };
};

/** The last update, if it was watched. A frame's arrays are lent, so what is remembered is a copy. */
const useUpdate = (
  frame: Frame | null,
  seen: readonly (Anatomy | undefined)[],
): readonly LayerUpdate[] | null => {
  const [updates, remember] = useState<readonly Update[]>([]);
  if (!frame) return null;
  const { run, edits, position, weights } = frame;
  const at = (step: number) =>
    updates.find((each) => each.run === run && each.edits === edits && each.step === step);
  const layers = seen.flatMap((anatomy) => anatomy?.batch.layer ?? []);
  if (layers.length > 0 && layers.length === weights.length && !at(position.step)) {
    remember([
      ...updates.slice(1 - REMEMBERED),
      { run, edits, step: position.step, layers: layers.map(copied) },
    ]);
  }
  return at(position.step - 1)?.layers ?? null;
};

const copied = ({ slopes, clipped, before, after, slots }: LayerUpdate): LayerUpdate => ({
  slopes: slopes.slice(),
  clipped: clipped.slice(),
  before: before.slice(),
  after: after.slice(),
  slots,
});
