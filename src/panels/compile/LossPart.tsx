import { classCount, targetOf } from '../../data/data.ts';
import { type LossName, losses, lossNames } from '../../engine/losses/index.ts';
import { setLoss, setLossSetting } from '../../experiment/moves.ts';
import { useModel } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Settings } from './Settings.tsx';
import { words } from './words.ts';
import styles from './CompilePanel.module.css';

/** How the answers are given to a loss: a single output is compared with a plain number, whatever the loss. */
const answersOf = (classes: number, outputs: number, loss: LossName) => {
  if (classes === 0) return 'number';
  if (outputs > 1) return losses[loss].answers;
  return classes === 2 ? 'binary' : 'integer';
};

/** How an answer among so many looks then. */
const oneHot = (outputs: number): string => ['0', '1', '0', '…'].slice(0, Math.min(4, outputs)).join(', ');

/** The loss, what it is for, how it wants the answers, and its settings. */
export const LossPart = () => {
  const say = useSay();
  const design = useDesign();
  const outputs = useModel().at(-1)?.units ?? 1;
  const { loss, loss_settings } = design.compile;
  const classes = classCount(targetOf(design.data));
  const answers = answersOf(classes, outputs, loss);
  const choose = (value: LossName) =>
    edit(setLoss(design, value), { deed: { kind: value === 'perceptron' ? 'rule' : 'other' } });
  return (
    <>
      <Field label={say(words.loss)} stacked>
        <Select
          mono
          label={say(words.loss)}
          options={lossNames.map((value) => ({ value, words: value }))}
          value={loss}
          onChange={choose}
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
          <dd>{say(words[answers], { last: classes - 1, n: outputs, one: oneHot(outputs) })}</dd>
        </div>
      </dl>
      <Settings
        of={loss}
        fields={losses[loss].fields}
        spec={loss_settings ?? {}}
        onChange={(field, value, gesture) =>
          edit(setLossSetting(design, field, value), {
            deed: { kind: 'other' },
            ...(gesture !== undefined && { gesture }),
          })
        }
      />
    </>
  );
};
