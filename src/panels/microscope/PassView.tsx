import { definitionOf } from '../../engine/layers/index.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { NOT_DROPPED } from '../network/LayerSettings.tsx';
import styles from './Microscope.module.css';
import { Tinted } from './Tinted.tsx';
import type { Seen } from './useAnatomy.ts';
import type { Neuron } from './useNeuron.ts';
import { words } from './words.ts';

interface PassViewProps {
  readonly neuron: Neuron;
  readonly seen: Seen;
}

/** A value of a layer without neurons: what comes in, what goes out, and the slope that comes back. */
export const PassView = ({ neuron: { shaped, layer, unit, nameOf, name }, seen }: PassViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const own = seen.point.layers[layer];
  if (!own) return null;
  const figures = [
    // Each of these layers gives a value for each that comes in, but Flatten and Reshape, where places stay as they are.
    { label: nameOf(layer - 1, unit), value: own.inputs[unit] ?? Number.NaN },
    { label: name, value: own.outputs[unit] ?? Number.NaN },
    { label: say(words.reachesIt), value: own.blame?.[unit] ?? own.delta[unit] ?? Number.NaN },
  ];
  return (
    <div className={styles.plain}>
      <h3>{shaped.spec.type}</h3>
      <p className={styles.note}>
        {say(definitionOf(shaped.spec).line)} {shaped.spec.type === 'Dropout' && say(NOT_DROPPED)}
      </p>
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Tinted value={value} digits={digits} strong />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
