import { useEffect } from 'react';
import { type Frame, goesOn, type Probe, type StepSize, type Views } from '../worker/frame.ts';
import { edit, reset as startAgain } from './experiment.ts';
import { newWeights } from '../experiment/moves.ts';
import { expectBack, inTurn } from './arrivals.ts';
import { refresh, show } from './frames.ts';
import { refused } from './problems.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';
import { oneMore, phaseAt, shownOf } from './revealed.ts';
import { look, type Revealed, useView, type ViewStep } from './view.ts';

export { useProblems } from './problems.ts';

export const useFrame = (): Frame | null => useWork((now) => now.frame);

const NOTHING: Views = {};
export const useViews = (): Views => useWork((now) => now.frame?.views ?? NOTHING);

/** While mounted, the frame carries this probe's answer. */
export const useShows = (probe: Probe | null): void => {
  const key = JSON.stringify(probe);
  useEffect(() => {
    const wanted = JSON.parse(key) as Probe | null;
    return wanted ? show(wanted) : undefined;
  }, [key]);
};

/** Trains until paused. A design that Keras would refuse does not start: the sentence says why. */
export const play = (): void => {
  look({ played: true, tour: null });
  if (useView.getState().stepSize === 'neuron') return look({ revealing: true });
  move(() => {
    const { stepSize, speed } = useView.getState();
    void trainer().pace(trained(stepSize), speed);
    return trainer().play();
  });
};

export const pause = (): void => command(() => trainer().pause());
export const toggle = (): void => {
  const { frame } = useWork.getState();
  if (useView.getState().revealing) look({ revealing: false });
  else if (frame && goesOn(frame)) pause();
  else play();
};

/** One step of a size; the view's, if none is named. */
export const forward = (size: ViewStep = useView.getState().stepSize): void => {
  look({ tour: null });
  if (size === 'neuron') return reveal();
  move(() => trainer().forward(size));
};
export const back = (size: ViewStep = useView.getState().stepSize): void => {
  if (size === 'neuron') return conceal();
  backBy(size);
};
const backBy = (size: StepSize): void =>
  command(() => {
    expectBack();
    return trainer().back(size);
  });

/** What the trainer goes by where the page goes by neurons. */
const trained = (size: ViewStep): StepSize => (size === 'neuron' ? 'phase' : size);

/** One neuron more of the phase under way; once all are shown, the next phase with its first one. */
const reveal = (): void => {
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
const conceal = (): void => {
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
const tick = (): void => {
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

/** One step of the chosen size, or of the next larger one. */
export const stepBy = (way: 'forward' | 'back', larger: boolean): void => {
  const { stepSize } = useView.getState();
  const size: ViewStep = larger ? LARGER[stepSize] : stepSize;
  if (way === 'forward') forward(size);
  else back(size);
};
const LARGER: Readonly<Record<ViewStep, ViewStep>> = {
  neuron: 'phase',
  phase: 'batch',
  batch: 'epoch',
  epoch: 'epoch',
};

/** The step that is asked for next; null while none is. */
let sought: number | null = null;
let asking = false;

/**
 * Goes, at rest, to where the run stood after so many updates; before its beginning and beyond what it was trained to
 * there is nothing. Of a drag that is faster than the trainer's answers only the newest step is asked for.
 */
export const seek = (step: number): void => {
  if (useView.getState().tour !== null) look({ tour: null });
  expectBack();
  sought = step;
  if (asking) return;
  asking = true;
  command(async () => {
    try {
      while (sought !== null) {
        const next = sought;
        sought = null;
        await trainer().seek(next);
        refresh();
      }
    } finally {
      asking = false;
    }
  });
};

export const reset = (): void => startAgain();
export const newRun = (): void => edit(newWeights(useWork.getState().design), { deed: { kind: 'weights' } });

/** What goes on in time does so with the run on the screen: one that is on its way is waited for. */
const command = (ask: () => Promise<void>): void =>
  inTurn(null, () => {
    refresh();
    ask().then(refresh, refresh);
  });

/** What trains: not a design that Keras would refuse. */
const move = (ask: () => Promise<void>): void =>
  command(() => (refused(useWork.getState().design) ? Promise.resolve() : ask()));

/** The pace follows the view, and so does what is kept to go back from. */
useView.subscribe((now, before) => {
  if (now.memory !== before.memory) void trainer().remember(now.memory * 2 ** 20);
  if (now.stepSize !== before.stepSize || now.speed !== before.speed)
    void trainer().pace(trained(now.stepSize), now.speed);
  if (now.revealing !== before.revealing || now.speed !== before.speed || now.stepSize !== before.stepSize)
    tick();
  if (now.stepSize !== 'neuron' && now.revealed) look({ revealed: null });
});
