import type { ShapedLayer } from '../../../experiment/widths.ts';
import type { Selection } from '../../../state/view.ts';
import type { Directions, WeightPlace } from '../../../worker/landscape/landscape.ts';
import type { WeightNames } from './weightNames.ts';

/** The ways to choose two directions. */
export type Kind = Directions['kind'];
export const KINDS = ['weights', 'random', 'principal'] as const satisfies readonly Kind[];

/** What a person has chosen to see the loss over; weights and seed are kept while another kind is on. */
export interface Choice {
  readonly kind: Kind;
  readonly across: WeightPlace;
  readonly up: WeightPlace;
  readonly seed: number;
}

/** The first two weights of the first neuron or filter, or the one that is selected and its neighbour. */
export const firstChoice = (selected: Selection | null, first: ShapedLayer | undefined): Choice => {
  const across: WeightPlace =
    selected?.kind === 'weight' ? { layer: selected.layer, at: selected.at } : { layer: 0, at: 0 };
  // A neuron's weights lie as far apart as its layer has neurons.
  const next = first?.spec.type === 'Dense' ? first.units : 1;
  const beside = across.at === 0 ? 1 : across.at - 1;
  return {
    kind: 'weights',
    across,
    up: { layer: across.layer, at: selected?.kind === 'weight' ? beside : next },
    seed: 1,
  };
};

export const directionsOf = ({ kind, across, up, seed }: Choice): Directions => {
  if (kind === 'weights') return { kind, across, up };
  return kind === 'random' ? { kind, seed } : { kind };
};

/** The choice with weights that the network has: another network may have fewer. */
export const within = (choice: Choice, { layers }: WeightNames): Choice => {
  const held = ({ layer, at }: WeightPlace): WeightPlace => {
    const own = layers.find((one) => one.layer === layer) ?? layers[0];
    return own ? { layer: own.layer, at: Math.min(at, own.count - 1) } : { layer: 0, at: 0 };
  };
  return { ...choice, across: held(choice.across), up: held(choice.up) };
};
