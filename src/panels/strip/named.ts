import { useModel } from '../../state/data.ts';
import type { ViewStep } from '../../state/view.ts';

/** What a step size is called: where a network has maps the smallest step is one of them. */
export type StepName = ViewStep | 'map';

export const useStepName = (): ((size: ViewStep) => StepName) => {
  const maps = useModel().some(({ outputShape }) => outputShape.length === 3);
  return (size) => (size === 'neuron' && maps ? 'map' : size);
};
