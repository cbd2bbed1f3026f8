import { useMemo, useState } from 'react';
import { usePinned } from '../../state/pinned.ts';
import { useFrame, useShows } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import type { Frame, Phase, Probe, Weights } from '../../worker/frame.ts';

/** One phase as it is shown in motion, once, when a step forward has just made it. */
export interface Motion {
  readonly phase: Phase;
  /** How long it lasts, in ms. */
  readonly duration: number;
  /** The weights before it. */
  readonly before: readonly Weights[];
  /** Another one for each phase made. */
  readonly key: string;
}

/** The phase pulse along links at one phase a second, in ms; faster play has less. */
const PULSE = 400;
/** From this many phases a second on nobody can follow: nothing moves. */
const FASTEST = 4;

/** Phases made since the start, of a run with so many layers. */
const phasesMade = ({ position, weights }: Frame): number =>
  position.step * (2 * weights.length + 2) + position.phase;

/** What a step from one frame to the next shows; null unless it is one phase forward. `speed`: phases a second, 0 at rest. */
export const motionOf = (before: Frame | null, after: Frame, speed: number): Motion | null => {
  if (!before || before.run !== after.run || before.edits !== after.edits || speed > FASTEST) return null;
  if (before.weights.length !== after.weights.length) return null;
  const made = phasesMade(after);
  if (made !== phasesMade(before) + 1) return null;
  return {
    phase: after.phase?.phase ?? { kind: 'update', layer: null },
    duration: PULSE / Math.max(1, speed),
    // A frame's numbers are lent: after a few frames more they are the trainer's again.
    before: before.weights.map(({ kernel, bias }) => ({ kernel: kernel.slice(), bias: bias.slice() })),
    key: `${after.run} ${made}`,
  };
};

/** The phase that was made last, as long as it is the news: another step, a seek or an edit ends it at once. */
export const useMotion = (): Motion | null => {
  const frame = useFrame();
  const byPhases = useView(({ stepSize }) => stepSize === 'phase' || stepSize === 'neuron');
  const speed = useView((view) => view.speed);
  const [told, tell] = useState<{ readonly frame: Frame | null; readonly motion: Motion | null }>({
    frame: null,
    motion: null,
  });
  if (told.frame !== frame) {
    const { frame: before } = told;
    const same = before && frame && before.run === frame.run && before.edits === frame.edits;
    // The same moment, drawn once more: what moves goes on.
    const again = same && phasesMade(before) === phasesMade(frame);
    const news = frame && byPhases ? motionOf(before, frame, frame.playing ? speed : 0) : null;
    tell({ frame, motion: again ? told.motion : news });
  }
  return byPhases ? told.motion : null;
};

/** What of it concerns the links into one layer. */
export const motionOn = (motion: Motion | null, layer: number): Motion | null =>
  motion && (motion.phase.kind === 'update' || motion.phase.layer === layer) ? motion : null;

/** Asks, while time goes by phases, for the numbers that this phase and the next one show. */
export const useNextPhase = (): void => {
  const frame = useFrame();
  const point = usePinned();
  const byPhases = useView(({ stepSize }) => stepSize === 'phase' || stepSize === 'neuron');
  const layers = frame?.weights.length ?? 0;
  const done = frame?.position.phase ?? 0;
  // Forward through the layers, the loss, and back again: the phase that is the news, and the one after it.
  const layerOf = (phase: number): number =>
    phase < layers ? phase : Math.max(0, Math.min(layers - 1, 2 * layers - phase));
  useAsked(byPhases && layers > 0, point, layerOf(done));
  useAsked(byPhases && layers > 0 && done > 0, point, layerOf(done - 1));
};

const useAsked = (asked: boolean, point: number | null, layer: number): void => {
  const probe = useMemo<Probe | null>(
    () => (asked ? { kind: 'anatomy', point, layer } : null),
    [asked, point, layer],
  );
  useShows(probe);
};
