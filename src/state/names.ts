import { inputShape, inputWidth } from '../data/inputs.ts';
import type { Design } from '../experiment/experiment.ts';
import { shapedLayers } from '../experiment/widths.ts';
import { same, type Text } from '../text.ts';

type Network = Pick<Design, 'data' | 'model'>;

/** What a network is called on the curve it left: "one neuron", or its units from input to output. */
export const networkName = (design: Network): Text => {
  const [first, ...others] = shapedLayers(design);
  if (others.length === 0 && first?.units === 1) return { en: 'one neuron', ko: '뉴런 하나' };
  return same(unitsOf(design));
};

/**
 * "2-4-1": the inputs and the units of each layer; layers that only change the numbers they get are left out. For
 * pictures "8 · 16 · 10": filters and units.
 */
export const unitsOf = (design: Network): string =>
  inputShape(design.data).length > 1 ? countsOf(design) : chainOf(design);

const countsOf = ({ model }: Network): string =>
  model.layers
    .flatMap((spec) => (spec.type === 'Conv2D' ? [spec.filters] : spec.type === 'Dense' ? [spec.units] : []))
    .join(' · ');

const chainOf = (design: Network): string =>
  [
    inputWidth(design.data),
    ...shapedLayers(design)
      .filter(({ spec }) => spec.type === 'Dense')
      .map(({ units }) => units),
  ].join('-');
