import { useDesign } from '../../state/experiment.ts';
import { useViews } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { fixed } from '../../ui/format.ts';
import { Figure } from './Figure.tsx';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

/** The loss on the points that were not trained on, and what it is called; beside it that of training. */
export const LossFigure = () => {
  const say = useSay();
  const { compile } = useDesign();
  const { evaluation } = useViews();
  const judged = evaluation?.validation ?? evaluation?.train;
  return (
    <Figure
      name={say(evaluation?.validation ? words.validationLoss : words.trainingLoss)}
      value={fixed(judged?.loss ?? Number.NaN, 3)}
      beside={
        evaluation?.validation ? say(words.lossOfTraining, { n: fixed(evaluation.train.loss, 3) }) : undefined
      }
    >
      <code className={styles.code}>{compile.loss}</code>
    </Figure>
  );
};
