import { useMemo } from 'react';
import { useDesign } from '../../state/experiment.ts';
import { measureOf } from '../../state/measure.ts';
import { branching } from '../../state/parts.ts';
import { type Branch, useWork } from '../../state/store.ts';
import type { Design } from '../../experiment/experiment.ts';
import type { Ghost } from '../../ui/charts/ghosts.ts';
import { usePart } from '../../ui/later.tsx';

/** Does the loss of a branch mean what the present one does? Another one would only squeeze the curve. */
export const compares = ({ measures }: Branch, design: Design): boolean =>
  (measures ?? measureOf(design)) === measureOf(design);

const NONE: readonly Branch[] = [];

/** The branches whose curves are drawn beside the present one, from where they parted on. */
export const useGhosts = (): readonly Ghost[] => {
  const branches = useWork((now) => now.branches);
  const here = usePart(branching, branches.length > 0);
  const design = useDesign();
  const experiment = useWork((now) => now.experiment);
  return useMemo(
    () =>
      (here ? branches : NONE)
        .filter((branch) => branch.shown && compares(branch, design))
        .map((branch) => ({
          id: branch.id,
          name: branch.name,
          curve: branch.curve,
          parted: here?.partedFrom(branch, experiment) ?? 0,
        })),
    [here, branches, design, experiment],
  );
};
