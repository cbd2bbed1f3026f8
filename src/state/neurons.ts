import { oneMore, phaseAt, shownOf } from './revealed.ts';
import { backBy, move } from './run.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';
import { look, type Revealed, useView } from './view.ts';

/** One neuron more of the phase under way; once all are shown, the next phase with its first one. */
export const reveal = (): void => {
  const { frame } = useWork.getState();
  if (!frame) return;
  const { revealed } = useView.getState();
  const next = oneMore(frame, revealed);
  if (next) return unveil(next);
  const { step, phase } = frame.position;
  // The next phase comes with its first neuron alone; after the update there is nothing to be revealed.
  move(async () => {
    unveil(phase > 2 * frame.weights.length ? null : { step, phase: phase + 1, shown: 1 });
    await trainer().forward('phase');
  });
};

/** One neuron fewer; from the first one on the phase before it, whole. */
export const conceal = (): void => {
  const { frame } = useWork.getState();
  const { revealed } = useView.getState();
  const shown = frame && shownOf(frame, revealed);
  if (frame && shown !== null && shown > 1) {
    const { step, phase } = frame.position;
    return unveil({ step, phase, shown: shown - 1 });
  }
  unveil(null);
  backBy('phase');
};

/** Shows so many neurons; what is looked into follows the newest one. */
const unveil = (revealed: Revealed | null): void => {
  const phase = revealed && phaseAt(useWork.getState().frame, revealed.phase);
  const newest =
    phase === null ? null : { kind: 'unit' as const, layer: phase, unit: (revealed?.shown ?? 1) - 1 };
  look({ revealed, ...(newest && { selected: newest }) });
};

/** One neuron at a time, as long as it goes on. */
let clock: ReturnType<typeof setTimeout> | undefined;
export const tick = (): void => {
  clearTimeout(clock);
  const { revealing, stepSize, speed } = useView.getState();
  if (!revealing) return;
  if (stepSize !== 'neuron') return look({ revealing: false });
  clock = setTimeout(() => {
    if (!useView.getState().revealing) return;
    reveal();
    tick();
  }, 1000 / speed);
};
