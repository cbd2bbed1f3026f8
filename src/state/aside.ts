import type { Experiment } from '../experiment/experiment.ts';
import type { Saved } from '../worker/frame.ts';
import { inTurn, meetBack, turnTo } from './arrivals.ts';
import { desk } from './boot.ts';
import { type Deed, lastDeed, noteDeed } from './deed.ts';
import { roadHere } from './entries.ts';
import { turn } from './experiment.ts';
import { tell } from './notice.ts';
import { type Entry, type Road, useWork, work } from './store.ts';
import { trainer } from './trainer.ts';
import { look, useView, type View } from './view.ts';

/** One's own work while a lesson is on: the run, its document, what can be undone, and what was in view. */
interface Own {
  readonly road: Road;
  /** What opens it again should the trainer no longer keep the run. */
  readonly saved: Saved;
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
  readonly deed: Deed;
  readonly view: Partial<View>;
}

let own: Own | null = null;

/** Puts one's own work aside: it is saved, and what is in view now comes back with it. */
export const putAside = (): Promise<void> => {
  const { stage, stepSize, speed, selected, microscope, pinned, descent, tour } = useView.getState();
  const view = { stage, stepSize, speed, selected, microscope, pinned, descent, tour };
  return desk.flush().then(
    () =>
      new Promise((resolve) => {
        inTurn(null, () => {
          const { past, future } = useWork.getState();
          const deed = lastDeed();
          const road = roadHere();
          void trainer()
            .save()
            .then((saved) => {
              own ??= { road, saved, past, future, deed, view };
            })
            .finally(resolve);
        });
      }),
  );
};

/** Shows a run of another experiment, while one's own work is aside: it leaves no branch, and nothing to undo. */
export const showBeside = (next: Experiment): Promise<boolean> =>
  new Promise((resolve) => {
    inTurn(null, () => resolve(turn(() => startBeside(next))));
  });

const startBeside = async (next: Experiment): Promise<boolean> => {
  // One's own run is kept by the trainer; what a lesson leaves is not.
  const forget = useWork.getState().frame?.run !== own?.road.run;
  const started = await trainer().start(next, { forget });
  if (started.refused) {
    tell(started.refused);
    return false;
  }
  meetBack();
  work({ past: [], future: [] });
  turnTo(started.run, next, []);
  return true;
};

/** Brings one's own work back as it was. */
export const bringBack = (): Promise<boolean> =>
  new Promise((resolve) => {
    inTurn(null, () => resolve(turn(restoreOwn)));
  });

const restoreOwn = async (): Promise<boolean> => {
  if (!own) return false;
  const { road, saved, past, future, deed, view } = own;
  let { run } = road;
  if (!(await trainer().restore(run))) {
    const started = await trainer().start(road.experiment, { saved, forget: true });
    if (started.refused) {
      tell(started.refused);
      return false;
    }
    ({ run } = started);
  }
  own = null;
  meetBack();
  work({ past, future });
  turnTo(run, road.experiment, road.branches, road.origin);
  noteDeed(deed);
  look({ ...view, lesson: null });
  return true;
};
