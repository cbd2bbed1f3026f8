const NAME = 'gradus-tab';
const EARLIER = 'gradus-earlier';

/** Where this tab keeps its record, where the record it opens with is, and where work lies that a link pushed aside. */
export interface Tab {
  readonly name: string;
  readonly from: string | null;
  readonly earlier: string | null;
}

/**
 * Claims a name for this tab. A tab that was duplicated starts with its original's name: the one that comes second
 * sees that the name is held, reads that record and goes on under a name of its own.
 */
export const claimTab = async (): Promise<Tab> => {
  const known = readName(NAME);
  const earlier = readName(EARLIER);
  if (known && (await hold(known))) return { name: known, from: known, earlier };
  return { ...(await newName()), from: known, earlier };
};

/** Leaves the tab's record where it is, to come back to, and goes on under another name. */
export const leaveRecord = async (tab: Tab): Promise<Tab> => {
  const earlier = tab.earlier ?? tab.name;
  write(EARLIER, earlier);
  return { ...(await newName()), from: null, earlier };
};

/** Goes back to the record that was left. */
export const returnToEarlier = (tab: Tab): Tab => {
  const name = tab.earlier ?? tab.name;
  write(NAME, name);
  write(EARLIER, null);
  return { name, from: name, earlier: null };
};

const newName = async (): Promise<{ readonly name: string }> => {
  const name = crypto.randomUUID();
  await hold(name);
  write(NAME, name);
  return { name };
};

const readName = (key: string): string | null => {
  try {
    const name = sessionStorage.getItem(key);
    return name && /^[0-9a-f-]{36}$/.test(name) ? name : null;
  } catch {
    return null;
  }
};

const write = (key: string, name: string | null): void => {
  try {
    if (name) sessionStorage.setItem(key, name);
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is switched off: the work lives as long as the page.
  }
};

/** Holds a name until the page goes; false if another tab holds it. */
const hold = (name: string): Promise<boolean> => {
  // Only a secure context has locks; without them a duplicated tab shares its record.
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(`gradus ${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise(() => {}) : undefined;
      })
      // Locks can be switched off with storage: the tab goes on as if it held its name.
      .catch(() => resolve(true));
  });
};
