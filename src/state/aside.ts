import type { Experiment } from '../experiment/experiment.ts';
import type { Saved } from '../worker/frame.ts';
import { inTurn, meetBack, turnTo } from './arrivals.ts';
import { desk } from './boot.ts';
import { type Deed, lastDeed, noteDeed } from './deed.ts';
import { roadHere } from './entries.ts';
import { edited, turn } from './experiment.ts';
import { leaveBefore } from './leaving.ts';
import { tell } from './notice.ts';
import type { Text } from '../text.ts';
import { type Entry, type Road, useWork, work } from './store.ts';
import { start } from './start.ts';
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

/** Is the run on the screen one's own, put aside? Nothing of a lesson may train it, be it of the lesson's own experiment. */
export const showsOwn = (): boolean => own !== null && useWork.getState().frame?.run === own.road.run;

/** Puts one's own work aside: it is saved, and what is in view now comes back with it. */
export const putAside = (): Promise<boolean> => {
  const { stage, stepSize, speed, selected, microscope, pinned, descent, tour } = useView.getState();
  const view = { stage, stepSize, speed, selected, microscope, pinned, descent, tour };
  return desk.flush().then(
    () =>
      new Promise((resolve) => {
        inTurn(null, () => {
          const keep = async (): Promise<void> => {
            // An edit that is on its way belongs to what is put aside.
            await edited();
            const { past, future } = useWork.getState();
            const kept = { road: roadHere(), past, future, deed: lastDeed(), view };
            own ??= { ...kept, saved: await trainer().save() };
            leaveBefore(leave);
          };
          keep().then(
            () => resolve(true),
            () => {
              tell(NOT_PUT);
              resolve(false);
            },
          );
        });
      }),
  );
};

const NOT_PUT: Text = {
  en: 'Your work could not be put aside, so the lesson stays closed. Try again in a moment.',
  ko: '하던 실험을 치워 둘 수 없어 강의를 열지 않았습니다. 잠시 뒤에 다시 해 보세요.',
};

/** What is under way in the lesson and has to end before one's own work comes back. */
let rest: () => Promise<void> = () => Promise.resolve();
export const restBeforeLeaving = (task: () => Promise<void>): void => {
  rest = task;
};

/** Leaves the lesson: what is under way there ends, then one's own work comes back. */
export const leave = async (): Promise<boolean> => {
  await rest();
  return bringBack();
};

/** Shows a run of another experiment, while one's own work is aside: it leaves no branch, and nothing to undo. */
export const showBeside = (next: Experiment): Promise<boolean> =>
  new Promise((resolve) => {
    inTurn(null, () => resolve(turn(() => startBeside(next))));
  });

const startBeside = async (next: Experiment): Promise<boolean> => {
  // One's own work is back already: nothing is to take its place.
  if (!own) return false;
  // One's own run is kept by the trainer; what a lesson leaves is not.
  const forget = !showsOwn();
  const started = await start(next, { forget });
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
const bringBack = (): Promise<boolean> =>
  new Promise((resolve) => {
    inTurn(null, () => resolve(turn(restoreOwn)));
  });

const restoreOwn = async (): Promise<boolean> => {
  if (!own) {
    look({ lesson: null });
    return false;
  }
  const { road, saved, past, future, deed, view } = own;
  let { run } = road;
  if (!(await trainer().restore(run))) {
    const started = await start(road.experiment, { saved, forget: true });
    if (started.refused) {
      tell(started.refused);
      return false;
    }
    ({ run } = started);
  }
  own = null;
  leaveBefore(null);
  meetBack();
  work({ past, future });
  turnTo(run, road.experiment, road.branches, road.origin);
  noteDeed(deed);
  look({ ...view, lesson: null });
  return true;
};
