import { useView } from '../../state/view.ts';
import { Shares } from '../output/Shares.tsx';
import { sharesOf } from '../output/softmax.ts';
import type { Seen } from './useAnatomy.ts';
import type { Neuron } from './useNeuron.ts';

interface SoftmaxViewProps {
  readonly neuron: Neuron;
  readonly seen: Seen;
}

/** The softmax at the pinned point: scores, powers of e, their sum, and shares that add up to 1. */
export const SoftmaxView = ({ neuron: { layer, shaped }, seen }: SoftmaxViewProps) => {
  const digits = useView((view) => view.digits);
  const own = seen.point.layers[layer];
  const shares = own && sharesOf(own.sums, own.outputs, shaped.units, 1, 0);
  return shares && <Shares shares={shares} digits={digits} />;
};
