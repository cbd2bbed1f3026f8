import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { BatchAnatomy, LayerUpdate } from '../../worker/anatomy.ts';
import styles from './Delta.module.css';
import { movedBy } from './moved.ts';
import type { Neuron } from './useNeuron.ts';
import { words } from './words.ts';

interface MovesProps {
  readonly neuron: Neuron;
  readonly batch: BatchAnatomy;
  readonly update: LayerUpdate;
}

/** The optimizer's own formula with what it remembers, for one weight: the selected one, else the first. */
export const Moves = ({ neuron: { parts, layer }, batch, update }: MovesProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const chosen = useView(({ selected }) =>
    selected?.kind === 'weight' && selected.layer === layer ? selected.at : null,
  );
  const { optimizer } = useDesign().compile;
  const part = parts.find(({ at }) => at === chosen) ?? parts[0];
  if (!part) return null;
  return (
    <details className={styles.why}>
      <summary>
        {optimizer.type}: {say(words.howMoved)} ({part.name})
      </summary>
      <dl className={styles.lines}>
        {movedBy(optimizer, batch, update, part.at, digits).map(({ formula, numbers }) => (
          <div key={formula}>
            <dt>{formula}</dt>
            <dd>{numbers}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
