import { useSyncExternalStore } from 'react';

/** From here on the header has room for all of its buttons; the layout of App.module.css changes at the same width. */
const WIDE = '(width >= 1200px)';

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Is the window 1200 pixels wide or more? */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
