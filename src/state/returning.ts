import { opening } from '../experiment/presets.ts';
import { fromText, STORED_BROKEN } from '../experiment/parse.ts';
import { turnTo } from './arrivals.ts';
import { type Asked, askedBy } from './asked.ts';
import { desk, first } from './boot.ts';
import { openBranches } from './branchAssets.ts';
import { noteDeed } from './deed.ts';
import { open } from './experiment.ts';
import { tell, tellBroken, useNotice } from './notice.ts';
import { aside, NOT_FETCHED } from './parts.ts';
import { checks } from './problems.ts';
import { readRecord } from './record.ts';
import type { Record } from './storage.ts';
import { leaveRecord, returnToEarlier } from './tab.ts';
import { start } from './start.ts';
import { look, measure, useView } from './view.ts';

/** Opens what the address asks for, else what this tab has kept; false if there is neither. */
export const openKnown = async (): Promise<boolean> => {
  const asked = readAddress();
  const record = desk.tab.from ? await readRecord(desk.tab.from) : null;
  // Only what the page opens with by itself is known to fit.
  if (asked || record) await checks.fetch();
  if (asked) {
    // One's own work stays where it is; the link gets a record of its own.
    if (record) desk.tab = await leaveRecord(desk.tab);
    opened(asked);
    await first(asked.experiment, asked.step);
  } else if (record) {
    await reopen(record);
  }
  // What could not be read comes first: it is said only now.
  if (!useNotice.getState().notice) offerEarlier();
  if (asked) tellFar(asked);
  return asked !== null || record !== null;
};

/** What the end of the address asks for, taken out of the address so that a reload opens one's own work. */
const readAddress = (): Asked | null => {
  const { hash } = location;
  const asked = askedBy(hash);
  if (!asked) return null;
  history.replaceState(null, '', location.href.split('#')[0]);
  if ('experiment' in asked) return asked;
  if (asked.broken) tellBroken(asked.text, asked.broken);
  else tell(asked.text);
  return null;
};

const tellFar = ({ far }: Asked): void => {
  if (far) tell(far);
};

const opened = ({ demo }: Asked): void => {
  const built = demo === 'hand-xor';
  if (built) look({ tour: 1 });
  // Every update is to be seen there.
  if (demo === 'one-weight') look({ descent: true, comparing: false, stepSize: 'batch', speed: 1 });
  if (demo === 'vanishing') measure({ kind: 'gradients' });
  noteDeed({ kind: built ? 'built' : 'opened' });
};

/** An address followed while the page is open: the work on the screen stays, one undo away and in its own record. */
export const follow = async (): Promise<void> => {
  const asked = readAddress();
  if (!asked) return;
  if (useView.getState().lesson) await (await aside.fetch()).leave();
  await desk.flush();
  desk.tab = await leaveRecord(desk.tab);
  if (!(await open(asked.experiment, undefined, asked.step))) return;
  opened(asked);
  offerEarlier();
  tellFar(asked);
};

/** Takes up a record: its experiment, its moment, its curve; paused. What cannot be read is kept for download. */
const reopen = async (record: Found): Promise<void> => {
  const read = 'broken' in record ? null : fromText(record.experiment);
  if (!('broken' in record) && read?.ok) {
    const started = await start(read.experiment, { saved: record.saved });
    if (!started.refused)
      return turnTo(started.run, read.experiment, await openBranches(record), record.saved.origin);
    // It is whole, but cannot be opened: its files are gone, or there is no memory for it.
    const { refused } = started;
    await first(opening);
    return tellBroken(refused, () => textOf(record));
  }
  await first(opening);
  tellBroken(STORED_BROKEN, () => textOf(record));
};

type Found = Record | { readonly broken: unknown };

/** What was found, as well as it can be written down. */
const textOf = (record: Found): string => {
  if (!('broken' in record)) return record.experiment;
  try {
    return JSON.stringify(record.broken, (_key, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
  } catch {
    return String(record.broken);
  }
};

/** Says that one's own work waits behind a link that was opened over it. */
const offerEarlier = (): void => {
  if (!desk.tab.earlier) return;
  tell(
    {
      en: 'This is a shared experiment. Your own work is kept.',
      ko: '공유받은 실험입니다. 하던 실험은 그대로 남아 있습니다.',
    },
    {
      words: { en: 'Back to my work', ko: '내 실험으로' },
      run: () => void goBack().catch(() => tell(NOT_FETCHED)),
    },
  );
};

const goBack = async (): Promise<void> => {
  await desk.flush();
  const record = desk.tab.earlier ? await readRecord(desk.tab.earlier) : null;
  const read = record && !('broken' in record) ? fromText(record.experiment) : null;
  if (!record || 'broken' in record || !read?.ok) {
    if (record) return tellBroken(STORED_BROKEN, () => textOf(record));
    return tell({ en: 'Your own work was not found any more.', ko: '하던 실험을 찾지 못했습니다.' });
  }
  const saved = { saved: record.saved, branches: await openBranches(record) };
  if (await open(read.experiment, saved)) desk.tab = returnToEarlier(desk.tab);
};
