import { useCallback } from 'react';
import { targetOf } from '../../data/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';

/** What a class is called: by its name where the data names it, else by its number. */
export const useClassNames = (): ((c: number) => string) => {
  const say = useSay();
  const target = targetOf(useDesign().data);
  return useCallback(
    (c) => {
      const name = target.kind === 'classes' ? target.names?.[c] : undefined;
      return name ? say(name) : String(c);
    },
    [say, target],
  );
};
