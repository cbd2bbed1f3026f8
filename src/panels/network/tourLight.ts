import { useView } from '../../state/view.ts';

/** What a page of the tour can speak of: the inputs (where links begin), a neuron, the plane of the inputs, the plane that ŷ sees. */
export type TourPart = 'inputs' | 'h1' | 'h2' | 'output' | 'plane' | 'seen';

/** What each page lights, from page 1 on; the last lights everything. */
const LIT: readonly (readonly TourPart[] | null)[] = [
  ['inputs', 'h1'],
  ['inputs', 'h2'],
  ['output', 'plane'],
  ['seen'],
  null,
];

/** Does the page of the tour that is open speak of something else than this part? Then it is dimmed. */
export const useTourDims = (): ((part: TourPart) => boolean) => {
  const page = useView((view) => view.tour);
  const lit = page === null ? null : LIT[page - 1];
  return (part) => lit !== null && lit !== undefined && !lit.includes(part);
};

/** The part that a unit of the network built by hand is; its layers are h and ŷ. */
export const partOf = (layer: number, unit: number): TourPart =>
  layer > 0 ? 'output' : unit === 0 ? 'h1' : 'h2';
