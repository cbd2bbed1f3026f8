import { type RefObject, useLayoutEffect } from 'react';
import { useMedia } from '../../../ui/useMedia.ts';
import type { Motion } from '../motion.ts';

/** Hidden to begin with, from the side where it appears last. */
const HIDDEN = {
  left: 'inset(0 100% 0 0)',
  right: 'inset(0 0 0 100%)',
  top: 'inset(0 0 100% 0)',
} as const;

/**
 * What a phase has made appears from one side on, once, while the phase is the news: between these shares of the time it
 * takes. Where motion is not wanted it is simply there.
 */
export const useWipe = (
  element: RefObject<Element | null>,
  motion: Motion | null,
  from: keyof typeof HIDDEN,
  [begin, end]: readonly [begin: number, end: number],
): void => {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const { key, duration = 0 } = motion ?? {};
  useLayoutEffect(() => {
    if (key === undefined || still) return undefined;
    const wipe = element.current?.animate?.(
      { clipPath: [HIDDEN[from], 'inset(0 0 0 0)'] },
      {
        delay: begin * duration,
        duration: (end - begin) * duration,
        easing: 'ease-in-out',
        fill: 'backwards',
      },
    );
    return () => wipe?.cancel();
  }, [element, key, duration, still, from, begin, end]);
};
