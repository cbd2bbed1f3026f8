import { optimizers } from '../../engine/optimizers/index.ts';
import { callbacksOf, setsRate } from '../../experiment/callbackList.ts';
import { setRate } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { effectWords } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { fixed, setting } from '../../ui/format.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './LearningRate.module.css';

const LABEL: Text = { en: 'Learning rate', ko: '학습률 η' };

const SCHEDULED: Text = {
  en: 'A schedule sets it: see Compile',
  ko: '학습률 조정(schedule)이 정한다: 학습방법 설정',
};

const CALLED: Text = {
  en: '{name} sets it: see Fit',
  ko: '{name} 콜백이 정한다: 모델 학습',
};

/** What is set by a schedule has five decimals; a callback may make it smaller than they can tell. */
const rateWords = (rate: number, scheduled: boolean): string =>
  scheduled ? fixed(rate, 5) : setting(Number(rate.toPrecision(4)));

/** While a schedule or a callback sets the rate it is only read: that of the next update. */
const Read = ({ initial, scheduled }: { readonly initial: number; readonly scheduled: boolean }) => {
  const say = useSay();
  const frame = useFrame();
  return (
    <output className={styles.scheduled} aria-label={say(LABEL)} aria-live="off">
      {rateWords(frame?.optimizer.learning_rate ?? initial, scheduled)}
    </output>
  );
};

/** The learning rate, beside the transport whatever stage is on. */
export const LearningRate = ({ className }: { readonly className?: string | undefined }) => {
  const say = useSay();
  const design = useDesign();
  const { learning_rate, schedule, type } = design.compile.optimizer;
  const callback = callbacksOf(design).find(setsRate)?.type;
  const set = schedule ? say(SCHEDULED) : callback && say(CALLED, { name: callback });
  return (
    <div
      className={classes(styles.rate, className)}
      title={set ?? say(effectWords[optimizers[type].rate.effect])}
    >
      <span className={styles.label} aria-hidden="true">
        {say(LABEL)}
      </span>
      {set ? (
        <Read initial={learning_rate} scheduled={schedule !== undefined} />
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
