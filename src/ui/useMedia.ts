import { useCallback, useSyncExternalStore } from 'react';

/** Lists made once: every frame asks. */
const lists = new Map<string, MediaQueryList>();

const listOf = (query: string): MediaQueryList => {
  const list = lists.get(query) ?? matchMedia(query);
  lists.set(query, list);
  return list;
};

const listen = (query: string, changed: () => void): (() => void) => {
  const media = listOf(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** Does the window answer a media query? */
export const useMedia = (query: string): boolean => {
  const subscribe = useCallback((changed: () => void) => listen(query, changed), [query]);
  return useSyncExternalStore(subscribe, () => listOf(query).matches);
};

const densityNow = (): number => devicePixelRatio;

/** How many pixels the display has to one px, in each direction: another where the window goes to another screen. */
export const useDensity = (): number => {
  const density = densityNow();
  // Once it is another the query does not hold any more, and that is told.
  const subscribe = useCallback(
    (changed: () => void) => listen(`(resolution: ${density}dppx)`, changed),
    [density],
  );
  return useSyncExternalStore(subscribe, densityNow);
};
