import { useId } from 'react';
import { targetOf } from '../../data/data.ts';
import type { TargetChoice } from '../../data/target.ts';
import { sets } from '../../data/sets/index.ts';
import { chooseTarget } from '../../experiment/moves.ts';
import { fittingPairing } from '../../experiment/pairing.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { effectWords } from '../../ui/controls/Field.tsx';
import { letGo } from '../../ui/controls/letGo.ts';
import { words } from './words.ts';
import styles from './TargetTable.module.css';

const taskOf = ({ target }: TargetChoice) => {
  if (target.kind === 'number') return words.regression;
  return target.count === 2 ? words.binary : words.multiClass;
};

/**
 * What is asked of the same rows, where there is a choice: each target with the output layer and loss that fit it.
 * Choosing one sets them.
 */
export const TargetTable = () => {
  const say = useSay();
  const group = useId();
  const { data } = useDesign();
  const { targets } = sets[data.set];
  const chosen = targetOf(data);
  return (
    <fieldset className={styles.targets}>
      <legend className={styles.legend}>
        {say(words.target)} <span className={styles.effect}>{say(effectWords.restart)}</span>
      </legend>
      {targets.map((choice) => {
        const { units, activation, loss } = fittingPairing({ ...data, target: choice.name });
        return (
          <label key={choice.name} className={styles.target}>
            <input
              type="radio"
              className={styles.radio}
              name={group}
              checked={choice.target === chosen}
              onChange={() =>
                edit((design) => chooseTarget(design, choice.name), { deed: { kind: 'target' } })
              }
              onClick={letGo}
            />
            <span className={styles.name}>{say(choice.words)}</span>
            <span className={styles.task}>{say(taskOf(choice))}</span>
            <span className={styles.output}>
              Dense({units}, {activation})
            </span>
            <span className={styles.loss}>{loss.replaceAll('_', '_\u200b')}</span>
          </label>
        );
      })}
    </fieldset>
  );
};
