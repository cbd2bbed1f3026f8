import { optimizers } from '../../engine/optimizers/index.ts';
import { setRate } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { effectWords } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { fixed } from '../../ui/format.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './LearningRate.module.css';

const LABEL: Text = { en: 'Learning rate', ko: '학습률 η' };

const SCHEDULED: Text = {
  en: 'A schedule sets it: see Compile',
  ko: '학습률 조정(schedule)이 정한다: 학습방법 설정',
};

/** While a schedule runs the rate is only read: that of the next update. */
const Scheduled = ({ initial }: { readonly initial: number }) => {
  const say = useSay();
  const frame = useFrame();
  return (
    <output className={styles.scheduled} aria-label={say(LABEL)} aria-live="off">
      {fixed(frame?.optimizer.learning_rate ?? initial, 5)}
    </output>
  );
};

/** The learning rate, beside the transport whatever stage is on. */
export const LearningRate = ({ className }: { readonly className?: string | undefined }) => {
  const say = useSay();
  const design = useDesign();
  const { learning_rate, schedule, type } = design.compile.optimizer;
  return (
    <div
      className={classes(styles.rate, className)}
      title={schedule ? say(SCHEDULED) : say(effectWords[optimizers[type].rate.effect])}
    >
      <span className={styles.label} aria-hidden="true">
        {say(LABEL)}
      </span>
      {schedule ? (
        <Scheduled initial={learning_rate} />
      ) : (
        <NumberInput
          className={styles.input}
          label={say(LABEL)}
          field={optimizers[type].rate}
          value={learning_rate}
          onChange={(value, gesture) =>
            edit(setRate(design, value), gesture === undefined ? {} : { gesture })
          }
        />
      )}
    </div>
  );
};
