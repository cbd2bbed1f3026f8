import { flatUnits } from '../../engine/flat.ts';
import { useViews, useShows } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { count, fixed } from '../../ui/format.ts';
import { useWeights } from '../network/reading.ts';
import { statisticsOf } from './statistics.ts';
import { Matrix } from './Matrix.tsx';
import styles from './Microscope.module.css';
import { SoftmaxView } from './SoftmaxView.tsx';
import { Tinted } from './Tinted.tsx';
import type { Seen } from './useAnatomy.ts';
import type { Neuron } from './useNeuron.ts';
import { words } from './words.ts';

const POINTS = { kind: 'points' } as const;

interface LayerViewProps {
  /** Any neuron of the layer. */
  readonly neuron: Neuron;
  readonly seen: Seen;
}

/** A whole layer: its weights as a matrix, what they are like together, and how its neurons answer to all points. */
export const LayerView = ({ neuron, seen }: LayerViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const hidden = useView((view) => view.predictionsHidden);
  const { layer, shaped } = neuron;
  const weights = useWeights()[layer];
  useShows(POINTS);
  if (!weights) return null;
  const { mean, spread, smallest, largest } = statisticsOf(weights.kernel);
  return (
    <div className={styles.columns}>
      <Matrix neuron={neuron} weights={weights} />
      <section aria-label={say(words.statistics)}>
        <dl className={styles.figures}>
          <div>
            <dt>{say(words.count)}</dt>
            <dd>{count(weights.kernel.length + weights.bias.length)}</dd>
          </div>
          <div>
            <dt>{say(words.mean)}</dt>
            <dd>
              <Tinted value={mean} digits={digits} />
            </dd>
          </div>
          <div>
            <dt>{say(words.spread)}</dt>
            <dd>{fixed(spread, digits)}</dd>
          </div>
          <div>
            <dt>{say(words.smallest)}</dt>
            <dd>
              <Tinted value={smallest} digits={digits} />
            </dd>
          </div>
          <div>
            <dt>{say(words.largest)}</dt>
            <dd>
              <Tinted value={largest} digits={digits} />
            </dd>
          </div>
        </dl>
        {!hidden && <Answers neuron={neuron} />}
      </section>
      {shaped.activation === 'softmax' && !hidden && <SoftmaxView neuron={neuron} seen={seen} />}
    </div>
  );
};

/** Which neurons say nothing any more. */
const Answers = ({ neuron: { layer, shaped, nameOf } }: { readonly neuron: Neuron }) => {
  const say = useSay();
  const sums = useViews().points?.sums[layer];
  if (!sums || sums.length % shaped.units !== 0) return null;
  const { dead, saturated } = flatUnits(shaped.activation, sums, shaped.units);
  const names = (units: readonly number[]): string => units.map((unit) => nameOf(layer, unit)).join(', ');
  return (
    <>
      <h3>{say(words.units)}</h3>
      {dead.length > 0 && <p>{say(words.dead, { names: names(dead) })}</p>}
      {saturated.length > 0 && (
        <p>{say(words.saturated, { names: names(saturated), activation: shaped.activation })}</p>
      )}
      {dead.length + saturated.length === 0 && <p className={styles.note}>{say(words.alive)}</p>}
    </>
  );
};
