import { inputWidth } from '../data/inputs.ts';
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
 * "2-4-1": the inputs and the units of each layer; layers that only change the numbers they get are left out. With
 * convolutions "8 · 16 · 10": their filters, and the units behind them.
 */
export const unitsOf = (design: Network): string => {
  const counts = design.model.layers.flatMap((layer) =>
    layer.type === 'Dense' ? layer.units : layer.type === 'Conv2D' ? layer.filters : [],
  );
  return design.model.layers.some(({ type }) => type === 'Conv2D')
    ? counts.join(' · ')
    : [inputWidth(design.data), ...counts].join('-');
};
