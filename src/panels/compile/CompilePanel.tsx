import { type LossName, losses } from '../../engine/losses/index.ts';
import { optimizers } from '../../engine/optimizers/index.ts';
import { setLoss, setMomentum, setRate } from '../../experiment/moves.ts';
import { useModel } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Column } from '../../ui/controls/Column.tsx';
import { effectWords, Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Metrics } from './Metrics.tsx';
import { ProblemList } from './ProblemList.tsx';
import { words } from './words.ts';
import scrolling from './Scrolling.module.css';
import styles from './CompilePanel.module.css';

const lossNames = Object.keys(losses) as LossName[];
const other = { deed: { kind: 'other' } } as const;

/** The left column of stage 2: loss, optimizer, metrics, and what does not fit. All of it keeps the weights. */
export const CompilePanel = () => {
  const say = useSay();
  const design = useDesign();
  const outputs = useModel().at(-1)?.units ?? 1;
  const { loss, optimizer } = design.compile;
  const { rate, momentum, words: optimizerWords } = optimizers[optimizer.type];
  // A single output is compared with a plain number, whatever the loss.
  const answers = outputs === 1 ? 'number' : losses[loss].answers;
  return (
    <Column title={say(words.compile)} hint={say(effectWords.keep)} className={scrolling.column}>
      <Field label={say(words.loss)} stacked>
        <Select
          mono
          label={say(words.loss)}
          options={lossNames.map((value) => ({ value, words: value }))}
          value={loss}
          onChange={(value) =>
            edit(setLoss(design, value), { deed: { kind: value === 'perceptron' ? 'rule' : 'other' } })
          }
        />
      </Field>
      <dl className={styles.facts}>
        <div>
          <dt className="visually-hidden">{say(words.loss)}</dt>
          <dd>
            <strong>{say(losses[loss].words)}</strong>
            <br />
            {say(losses[loss].line)}
          </dd>
        </div>
        <div className={styles.row}>
          <dt>{say(words.answersAs)}</dt>
          <dd>{say(words[answers])}</dd>
        </div>
      </dl>
      <div className={styles.part}>
        <div>
          <h3>{say(words.optimizer)}</h3>
          <p className={styles.hint}>{say(optimizerWords)}</p>
        </div>
        <Field label="learning_rate" mono>
          <NumberInput
            field={rate}
            label="learning_rate"
            width={72}
            value={optimizer.learning_rate}
            onChange={(value, gesture) =>
              edit(setRate(design, value), gesture ? { ...other, gesture } : other)
            }
          />
        </Field>
        <Field label="momentum" mono>
          <NumberInput
            field={momentum}
            label="momentum"
            width={72}
            value={optimizer.momentum}
            onChange={(value, gesture) =>
              edit(setMomentum(design, value), gesture ? { ...other, gesture } : other)
            }
          />
        </Field>
      </div>
      <div className={styles.part}>
        <h3>{say(words.metrics)}</h3>
        <Metrics />
      </div>
      <ProblemList parts={['compile', 'layer']} />
    </Column>
  );
};
