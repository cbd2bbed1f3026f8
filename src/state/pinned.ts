import { isExactGate } from '../data/data.ts';
import { useDataSet } from './data.ts';
import { useDesign } from './experiment.ts';
import { useLookedInto, useView } from './view.ts';

/**
 * The data point, by its id, at which the arithmetic is shown: the pinned one; where none is pinned (or it is gone) and
 * something is looked into, or time goes by phases, the last row of a truth table, else the first point.
 */
export const usePinned = (): number | null => {
  const { ids } = useDataSet();
  const exact = isExactGate(useDesign().data);
  const pinned = useView((view) => view.pinned);
  const looking = useLookedInto() !== null;
  const byPhases = useView(({ stepSize }) => stepSize === 'phase' || stepSize === 'neuron');
  if (pinned !== null && ids.includes(pinned)) return pinned;
  return looking || byPhases ? ((exact ? ids.at(-1) : ids[0]) ?? null) : null;
};

/** The point that is marked in every picture: the one pointed at, else the pinned one. */
export const usePointedPoint = (): number | null => {
  const pinned = usePinned();
  const hovered = useView((view) => (view.hovered?.kind === 'point' ? view.hovered.id : null));
  return hovered ?? pinned;
};
