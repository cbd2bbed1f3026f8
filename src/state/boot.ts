import { opening } from '../experiment/presets.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { part } from '../part.ts';
import { arrive, expectRun, release, turnTo } from './arrivals.ts';
import { startFrames } from './frames.ts';
import { tell } from './notice.ts';
import { NOT_FETCHED } from './parts.ts';
import { refused } from './problems.ts';
import { startPreferences } from './preferences.ts';
import { claimTab, type Tab } from './tab.ts';
import { startSaving } from './save.ts';
import { start } from './start.ts';
import { trainer } from './trainer.ts';

/** Opens what was kept or is asked for: who comes for the first time needs none of it. */
const returning = part(() => import('./returning.ts'));

/** Where this tab keeps its record, and what saves what is on the screen at once. */
export const desk: { tab: Tab; flush: () => Promise<void> } = {
  tab: { name: '', from: null, earlier: null },
  flush: () => Promise.resolve(),
};

/** Opens the page where it was left, or what its address asks for; then keeps it saved. */
export const boot = async (): Promise<void> => {
  // What is done before the first run is on the screen is done to that run.
  expectRun();
  // Its worker gets ready while the page does.
  trainer();
  startPreferences();
  desk.tab = await claimTab();
  const { from, earlier } = desk.tab;
  const known = location.hash !== '' || from !== null || earlier !== null;
  const opened = known && (await (await returning.fetch()).openKnown());
  if (!opened) await first(opening);
  startFrames(arrive);
  desk.flush = startSaving(() => desk.tab.name, !opened);
  addEventListener('hashchange', () => {
    const follow = async (): Promise<void> => (await returning.fetch()).follow();
    follow().catch(() => tell(NOT_FETCHED));
  });
};

/** Shows the first run of the page, trained to a step. */
export const first = async (experiment: Experiment, step = 0): Promise<void> => {
  const started = await start(experiment, refused(experiment) ? {} : { step });
  if (!started.refused) return turnTo(started.run, experiment, []);
  release();
  tell(started.refused);
};
