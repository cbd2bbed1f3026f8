import { momentumOf, optimizerOf, type OptimizerSpec } from '../../engine/optimizers/index.ts';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { setting } from '../../ui/format.ts';
import type { LayerUpdate } from '../../worker/anatomy.ts';
import styles from './Microscope.module.css';
import { signed, toneOf } from './printed.ts';
import type { Seen } from './useAnatomy.ts';
import type { Neuron, Part } from './useNeuron.ts';
import { words } from './words.ts';

const decayOf = (spec: OptimizerSpec): number => spec.weight_decay ?? optimizerOf(spec).decay ?? 0;

interface VerdictProps {
  readonly neuron: Neuron;
  readonly seen: Seen;
  readonly update: LayerUpdate;
}

/** In a sentence which way one weight goes, and why: the selected one, else the first at which point and mean disagree. */
export const Verdict = ({ neuron: { parts, layer }, seen, update }: VerdictProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const chosen = useView(({ selected }) =>
    selected?.kind === 'weight' && selected.layer === layer ? selected.at : null,
  );
  const { optimizer } = useDesign().compile;
  const meanOf = ({ at }: Part): number => update.slopes[at] ?? 0;
  const pointOf = ({ at }: Part): number => seen.point.slopes[at] ?? 0;
  const moveOf = ({ at }: Part): number => (update.after[at] ?? 0) - (update.before[at] ?? 0);
  const disagrees = (part: Part): boolean => meanOf(part) * pointOf(part) < 0;
  const shows = (part: Part): boolean => toneOf(meanOf(part), digits) !== undefined;
  const part =
    parts.find(({ at }) => at === chosen) ??
    parts.find((each) => disagrees(each) && shows(each)) ??
    parts.find(shows) ??
    parts[0];
  if (!part) return null;
  const [mean, move] = [meanOf(part), moveOf(part)];
  const way = (up: boolean): string => say(up ? words.right : words.left);
  const values = {
    w: part.name,
    n: seen.batch.rows,
    mean: shows(part) ? signed(mean, digits) : setting(Number(mean.toPrecision(2))),
    moved: way(move > 0),
  };
  const sentence = () => {
    if (mean === 0 && move === 0) return say(words.stays, values);
    if (move * mean > 0 && momentumOf(optimizer) > 0 && decayOf(optimizer) === 0) {
      return say(words.carries, { ...values, pointed: way(mean < 0) });
    }
    if (disagrees(part) && seen.batch.rows > 1 && move * mean < 0) {
      return say(words.decides, { ...values, pushed: way(pointOf(part) < 0) });
    }
    // Memory or decay moves it where the slope says nothing, or another way.
    if (mean === 0 || move * mean > 0) return say(words.otherwise, values);
    // A slope that prints as 0 above is told with its number.
    return say(shows(part) ? words.willMove : words.willMoveALittle, {
      ...values,
      sign: say(mean < 0 ? words.negative : words.positive),
      moved: way(move > 0 || (move === 0 && mean < 0)),
    });
  };
  return <p className={styles.verdict}>{sentence()}</p>;
};
