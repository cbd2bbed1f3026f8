import { useDataSet } from '../../state/data.ts';
import { useLarge } from './usePoints.ts';
import type { Shown } from './useShown.ts';

/**
 * A step has only the two ends of the ramp, and small points get lost on full colours: those planes are washed out more.
 */
export const washOf = (activation: string, large: boolean): number => {
  if (activation === 'step') return 3;
  return large ? 1.15 : 1.5;
};

/** How much paler the shown plane is; not at all where its points carry the colours of the same ramp. */
export const useWash = ({ unit, activation }: Shown): number => {
  const { target } = useDataSet();
  const large = useLarge();
  return target.kind === 'number' && unit === null ? 1 : washOf(activation.name, large);
};
