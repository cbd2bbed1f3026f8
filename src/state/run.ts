import { useEffect } from 'react';
import { type Frame, goesOn, type Probe, type StepSize, type Views } from '../worker/frame.ts';
import { edit, reset as startAgain } from './experiment.ts';
import { newWeights } from '../experiment/moves.ts';
import { expectBack, inTurn } from './arrivals.ts';
import { part } from '../part.ts';
import { refresh, show } from './frames.ts';
import { refused } from './problems.ts';
import type * as Neurons from './neurons.ts';
import { tell } from './notice.ts';
import { NOT_FETCHED } from './parts.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';
import { look, useView, type ViewStep } from './view.ts';

/** Reveals phases neuron by neuron, once that is asked for. */
const neurons = part(() => import('./neurons.ts'));

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

export const pause = (): void => {
  whole();
  command(() => trainer().pause());
};
export const toggle = (): void => {
  const { frame } = useWork.getState();
  if (useView.getState().revealing) look({ revealing: false });
  else if (frame && goesOn(frame)) pause();
  else play();
};

/** One step of a size; the view's, if none is named. */
export const forward = (size: ViewStep = useView.getState().stepSize): void => {
  look({ tour: null });
  if (size === 'neuron') return byNeurons(({ reveal }) => reveal());
  whole();
  move(() => trainer().forward(size));
};
export const back = (size: ViewStep = useView.getState().stepSize): void => {
  if (size === 'neuron') return byNeurons(({ conceal }) => conceal());
  whole();
  backBy(size);
};

/** Phases are shown whole again, and nothing is revealed by itself any more. */
const whole = (): void => {
  const { revealing, revealed } = useView.getState();
  if (revealing || revealed) look({ revealing: false, revealed: null });
};
const byNeurons = (act: (here: typeof Neurons) => void): void => {
  neurons.fetch().then(act, () => {
    look({ revealing: false });
    tell(NOT_FETCHED);
  });
};

export const backBy = (size: StepSize): void =>
  command(() => {
    expectBack();
    return trainer().back(size);
  });

/** What the trainer goes by where the page goes by neurons. */
const trained = (size: ViewStep): StepSize => (size === 'neuron' ? 'phase' : size);

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

/** The moment that is asked for next; null while none is. */
let sought: { readonly step: number; readonly phases: number } | null = null;
let asking = false;

/**
 * Goes, at rest, to where the run stood after so many updates and phases of the next batch; before its beginning and beyond what it was trained to
 * there is nothing. Of a drag that is faster than the trainer's answers only the newest step is asked for.
 */
export const seek = (step: number, phases = 0): void => {
  if (useView.getState().tour !== null) look({ tour: null });
  expectBack();
  whole();
  sought = { step, phases };
  if (asking) return;
  asking = true;
  command(async () => {
    try {
      while (sought !== null) {
        const next = sought;
        sought = null;
        await trainer().seek(next.step, next.phases);
        refresh();
      }
    } finally {
      asking = false;
    }
  });
};

export const reset = (): void => {
  whole();
  startAgain();
};
export const newRun = (): void => edit(newWeights(useWork.getState().design), { deed: { kind: 'weights' } });

/** What goes on in time does so with the run on the screen: one that is on its way is waited for. */
const command = (ask: () => Promise<void>): void =>
  inTurn(null, () => {
    refresh();
    ask().then(refresh, refresh);
  });

/** What trains: not a design that Keras would refuse. */
export const move = (ask: () => Promise<void>): void =>
  command(() => (refused(useWork.getState().design) ? Promise.resolve() : ask()));

/** The pace follows the view, and so does what is kept to go back from. */
useView.subscribe((now, before) => {
  if (now.memory !== before.memory) void trainer().remember(now.memory * 2 ** 20);
  if (now.stepSize !== before.stepSize || now.speed !== before.speed)
    void trainer().pace(trained(now.stepSize), now.speed);
  if (now.revealing && (!before.revealing || now.speed !== before.speed)) byNeurons(({ tick }) => tick());
  if (now.revealing && now.stepSize !== 'neuron') look({ revealing: false });
  if (now.stepSize !== 'neuron' && now.revealed) look({ revealed: null });
});
