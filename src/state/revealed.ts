import type { Frame } from '../worker/frame.ts';
import { useWork } from './store.ts';
import { type Revealed, useView } from './view.ts';

/** How far the phase under way is revealed; null: it is shown whole. */
export const revealedAt = ({ run, position }: Frame, revealed: Revealed | null): Revealed | null =>
  revealed && revealed.run === run && revealed.step === position.step && revealed.phase === position.phase
    ? revealed
    : null;

/** How many units are shown of the phase under way; null: all of them. */
export const shownOf = (frame: Frame, revealed: Revealed | null): number | null =>
  revealedAt(frame, revealed)?.shown ?? null;

/** Which units are not yet there while a phase is revealed neuron by neuron: the first layer and unit of them. */
export const useNotYet = (): ((layer: number, unit: number) => boolean) => {
  const seen = useRevealed();
  if (seen?.kind !== 'forward') return () => false;
  return (layer, unit) => layer > seen.layer || (layer === seen.layer && unit >= seen.shown);
};

/** The unit that was revealed last; null while phases are shown whole. */
export const useNewest = (): number | null => {
  const seen = useRevealed();
  return seen && seen.shown - 1;
};

/** How far the phase under way, which has a layer, is revealed; null while phases are shown whole. */
export const useRevealed = (): {
  readonly kind: 'forward' | 'backward';
  readonly layer: number;
  readonly shown: number;
  /** Of the newest map; null: all of its cells. */
  readonly cells: number | null;
} | null => {
  const frame = useWork((work) => work.frame);
  const revealed = useView((view) => view.revealed);
  const now = frame && revealedAt(frame, revealed);
  const phase = frame?.phase?.phase;
  if (!now || !phase || phase.layer === null) return null;
  return {
    kind: phase.kind === 'forward' ? 'forward' : 'backward',
    layer: phase.layer,
    shown: now.shown,
    cells: now.cells ?? null,
  };
};
