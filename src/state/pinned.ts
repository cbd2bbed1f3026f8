import { isExactGate } from '../data/data.ts';
import { outputOf } from '../experiment/widths.ts';
import type { Design } from '../experiment/experiment.ts';
import { useDataSet } from './data.ts';
import { useDesign } from './experiment.ts';
import { useLookedInto, useView } from './view.ts';

/**
 * The data point, by its id, at which the arithmetic is shown: the pinned one; where none is pinned (or it is gone) and
 * something is looked into, or time goes by phases, a row of a truth table (see firstRow), else the first point.
 */
export const usePinned = (): number | null => {
  const { ids } = useDataSet();
  const design = useDesign();
  const pinned = useView((view) => view.pinned);
  const looking = useLookedInto() !== null;
  const byPhases = useView(({ stepSize }) => stepSize === 'phase' || stepSize === 'neuron');
  if (pinned !== null && ids.includes(pinned)) return pinned;
  if (!looking && !byPhases) return null;
  return (isExactGate(design.data) ? ids.at(byPhases ? firstRow(design) : -1) : ids[0]) ?? null;
};

/** By phases a single neuron shows the row (1, 0), which one input alone decides; a network the last, (1, 1). */
const firstRow = ({ model }: Design): number =>
  model.layers.length === 1 && outputOf(model).units === 1 ? 2 : -1;

/** The point that is marked in every picture: the one pointed at, else the pinned one. */
export const usePointedPoint = (): number | null => {
  const pinned = usePinned();
  const hovered = useView((view) => (view.hovered?.kind === 'point' ? view.hovered.id : null));
  return hovered ?? pinned;
};
