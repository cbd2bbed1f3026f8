import { fromLink, isLink } from '../experiment/link.ts';
import { fromText } from '../experiment/parse.ts';
import { demos, opening } from '../experiment/presets.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { arrive, turnTo } from './arrivals.ts';
import { noteDeed } from './deed.ts';
import { open } from './experiment.ts';
import { startFrames } from './frames.ts';
import { tell, tellBroken } from './notice.ts';
import { startPreferences } from './preferences.ts';
import { readRecord, type Record } from './storage.ts';
import { claimTab, leaveRecord, returnToEarlier, type Tab } from './tab.ts';
import { startSaving } from './save.ts';
import { type Ghost, useWork } from './store.ts';
import { trainer } from './trainer.ts';
import { look } from './view.ts';

let tab: Tab;

/** Opens the page where it was left, or what its address asks for; then keeps it saved. */
export const boot = async (): Promise<void> => {
  startPreferences();
  tab = await claimTab();
  const asked = readAddress();
  const record = tab.from ? await readRecord(tab.from) : null;
  if (asked) {
    // One's own work stays where it is; the link gets a record of its own.
    if (record) tab = await leaveRecord(tab);
    await first(asked.experiment);
    opened(asked);
  } else if (record) {
    await reopen(record);
  } else {
    await first(opening);
  }
  offerEarlier();
  startFrames(arrive);
  startSaving(() => tab.name);
  addEventListener('hashchange', () => void follow());
};

/** What the end of the address asks for, taken out of the address so that a reload opens one's own work. */
const readAddress = (): { readonly experiment: Experiment; readonly built: boolean } | null => {
  const hash = location.hash;
  const demo = hash.startsWith('#demo=') ? demoOf(hash.slice(6)) : null;
  if (!demo && !isLink(hash)) return null;
  history.replaceState(null, '', location.href.split('#')[0]);
  if (demo) return { experiment: demo, built: hash === '#demo=hand-xor' };
  const read = fromLink(hash);
  if (read.ok) return { experiment: read.experiment, built: false };
  tellBroken(read.text, read.broken);
  return null;
};

const demoOf = (name: string): Experiment | null =>
  Object.entries(demos).find(([known]) => known === name)?.[1] ?? null;

const opened = ({ built }: { readonly built: boolean }): void => {
  if (built) look({ tour: 1 });
  noteDeed({ kind: built ? 'built' : 'opened' });
};

/** An address followed while the page is open: the work on the screen stays, one undo away and in its own record. */
const follow = async (): Promise<void> => {
  const asked = readAddress();
  if (!asked) return;
  tab = await leaveRecord(tab);
  await open(asked.experiment);
  opened(asked);
  offerEarlier();
};

const first = async (experiment: Experiment): Promise<void> => {
  const started = await trainer().start(experiment);
  if (started.refused) return tell(started.refused);
  turnTo(started.run, experiment, null);
};

/** Takes up a record: its experiment, its moment, its curve; paused. What cannot be read is kept for download. */
const reopen = async (record: Record | { readonly broken: unknown }): Promise<void> => {
  const read = 'broken' in record ? null : fromText(record.experiment);
  if ('broken' in record || !read?.ok) {
    await first(opening);
    return tellBroken(BROKEN, 'broken' in record ? JSON.stringify(record.broken) : record.experiment);
  }
  if (await resume(read.experiment, record)) return;
  await first(opening);
  tellBroken(BROKEN, record.experiment);
};

const resume = async (experiment: Experiment, { saved, ghost }: Record): Promise<boolean> => {
  try {
    const started = await trainer().start(experiment, { saved });
    if (started.refused) return false;
    turnTo(started.run, experiment, ghost satisfies Ghost | null);
    return true;
  } catch {
    // The moment does not belong to this experiment (a record made by hand, or by another version).
    return false;
  }
};

const BROKEN = {
  en: 'The last experiment could not be read. This is a fresh one; the old one can be downloaded.',
  ko: '지난 실험을 읽지 못했습니다. 새 실험으로 시작했고, 지난 것은 파일로 내려받을 수 있습니다.',
};

/** Says that one's own work waits behind a link that was opened over it. */
const offerEarlier = (): void => {
  if (!tab.earlier) return;
  tell(
    {
      en: 'This is a shared experiment. Your own work is kept.',
      ko: '공유받은 실험입니다. 하던 실험은 그대로 남아 있습니다.',
    },
    { words: { en: 'Back to my work', ko: '내 실험으로' }, run: () => void goBack() },
  );
};

const goBack = async (): Promise<void> => {
  tab = returnToEarlier(tab);
  const record = await readRecord(tab.name);
  if (!record) {
    return tell({ en: 'Your own work was not found any more.', ko: '하던 실험을 찾지 못했습니다.' });
  }
  const { past } = useWork.getState();
  await reopen(record);
  useWork.setState({ past, future: [] });
};
