import { optimizers } from '../../engine/optimizers/index.ts';
import { setRate } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { effectWords } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { classes } from '../../ui/controls/classes.ts';
import styles from './LearningRate.module.css';

const LABEL: Text = { en: 'Learning rate', ko: '학습률 η' };

/** The learning rate, beside the transport whatever stage is on. */
export const LearningRate = ({ className }: { readonly className?: string | undefined }) => {
  const say = useSay();
  const design = useDesign();
  const { learning_rate, type } = design.compile.optimizer;
  return (
    <div className={classes(styles.rate, className)} title={say(effectWords[optimizers[type].rate.effect])}>
      <span className={styles.label} aria-hidden="true">
        {say(LABEL)}
      </span>
      <NumberInput
        className={styles.input}
        label={say(LABEL)}
        field={optimizers[type].rate}
        value={learning_rate}
        onChange={(value, gesture) => edit(setRate(design, value), gesture === undefined ? {} : { gesture })}
      />
    </div>
  );
};
