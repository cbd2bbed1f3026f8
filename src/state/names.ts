import type { LayerSpec } from '../engine/layers/index.ts';
import { same, type Text } from '../text.ts';

/** What a network is called on the curve it left: "one neuron", or its units from input to output. */
export const networkName = (layers: readonly LayerSpec[]): Text => {
  if (layers.length === 1 && layers[0]?.units === 1) return { en: 'one neuron', ko: '뉴런 하나' };
  return same(unitsOf(layers));
};

/** "2-4-1": the inputs and the units of each layer. */
export const unitsOf = (layers: readonly LayerSpec[]): string =>
  [2, ...layers.map(({ units }) => units)].join('-');
