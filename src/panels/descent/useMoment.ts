import { useMemo, useState } from 'react';
import { useFrame, useShows, useViews } from '../../state/run.ts';
import { useWork } from '../../state/store.ts';
import { type Probe, probeKey } from '../../worker/frame.ts';
import { type DescentMoment, momentOf, placesOf } from './moment.ts';

const ANATOMY: Probe = { kind: 'anatomy', point: null, layer: 0 };
const PAST: Probe = { kind: 'past', layer: 0, at: 0 };

/** What gradient descent does to the only weight there is, now; null until a frame tells. */
export const useMoment = (): DescentMoment | null => {
  useShows(ANATOMY);
  useShows(PAST);
  const frame = useFrame();
  const views = useViews();
  const seen = useSeen();
  return useMemo(
    () => frame && momentOf(frame, views.anatomies?.[probeKey(ANATOMY)], placesOf(views.past, seen)),
    [frame, views, seen],
  );
};

/** What the weight was at each update that was on the screen. An edit is made where time stands: it replaces what follows. */
const useSeen = (): ReadonlyMap<number, number> => {
  const frame = useFrame();
  const edits = useWork((now) => now.experiment.edits);
  const [kept, keep] = useState<{
    readonly run: number | undefined;
    readonly edits: unknown;
    readonly places: ReadonlyMap<number, number>;
  }>({ run: undefined, edits, places: new Map() });
  const weight = frame?.weights[0]?.kernel[0];
  if (!frame || weight === undefined) return kept.places;
  const { step } = frame.position;
  const same = kept.run === frame.run;
  if (same && kept.edits === edits && kept.places.get(step) === weight) return kept.places;
  const before = same ? [...kept.places].filter(([at]) => kept.edits === edits || at < step) : [];
  const places = new Map([...before, [step, weight]]);
  keep({ run: frame.run, edits, places });
  return places;
};
