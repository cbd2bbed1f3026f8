import { metrics } from '../../engine/metrics/index.ts';
import { isExactGate } from '../../data/data.ts';
import { useDataSet, useTrainingRows } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Column } from '../../ui/controls/Column.tsx';
import { fixed, percent } from '../../ui/format.ts';
import type { Evaluation, Probe } from '../../worker/frame.ts';
import scrolling from '../compile/Scrolling.module.css';
import { asideWords } from '../design/words.ts';
import { AccuracyBar } from './AccuracyBar.tsx';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

const PROBE: Probe = { kind: 'evaluation' };

const accuracy = ({ right, rows }: Evaluation): number => right / rows;

/** The left column of stage 4: loss and metrics on training and validation points. */
export const EvaluatePanel = () => {
  const say = useSay();
  const { data, compile } = useDesign();
  const { rows } = useDataSet();
  const train = useTrainingRows();
  const { evaluation } = useViews();
  const hidden = useView((view) => view.predictionsHidden);
  useShows(PROBE);
  const judged = evaluation?.validation ?? evaluation?.train;
  const validation = evaluation?.validation ?? null;
  const counts = { train, validation: rows - train };
  const hint = say(rows > train ? words.parted : rows === 1 ? words.oneTrain : words.allTrain, counts);
  if (hidden) {
    return (
      <Column title={say(words.evaluate)} hint={hint} className={scrolling.column}>
        <p className={styles.hint}>{say(words.hidden)}</p>
      </Column>
    );
  }
  return (
    <Column title={say(words.evaluate)} hint={hint} className={scrolling.column}>
      <div>
        <h3 className={styles.name}>
          {say(rows === train ? words.trainingAccuracy : words.validationAccuracy)}
        </h3>
        <p className={styles.figure}>{judged ? percent(accuracy(judged)) : '–'}</p>
        <p className={styles.hint}>
          {judged
            ? say(words.tally, { right: judged.right, rows: judged.rows, wrong: judged.rows - judged.right })
            : say(words.notYet)}
        </p>
      </div>
      {evaluation && (
        <div className={styles.part}>
          <h3>{say(words.accuracies)}</h3>
          <AccuracyBar
            name={say(words.train)}
            rows={evaluation.train.rows}
            share={accuracy(evaluation.train)}
          />
          {validation && (
            <AccuracyBar
              name={say(words.validation)}
              rows={validation.rows}
              share={accuracy(validation)}
              strong
            />
          )}
          <p className={styles.hint}>{say(validation ? words.trust : asideWords(rows), { n: rows })}</p>
        </div>
      )}
      {evaluation && (
        <div className={styles.part}>
          <h3>{say(words.lossAndMetrics)}</h3>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{say(words.lossAndMetrics)}</span>
                </th>
                <th scope="col">{say(words.train)}</th>
                {validation && <th scope="col">{say(words.validation)}</th>}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">loss</th>
                <td>{fixed(evaluation.train.loss, 3)}</td>
                {validation && <td>{fixed(validation.loss, 3)}</td>}
              </tr>
              {compile.metrics.map((name) => (
                <tr key={name} title={say(metrics[name].line)}>
                  <th scope="row">{name}</th>
                  <td>{fixed(evaluation.train.metrics[name] ?? Number.NaN, 3)}</td>
                  {validation && <td>{fixed(validation.metrics[name] ?? Number.NaN, 3)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
          <code className={styles.hint}>{compile.loss}</code>
        </div>
      )}
      {isExactGate(data) && !evaluation && (
        <p className={styles.hint}>{say(asideWords(rows), { n: rows })}</p>
      )}
    </Column>
  );
};
