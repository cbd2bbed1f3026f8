import { rowWords } from '../../data/rowWords.ts';
import { sets } from '../../data/sets/index.ts';
import { useDesign } from '../../state/experiment.ts';
import { useViews } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { count, percent } from '../../ui/format.ts';
import type { Evaluation } from '../../worker/frame.ts';
import { later } from '../../ui/later.tsx';
import { asideWords } from '../design/words.ts';
import { Figure } from './Figure.tsx';
import { LossFigure } from './LossFigure.tsx';
import { SetBar } from './SetBar.tsx';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

const ImportedBar = later(async () => (await import('./pictures/ImportedBar.tsx')).ImportedBar);

const accuracy = ({ right, rows }: Evaluation): number => right / rows;

/** What a network that tells classes apart is judged by: accuracy and loss, and how far the two sets differ. */
export const Accuracy = () => {
  const say = useSay();
  const { data } = useDesign();
  const { evaluation, imported } = useViews();
  const third = imported !== undefined && imported.rows > 0 && imported.hash !== data.asset;
  const judged = evaluation?.validation ?? evaluation?.train;
  const bar = (name: string, set: Evaluation, strong: boolean) => (
    <SetBar
      label={say(words.accuracyOf, { set: name })}
      name={name}
      rows={set.rows}
      value={accuracy(set)}
      most={1}
      reading={percent(accuracy(set))}
      strong={strong}
    />
  );
  return (
    <>
      <Figure
        main
        name={say(evaluation?.validation ? words.validationAccuracy : words.trainingAccuracy)}
        value={judged ? percent(accuracy(judged)) : '–'}
      >
        {judged
          ? say(words.tally, {
              right: count(judged.right),
              rows: count(judged.rows),
              wrong: count(judged.rows - judged.right),
            })
          : say(words.notYet)}
      </Figure>
      <LossFigure />
      {evaluation && (
        <div className={styles.part}>
          <h3>
            {say(!evaluation.validation ? words.accuracy : third ? words.threeAccuracies : words.accuracies)}
          </h3>
          {bar(say(words.train), evaluation.train, false)}
          {evaluation.validation && bar(say(words.validation), evaluation.validation, true)}
          {sets[data.set].picture?.framed && <ImportedBar />}
          <p className={styles.hint}>
            {say(evaluation.validation ? words.trust : asideWords(data, evaluation.train.rows), {
              rows: say(rowWords(data, evaluation.train.rows)),
            })}
          </p>
        </div>
      )}
    </>
  );
};
