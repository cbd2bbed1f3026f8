import type { Frame } from '../worker/frame.ts';
import type { Text } from '../text.ts';
import { opening } from '../experiment/presets.ts';
import { idle } from '../part.ts';
import { runExpected } from './arrivals.ts';
import { tell } from './notice.ts';
import { reading } from './parts.ts';
import type { BranchAsset, Record } from './storage.ts';
import { type Branch, useWork } from './store.ts';
import { trainer } from './trainer.ts';
import { useView } from './view.ts';

/** How often a run that goes on is written, and how often it is taken down in case the page goes, in milliseconds. */
const EVERY = 10_000;
const TAKE_EVERY = 1000;
/** How soon after an edit, a step or a pause. */
const SOON = 200;
const RECORDS = 30;

interface Unwritten {
  readonly tab: string;
  readonly record: Record;
  readonly assets: ReadonlyMap<string, BranchAsset>;
}

const NO_BRANCHES = { named: [], assets: new Map<string, BranchAsset>() };

/** The branches as a record names them; none where what they are named by cannot be had: they live as long as the page. */
const nameBranches = async (branches: readonly Branch[]) => {
  if (branches.length === 0) return NO_BRANCHES;
  try {
    return await (await reading.fetch()).namedBranches(branches);
  } catch {
    return NO_BRANCHES;
  }
};

const NO_ROOM: Text = {
  en: 'There is no room left to store the branches: they stay as long as this page is open. The run itself is stored.',
  ko: '갈래를 저장할 자리가 없습니다. 갈래는 이 페이지가 열려 있는 동안만 남습니다. 지금 학습은 저장했습니다.',
};

/**
 * Saves the run every 10 s while something changes, soon after an edit, a step or a pause, and when the page is left.
 * A page that goes cannot wait for the trainer any more: it writes what it took down last. The answer saves at once.
 * What the page opens with on a `first` visit needs no record before anything was done.
 */
export const startSaving = (tab: () => string, first: boolean): (() => Promise<void>) => {
  let taken: { readonly frame: Frame; readonly branches: readonly Branch[] } | null = null;
  let taking = false;
  let missed = false;
  let unwritten: Unwritten | null = null;
  /** What the tab's record names that was written last. */
  let written: { readonly tab: string; readonly keys: ReadonlySet<string> } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** `wanted`: it is to be written at once, and what comes in between is not to be missed. */
  const take = async (asked = false, wanted = false): Promise<void> => {
    const { experiment, frame, branches } = useWork.getState();
    // What a lesson shows is not one's own work: that is in the record as it was.
    if (useView.getState().lesson) return;
    if (first && !asked && !taken && experiment === opening && frame?.newest.step === 0) return;
    // In a hidden tab no frame arrives, but what plays goes on.
    const same = frame === taken?.frame && branches === taken.branches;
    if (!frame || (same && !frame.playing)) return;
    if (taking) {
      missed ||= wanted;
      return;
    }
    if (runExpected()) return soon();
    taking = true;
    const [saved, { named, assets }] = await Promise.all([trainer().save(), nameBranches(branches)]).finally(
      () => {
        taking = false;
      },
    );
    const now = useWork.getState();
    // Document and state must belong together: what was edited or started meanwhile is taken at the next turn.
    if (now.experiment !== experiment || now.frame?.run !== frame.run || runExpected()) return soon();
    taken = { frame, branches };
    unwritten = {
      tab: tab(),
      record: { experiment: JSON.stringify(experiment), saved, branches: named, ghost: null, at: Date.now() },
      assets,
    };
    if (missed) soon();
    missed = false;
  };
  const write = (): void => {
    if (!unwritten) return;
    const leaving = unwritten;
    unwritten = null;
    reading.fetch().then(
      // No storage here (a private window, a full disk): the work lives as long as the page.
      ({ writeRecord }) => {
        const before = written?.tab === leaving.tab ? written.keys : null;
        const fresh = [...leaving.assets].filter(([key]) => !before?.has(key));
        written = { tab: leaving.tab, keys: new Set(leaving.assets.keys()) };
        writeRecord(leaving.tab, leaving.record, new Map(fresh)).catch(() => {
          written = null;
          // Where there is no room for the branches, the run itself is kept all the same.
          if (fresh.length === 0) return;
          const alone = { ...leaving.record, branches: [] };
          writeRecord(leaving.tab, alone, new Map()).then(
            () => tell(NO_ROOM),
            () => {},
          );
        });
      },
      () => {
        unwritten ??= leaving;
      },
    );
  };
  const flush = (asked = false): Promise<void> => take(asked, true).then(write, write);
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
    const branched = now.branches !== before.branches;
    if (paused || stepped || branched || now.experiment !== before.experiment) soon();
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
