import { shapedLayers } from '../../experiment/widths.ts';
import { useState } from 'react';
import { useDataSet } from '../../state/data.ts';
import { type Deed, useDeed } from '../../state/deed.ts';
import { useDesign } from '../../state/experiment.ts';
import { revealedAt, shownOf } from '../../state/revealed.ts';
import { useProblems } from '../../state/run.ts';
import { useTold } from '../../state/told.ts';
import { useView } from '../../state/view.ts';
import type { Frame, Position, Weights } from '../../worker/frame.ts';
import type { Situation } from './situation.ts';
import { useWatched } from './useWatched.ts';

/** All that the sentence depends on, as it is now. */
export const useSituation = (): Situation => {
  const design = useDesign();
  const frame = useTold();
  const deed = useDeed();
  const watching = shapedLayers(design).some(({ activation }) => activation === 'step');
  return {
    design,
    data: useDataSet(),
    frame,
    deed,
    since: useSince(frame, deed),
    still: useStill(watching ? frame : null),
    stepped: useStepped(frame),
    predictionsHidden: useView((view) => view.predictionsHidden),
    comparing: useView((view) => view.comparing),
    tour: useView((view) => view.tour),
    stepSize: useView((view) => view.stepSize),
    shown: useView(({ revealed }) => frame && shownOf(frame, revealed)),
    cells: useView(({ revealed }) => (frame && revealedAt(frame, revealed)?.cells) ?? null),
    watched: useWatched(design, frame),
    speed: useView((view) => view.speed),
    problems: useProblems(),
  };
};

/** Updates made, with a fraction inside a batch: 2L + 2 phases are far fewer than a thousand. */
const progress = ({ step, phase }: Position): number => step + phase / 1000;

/** Updates made since the deed; a run that started over since then counts from its start. */
const useSince = (frame: Frame | null, deed: Deed): number => {
  const [noted, note] = useState({ deed, run: frame?.run, at: frame ? progress(frame.position) : 0 });
  if (noted.deed !== deed || noted.run === undefined) {
    const now = { deed, run: frame?.run, at: frame ? progress(frame.position) : 0 };
    if (noted.deed !== deed || frame) note(now);
    return 0;
  }
  if (!frame) return 0;
  return progress(frame.position) - (noted.run === frame.run ? noted.at : 0);
};

/** Was the last move in time a step forward, made at rest? */
const useStepped = (frame: Frame | null): boolean => {
  // While it plays nothing is noted: the first moment of rest after it is no step.
  const [seen, see] = useState<{ run: number; at: number; stepped: boolean } | null>(null);
  if (!frame || frame.playing) {
    if (seen) see(null);
    return false;
  }
  const { run } = frame;
  const at = progress(frame.position);
  if (seen?.run === run && seen.at === at) return seen.stepped;
  const stepped = seen?.run === run && at > seen.at;
  see({ run, at, stepped });
  return stepped;
};

interface Seen {
  readonly run: number;
  readonly edits: number;
  readonly step: number;
  readonly weights: readonly number[];
  readonly still: boolean;
}

/** Did the last update leave every weight as it was? A frame's arrays are lent, so what is compared is a copy. */
const useStill = (frame: Frame | null): boolean => {
  const [seen, see] = useState<Seen | null>(null);
  if (!frame) return false;
  const { run, edits, position } = frame;
  if (seen?.run === run && seen.edits === edits && seen.step === position.step) return seen.still;
  const weights = flat(frame.weights);
  const moved = seen?.run === run && seen.edits === edits && position.step > seen.step;
  const still = moved && weights.every((weight, index) => weight === seen.weights[index]);
  see({ run, edits, step: position.step, weights, still });
  return still;
};

const flat = (weights: readonly Weights[]): readonly number[] =>
  weights.flatMap(({ kernel, bias }) => [...kernel, ...bias]);
