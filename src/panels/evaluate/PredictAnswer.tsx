import { targetOf } from '../../data/data.ts';
import { useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame, useViews } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed } from '../../ui/format.ts';
import { ClassMark } from './ClassMark.tsx';
import { useClassNames } from './classNames.ts';
import { digitsOf } from './digits.ts';
import { predict } from './prediction.ts';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

/** ŷ for the row that was typed: a number, one output and the class it means, or an output a class. */
export const PredictAnswer = () => {
  const say = useSay();
  const nameOf = useClassNames();
  const target = targetOf(useDesign().data);
  const units = useModel().at(-1)?.units ?? 1;
  const outputs = useViews().predict;
  const playing = useFrame()?.playing ?? false;
  if (outputs?.length !== units) return <p className={styles.hint}>{say(words.notYet)}</p>;
  const { predicted, value } = predict(outputs, units, 0);
  const answers = target.kind === 'number' || units === 1 ? [] : outputs;
  return (
    <output
      className={styles.answer}
      aria-label={say(words.prediction)}
      aria-live={playing ? 'off' : 'polite'}
    >
      {answers.length === 0 ? (
        <>
          <span>{say(words.prediction)}</span>{' '}
          <b>
            {target.kind === 'number' ? (
              fixed(outputs[0] ?? Number.NaN, digitsOf(target))
            ) : (
              <>
                {fixed(value, 3)} → <ClassMark of={predicted} />
                {nameOf(predicted)}
              </>
            )}
          </b>
        </>
      ) : (
        answers.map((output, c) => (
          <span key={c} className={classes(styles.share, c === predicted && styles.most)}>
            <ClassMark of={c} />
            {nameOf(c)} {fixed(output, 3)}
          </span>
        ))
      )}
    </output>
  );
};
