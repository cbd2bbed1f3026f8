import type { Frame } from '../../worker/frame.ts';

/** What reached each layer at one moment: the mean size of δ, first layer to last. */
export interface Moment {
  readonly step: number;
  readonly deltas: readonly number[];
}

/** The moments that were seen of one run, oldest first. */
export interface Record {
  readonly run: number | null;
  readonly moments: readonly Moment[];
}

export const NOTHING: Record = { run: null, moments: [] };

/** So many moments are drawn, and so many kept, to go back to. */
const DRAWN = 120;
const KEPT = 2000;

type Seen = Pick<Frame, 'run' | 'position' | 'newest' | 'views'>;

/**
 * The record with what a frame tells, if it stands at a batch boundary. Another run, or another network, begins anew, and
 * moments beyond the newest one belong to a future that is no more: nothing is drawn that was not so.
 */
export const noted = (record: Record, { run, position, newest, views: { gradients } }: Seen): Record => {
  if (!gradients) return record;
  const { length } = gradients.layers;
  const same = record.run === run && record.moments[0]?.deltas.length === length;
  const known = same ? record.moments.filter(({ step }) => step <= newest.step) : [];
  const deltas = gradients.layers.flatMap(({ delta }) => delta?.mean ?? []);
  if (position.phase > 0 || deltas.length < length) return { run, moments: known };
  const { step } = position;
  const moments = [
    ...known.filter((moment) => moment.step < step),
    { step, deltas },
    ...known.filter((moment) => moment.step > step),
  ];
  return { run, moments: moments.slice(-KEPT) };
};

/** The last moments up to a step; later ones, which time was taken back from, are not among them. */
export const until = ({ moments }: Record, step: number): readonly Moment[] =>
  moments.filter((moment) => moment.step <= step).slice(-DRAWN);
