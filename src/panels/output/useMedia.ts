import { useCallback, useSyncExternalStore } from 'react';

/** Does the window answer a media query? */
export const useMedia = (query: string): boolean => {
  const subscribe = useCallback(
    (changed: () => void): (() => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
};
