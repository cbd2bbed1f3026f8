import { useMemo, useSyncExternalStore } from 'react';
import type { Design } from '../experiment/experiment.ts';
import type { Problem } from '../experiment/problem.ts';
import { listen, part } from '../part.ts';
import { noteDeed } from './deed.ts';
import { tell } from './notice.ts';
import { NOT_FETCHED } from './parts.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';

/**
 * What looks whether a design fits. The page opens with one that does, so this comes a moment later; what was edited
 * before that comes to rest then if Keras would refuse it.
 */
export const checks = part(async () => {
  const { check } = await import('../experiment/check.ts');
  if (isRefused(check(useWork.getState().design))) void trainer().pause();
  return check;
});

const isRefused = (problems: readonly Problem[]): boolean => problems.some(({ kind }) => kind === 'refused');

const NONE: readonly Problem[] = [];

/** What does not fit in the design at the playhead. */
export const useProblems = (): readonly Problem[] => {
  const design = useWork((now) => now.design);
  const check = useSyncExternalStore(listen, () => checks.here);
  return useMemo(() => check?.(design) ?? NONE, [check, design]);
};

/** Says why layers that were to be changed so would not take what comes; the run stays as it is. */
export const explainMisfit = (design: Design): void => {
  checks.fetch().then(
    (check) => {
      const [problem] = check(design);
      if (problem) noteDeed({ kind: 'misfit', problem: withoutIdleFix(problem) });
    },
    () => tell(NOT_FETCHED),
  );
};

/** What only puts back what there is already is no fix. */
const withoutIdleFix = ({ fix, ...problem }: Problem): Problem => {
  const { model } = useWork.getState().design;
  return fix && JSON.stringify(fix.patch.model) !== JSON.stringify(model) ? { ...problem, fix } : problem;
};

/** Would Keras refuse this design? Then it is shown, and explained, but not trained. */
export const refused = (design: Design): boolean => isRefused(checks.here?.(design) ?? NONE);
