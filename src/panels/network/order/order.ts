import { createContext } from 'react';
import { inputShape } from '../../../data/inputs.ts';
import type { Design } from '../../../experiment/experiment.ts';
import { moveLayer, placeIn } from '../../../experiment/order.ts';
import { shapesThrough } from '../../../experiment/widths.ts';
import { edit } from '../../../state/experiment.ts';

/** A layer that is held, and the gap between columns that it would be put into; gap 0 is before the first layer. */
export interface Held {
  readonly id: number;
  /** Where it is, counted from 0. */
  readonly from: number;
  readonly gap: number;
}

/** What the heads of the columns need to be taken by. */
export interface Order {
  readonly held: Held | null;
  readonly hold: (held: Held | null) => void;
  /** The left and the right edge of the drawing on the screen, in px from that of the page. */
  readonly edges: () => { readonly left: number; readonly right: number };
  /** The gap nearest to a place on the screen. */
  readonly gapAt: (clientX: number) => number;
  /** Scrolls the drawing where the pointer is near one of its edges; answers by how many px. */
  readonly scroll: (clientX: number) => number;
}

/** Null: there is no other order that the layers could have. */
export const OrderContext = createContext<Order | null>(null);

/** Would every layer take what comes if what is held was put where it would go? */
export const fitsThere = (
  { data, model }: Pick<Design, 'data' | 'model'>,
  { id, from, gap }: Held,
): boolean => {
  const layers = moveLayer({ data, model }, id, placeIn(gap, from))?.model?.layers ?? model.layers;
  return shapesThrough(layers, inputShape(data)) !== null;
};

/** Puts what is held where it would go; why it does not fit there is told where it does not. */
export const put = ({ id, from, gap }: Held): void => {
  const to = placeIn(gap, from);
  if (to !== from) edit((now) => moveLayer(now, id, to), { deed: { kind: 'moved', id, from } });
};

/** A layer one place earlier (−1) or later (1), from wherever it is by then. */
export const moveBy = (id: number, from: number, by: -1 | 1): void => {
  const move = (now: Design) => {
    const at = now.model.layers.findIndex((layer) => layer.id === id);
    return moveLayer(now, id, at + by);
  };
  edit(move, { deed: { kind: 'moved', id, from } });
};
