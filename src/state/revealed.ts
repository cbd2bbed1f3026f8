import { shapedLayers } from '../experiment/widths.ts';
import type { Frame } from '../worker/frame.ts';
import { useWork } from './store.ts';
import { type Revealed, useView } from './view.ts';

/** The layer of the phase that is number `phase` (from 1) of a batch, forward or backward; null for loss and update. */
export const phaseAt = (frame: Frame | null, phase: number): number | null => {
  const layers = frame?.weights.length ?? 0;
  if (phase >= 1 && phase <= layers) return phase - 1;
  return phase > layers + 1 && phase <= 2 * layers + 1 ? 2 * layers + 1 - phase : null;
};

/** How many units are shown of the phase under way; null: all of them. */
export const shownOf = ({ run, position }: Frame, revealed: Revealed | null): number | null =>
  revealed?.run === run && revealed.step === position.step && revealed.phase === position.phase
    ? revealed.shown
    : null;

/** The same with one more; null where no more are left. */
export const oneMore = (frame: Frame, revealed: Revealed | null): Revealed | null => {
  const shown = shownOf(frame, revealed);
  const layer = phaseAt(frame, frame.position.phase);
  if (shown === null || layer === null) return null;
  const units = shapedLayers(useWork.getState().design)[layer]?.units ?? 1;
  const { step, phase } = frame.position;
  return shown < units ? { run: frame.run, step, phase, shown: shown + 1 } : null;
};

/** Which units are not yet there while a phase is revealed neuron by neuron: the first layer and unit of them. */
export const useNotYet = (): ((layer: number, unit: number) => boolean) => {
  const frame = useWork((work) => work.frame);
  const revealed = useView((view) => view.revealed);
  const shown = frame && shownOf(frame, revealed);
  const phase = frame?.phase?.phase;
  if (shown === null || phase?.kind !== 'forward') return () => false;
  return (layer, unit) => layer > (phase.layer ?? 0) || (layer === phase.layer && unit >= shown);
};

/** The unit that was revealed last; null while phases are shown whole. */
export const useNewest = (): number | null => {
  const frame = useWork((work) => work.frame);
  const revealed = useView((view) => view.revealed);
  const shown = frame && shownOf(frame, revealed);
  return shown === null ? null : shown - 1;
};
