import { useCallback, useSyncExternalStore } from 'react';

/** Lists made once: every frame asks. */
const lists = new Map<string, MediaQueryList>();

const listOf = (query: string): MediaQueryList => {
  const list = lists.get(query) ?? matchMedia(query);
  lists.set(query, list);
  return list;
};

/** Does the window answer a media query? */
export const useMedia = (query: string): boolean => {
  const subscribe = useCallback(
    (changed: () => void): (() => void) => {
      const media = listOf(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => listOf(query).matches);
};
