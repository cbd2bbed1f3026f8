import { forgetOld, writeRecord } from './storage.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';

const EVERY = 10_000;
const SOON = 500;
const RECORDS = 30;

/** Saves the run every 10 s while something changes, soon after an edit or a pause, and when the page is left. */
export const startSaving = (tab: () => string): void => {
  let last: unknown = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    const { experiment, frame, ghost } = useWork.getState();
    if (!frame || last === frame) return;
    last = frame;
    const saved = await trainer().save();
    const now = useWork.getState();
    // A run that was started meanwhile is saved with its own document at the next turn.
    if (now.experiment !== experiment || now.frame?.run !== frame.run) return soon();
    try {
      await writeRecord(tab(), { experiment: JSON.stringify(experiment), saved, ghost, at: Date.now() });
    } catch {
      // No storage here (a private window, a full disk): the work lives as long as the page.
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SOON);
  };
  setInterval(() => void save(), EVERY);
  useWork.subscribe((now, before) => {
    const paused = before.frame?.playing && !now.frame?.playing;
    const stepped = !now.frame?.playing && now.frame?.position !== before.frame?.position;
    if (paused || stepped || now.experiment !== before.experiment) soon();
  });
  addEventListener('pagehide', () => void save());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });
  void forgetOld(RECORDS).catch(() => {});
};
