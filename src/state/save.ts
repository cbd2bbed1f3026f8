import type { Frame } from '../worker/frame.ts';
import { opening } from '../experiment/presets.ts';
import { idle } from '../part.ts';
import { runExpected } from './arrivals.ts';
import { reading } from './parts.ts';
import type { Record } from './storage.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';

/** How often a run that goes on is written, and how often it is taken down in case the page goes, in milliseconds. */
const EVERY = 10_000;
const TAKE_EVERY = 1000;
/** How soon after an edit, a step or a pause. */
const SOON = 200;
const RECORDS = 30;

/**
 * Saves the run every 10 s while something changes, soon after an edit, a step or a pause, and when the page is left.
 * A page that goes cannot wait for the trainer any more: it writes what it took down last. The answer saves at once.
 * What the page opens with on a `first` visit needs no record before anything was done.
 */
export const startSaving = (tab: () => string, first: boolean): (() => Promise<void>) => {
  let taken: Frame | null = null;
  let taking = false;
  let unwritten: { readonly tab: string; readonly record: Record } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = async (asked = false): Promise<void> => {
    const { experiment, frame, ghost } = useWork.getState();
    if (first && !asked && !taken && experiment === opening && frame?.newest.step === 0) return;
    // In a hidden tab no frame arrives, but what plays goes on.
    if (!frame || (frame === taken && !frame.playing) || taking) return;
    if (runExpected()) return soon();
    taking = true;
    const saved = await trainer()
      .save()
      .finally(() => {
        taking = false;
      });
    const now = useWork.getState();
    // Document and state must belong together: what was edited or started meanwhile is taken at the next turn.
    if (now.experiment !== experiment || now.frame?.run !== frame.run || runExpected()) return soon();
    taken = frame;
    unwritten = {
      tab: tab(),
      record: { experiment: JSON.stringify(experiment), saved, ghost, at: Date.now() },
    };
  };
  const write = (): void => {
    if (!unwritten) return;
    const leaving = unwritten;
    unwritten = null;
    reading.fetch().then(
      // No storage here (a private window, a full disk): the work lives as long as the page.
      ({ writeRecord }) => void writeRecord(leaving.tab, leaving.record).catch(() => {}),
      () => {
        unwritten ??= leaving;
      },
    );
  };
  const flush = (asked = false): Promise<void> => take(asked).then(write, write);
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush();
    }, SOON);
  };

  setInterval(() => void take().catch(() => {}), TAKE_EVERY);
  setInterval(write, EVERY);
  useWork.subscribe((now, before) => {
    const paused = before.frame?.playing && !now.frame?.playing;
    const stepped = !now.frame?.playing && now.frame?.position !== before.frame?.position;
    if (paused || stepped || now.experiment !== before.experiment) soon();
  });
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') write();
  });
  void idle()
    .then(reading.fetch)
    .then(({ forgetOld }) => forgetOld(RECORDS))
    .catch(() => {});
  return () => flush(true);
};
