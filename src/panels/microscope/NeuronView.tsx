import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { useWeights } from '../network/reading.ts';
import { Backward } from './Backward.tsx';
import { BatchWords } from './BatchWords.tsx';
import { Curve } from './Curve.tsx';
import { Forward } from './Forward.tsx';
import styles from './Microscope.module.css';
import { SoftmaxView } from './SoftmaxView.tsx';
import type { Seen } from './useAnatomy.ts';
import type { Neuron } from './useNeuron.ts';
import { words } from './words.ts';

interface NeuronViewProps {
  readonly neuron: Neuron;
  readonly seen: Seen;
}

/** A neuron at the pinned point: how its output comes about, and how its weights are moved. */
export const NeuronView = ({ neuron, seen }: NeuronViewProps) => {
  const say = useSay();
  const frame = useFrame();
  const weights = useWeights()[neuron.layer];
  const own = seen.point.layers[neuron.layer];
  if (!own || !weights) return null;
  // Half of it is under way: the other half steps back.
  const phase = frame?.phase?.phase;
  const backwards = phase?.kind === 'backward';
  const forwards = phase?.kind === 'forward' || phase?.kind === 'loss';
  return (
    <div className={styles.neuron}>
      <section
        className={classes(
          styles.half,
          neuron.shaped.activation === 'softmax' && styles.shared,
          backwards && styles.dim,
        )}
        aria-label={say(words.forward)}
      >
        <Forward neuron={neuron} point={own} weights={[...weights.kernel, ...weights.bias]} />
        {neuron.shaped.activation === 'softmax' ? (
          <div className={styles.shares}>
            <SoftmaxView neuron={neuron} seen={seen} />
          </div>
        ) : (
          <Curve
            activation={neuron.shaped.activation}
            z={own.sums[neuron.unit] ?? Number.NaN}
            a={own.outputs[neuron.unit] ?? Number.NaN}
            name={neuron.layer === neuron.layers.length - 1 ? neuron.name : 'a'}
          />
        )}
      </section>
      <section
        className={classes(styles.half, styles.back, forwards && styles.dim)}
        aria-label={say(words.backward)}
      >
        <Backward neuron={neuron} seen={seen} />
        <BatchWords seen={seen} />
      </section>
    </div>
  );
};
