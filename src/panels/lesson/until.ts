import { useWork, type Work } from '../../state/store.ts';

/** Resolves once the work on the screen is so, or after so many ms. */
export const until = (so: (now: Work) => boolean, patience: number): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const unsubscribe = useWork.subscribe((now) => so(now) && end());
    if (so(useWork.getState())) end();
  });
