import type { Experiment } from '../../experiment/experiment.ts';
import { type Both, PAIR } from '../../experiment/pair.ts';
import type { Text, Values } from '../../text.ts';
import { fixed } from '../../ui/format.ts';
import type { Compared } from '../../worker/comparison/comparison.ts';
import { NAMES } from './names.ts';
import { words } from './words.ts';

/** Is there nothing left to do? */
export const isDone = ({ sides, going, measuring, shifted, held }: Compared): boolean =>
  !going &&
  measuring === null &&
  shifted?.pictures === held.count &&
  PAIR.every((kind) => sides[kind].halt !== null);

/** What goes on, in sentences. */
export const statusOf = (
  compared: Compared,
  pair: Both<Experiment>,
): readonly { readonly text: Text; readonly values?: Values }[] => {
  const { sides, going, measuring } = compared;
  const halts = PAIR.flatMap((kind) => haltOf(compared, kind));
  if (!going) return [{ text: isDone(compared) ? words.done : words.rests }, ...halts];
  if (measuring !== null)
    return [{ text: words.measuring, values: { share: `${fixed(100 * measuring, 0)} %` } }, ...halts];
  const open = PAIR.filter((kind) => sides[kind].halt === null);
  const [behind = 'mlp'] = open.toSorted((one, other) => sides[one].ends.length - sides[other].ends.length);
  const learning = {
    name: NAMES[behind],
    e: sides[behind].ends.length,
    n: pair[behind].fit.epochs ?? 0,
  };
  return [...(open.length > 0 ? [{ text: words.learning, values: learning }] : []), ...halts];
};

/** Why one of the two ended before its last epoch. */
const haltOf = ({ sides }: Compared, kind: keyof Compared['sides']) => {
  const { halt } = sides[kind];
  if (!halt || halt.kind === 'epochs') return [];
  const values = { name: NAMES[kind], e: halt.epoch };
  if (halt.kind === 'failed') return [{ text: halt.text }];
  if (halt.kind === 'stopped') return [{ text: words.stopped, values: { ...values, by: halt.by } }];
  return [{ text: words.diverged, values }];
};
