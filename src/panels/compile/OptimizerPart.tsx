import { optimizerNames, optimizerOf } from '../../engine/optimizers/index.ts';
import { chooseOptimizer, setOptimizer } from '../../experiment/optimizer.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Settings } from './Settings.tsx';
import { words } from './words.ts';
import styles from './CompilePanel.module.css';

/** The optimizer, what it does, and its settings. Another one keeps the weights and remembers nothing yet. */
export const OptimizerPart = () => {
  const say = useSay();
  const design = useDesign();
  const { optimizer } = design.compile;
  const definition = optimizerOf(optimizer);
  return (
    <div className={styles.part}>
      <Field label={say(words.optimizer)} stacked>
        <Select
          mono
          label={say(words.optimizer)}
          options={optimizerNames.map((value) => ({ value, words: value }))}
          value={optimizer.type}
          onChange={(type) => edit(chooseOptimizer(design, type), { deed: { kind: 'other' } })}
        />
      </Field>
      <p className={styles.line}>
        <strong>{say(definition.words)}</strong>
        <br />
        {say(definition.line)}
      </p>
      <p className={styles.hint}>{say(words.afresh)}</p>
      <Settings
        of={optimizer.type}
        fields={definition.fields}
        spec={optimizer}
        onChange={(field, value, gesture) =>
          edit(setOptimizer(design, field, value), {
            deed: { kind: 'other' },
            ...(gesture !== undefined && { gesture }),
          })
        }
      />
    </div>
  );
};
