import { merge } from '../experiment/edits.ts';
import type { Patch, WeightChange } from '../experiment/experiment.ts';
import { type Entry, type Road, useWork, work } from './store.ts';

/** As many edits as can be undone. */
const MOST_UNDONE = 500;

/** One more edit to undo; of one gesture they are one, and a way back to another run is a way back from all after it. */
export const noteEntry = (entry: Entry): void => {
  const { past } = useWork.getState();
  const last = past.at(-1);
  const goesOn = last && entry.gesture !== null && last.gesture === entry.gesture;
  if (goesOn && last.kind === 'restart') return work({ future: [] });
  if (goesOn && last.kind === 'keep' && entry.kind === 'keep') {
    const one = { ...last, undo: merge(entry.undo, last.undo), redo: merge(last.redo, entry.redo) };
    return work({ past: [...past.slice(0, -1), one], future: [] });
  }
  work({ past: [...past, entry].slice(-MOST_UNDONE), future: [] });
};

/** The run on the screen, to come back to. */
export const roadHere = (): Road => {
  const { experiment, frame, branches, origin } = useWork.getState();
  return { run: frame?.run ?? 0, experiment, step: frame?.position.step ?? 0, branches, origin };
};

/** The present values of the weights that a patch sets. */
export const weightsBefore = (patch: Patch): { weights?: readonly WeightChange[] } => {
  const { frame } = useWork.getState();
  if (!patch.weights || !frame) return {};
  const weights = patch.weights.flatMap(({ layer, at }) => {
    const place = frame.weights[layer];
    const value =
      place && (at < place.kernel.length ? place.kernel[at] : place.bias[at - place.kernel.length]);
    return value === undefined ? [] : [{ layer, at, value }];
  });
  return { weights };
};
