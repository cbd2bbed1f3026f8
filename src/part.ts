/** Something that the first view does without: it is fetched in an idle moment, or before that when it is needed. */
export interface Part<T> {
  /** What was fetched; null until then. */
  readonly here: T | null;
  /** It was needed on the screen and could not be fetched. */
  readonly missing: boolean;
  /** Fetches it, once. Rejects where that fails; the next call tries again. */
  readonly fetch: () => Promise<T>;
  /** Fetches it for something on the screen, which can say that it is missing. */
  readonly need: () => void;
}

/** A part did not come: there is no connection, or a newer page has taken the place of this one. */
export class NotFetched extends Error {
  constructor(cause: unknown) {
    super('A part of the page could not be fetched.', { cause });
  }
}

/** What parts are fetched for together, as soon as it is known that they will be on the screen. */
export type Use = 'pictures';

const parts: Part<unknown>[] = [];
const uses = new Map<Part<unknown>, Use>();
const listeners = new Set<() => void>();

/** Hears of every part that comes, or turns out to be missing. The returned function ends that. */
export const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const change = (): void => {
  for (const listener of listeners) listener();
};

/** Style sheets that did not come. They stay in the page, and whoever loads a part counts them as there. */
const failed = new Set<HTMLLinkElement>();
// Neither a worker nor a test without a page has a document.
globalThis.document?.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
  },
  true,
);

/** Asks once more for a style sheet, at its place among the others: their order decides which rule holds. */
const askAgain = (old: HTMLLinkElement): Promise<void> =>
  new Promise((resolve) => {
    failed.delete(old);
    const fresh = document.createElement('link');
    fresh.rel = 'stylesheet';
    fresh.crossOrigin = old.crossOrigin;
    fresh.href = old.href;
    // Where it fails again it is among the failed ones by then.
    for (const end of ['load', 'error']) fresh.addEventListener(end, () => resolve());
    old.replaceWith(fresh);
  });

let asking: Promise<unknown> | null = null;

/** Resolves once no style sheet is missing any more; parts that come at the same time wait for the same ones. */
const styled = async (): Promise<void> => {
  asking ??= Promise.all([...failed].map(askAgain)).finally(() => {
    asking = null;
  });
  await asking;
  if (failed.size === 0) return;
  const missed = [...failed].map(({ href }) => href).join(', ');
  throw new Error(
    `The page needs ${missed}, which could not be fetched: check the connection and try again.`,
  );
};

/** Names a part by how it is fetched: `part(() => import('./story.ts'))`. */
export const part = <T>(load: () => Promise<T>, use?: Use): Part<T> => {
  let here: T | null = null;
  let missing = false;
  let coming: Promise<T> | null = null;
  const come = async (): Promise<T> => {
    try {
      const loaded = await load();
      await styled();
      here = loaded;
      missing = false;
      change();
      return here;
    } catch (error) {
      coming = null;
      throw new NotFetched(error);
    }
  };
  const one: Part<T> = {
    get here() {
      return here;
    },
    get missing() {
      return missing;
    },
    fetch: () => (coming ??= come()),
    need: () =>
      void one.fetch().catch(() => {
        missing = true;
        change();
      }),
  };
  parts.push(one);
  if (use) uses.set(one, use);
  return one;
};

/** Fetches what will soon be on the screen. What does not come now is asked for again when it is there. */
export const foresee = (use: Use): void => {
  for (const [one, its] of uses) if (its === use) one.fetch().catch(() => {});
};

/** Fetches every part, also those that a fetched part names: one after the other, each once `ready` says so. */
export const fetchParts = async (ready: () => Promise<void> = () => Promise.resolve()): Promise<void> => {
  for (const one of parts) {
    if (one.here) continue;
    await ready();
    // What does not come now is asked for again, and missed, when it is needed.
    await one.fetch().catch(() => null);
  }
};

/** An idle moment of the page; in a browser that knows none, a moment later. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 50);
  });
