import { refused } from './problems.ts';
import { firstOf, newestOf, oneFewer, oneMore } from './revealing.ts';
import { backBy, move } from './run.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';
import { look, type Revealed, useView } from './view.ts';

/** The phase that was asked for and is not drawn yet: until then nothing more is revealed. */
let coming: { readonly run: number; readonly step: number; readonly phase: number } | null = null;

/** One neuron more of the phase under way; once all are shown, the next phase with its first one. */
export const reveal = (): void => {
  const { frame } = useWork.getState();
  if (!frame || coming) return;
  const { revealed } = useView.getState();
  const next = oneMore(frame, revealed);
  if (next) return unveil(next);
  const { run, position } = frame;
  // The next phase comes with its first neuron alone; after the update there is nothing to be revealed.
  const after = { run, step: position.step, phase: position.phase + 1 };
  coming = after;
  move(async () => {
    unveil(position.phase > 2 * frame.weights.length ? null : firstOf(frame, after.phase));
    await trainer()
      .forward('phase')
      .finally(() => {
        // What is not drawn by then was refused, or another run has come.
        setTimeout(() => {
          if (coming === after) coming = null;
        }, LONGEST);
      });
  });
};
/** A frame takes no longer, in ms. */
const LONGEST = 500;

/** Another moment on the screen: what was to come has come, and what stopped is not gone on with. */
useWork.subscribe(({ frame }, before) => {
  if (!frame || frame === before.frame) return;
  const { position, run, halt } = frame;
  if (position !== before.frame?.position) coming = null;
  const { revealing, revealed } = useView.getState();
  const other = run !== before.frame?.run;
  if (revealing && (other || halt)) look({ revealing: false });
  if (revealed && other) look({ revealed: null });
});

/** One neuron fewer, of a phase that is whole too; from the first one on the phase before it, whole. */
export const conceal = (): void => {
  const { frame } = useWork.getState();
  const fewer = frame && oneFewer(frame, useView.getState().revealed);
  unveil(fewer);
  if (!fewer) backBy('phase');
};

/** Shows so many neurons; what is looked into follows the newest one. */
const unveil = (revealed: Revealed | null): void => {
  const { frame } = useWork.getState();
  const newest = frame && revealed && newestOf(frame, revealed);
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
    if (refused(useWork.getState().design)) return look({ revealing: false });
    // A page that nobody sees draws nothing: it waits.
    if (document.visibilityState !== 'hidden') reveal();
    tick();
  }, 1000 / speed);
};
