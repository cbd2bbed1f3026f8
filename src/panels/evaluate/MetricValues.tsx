import { targetOf } from '../../data/data.ts';
import { metrics } from '../../engine/metrics/index.ts';
import { useDesign } from '../../state/experiment.ts';
import { useViews } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { fixed } from '../../ui/format.ts';
import { MetricChips } from '../compile/MetricChips.tsx';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

/** The metrics that are on, one more on asking, and what they come to on both sets. */
export const MetricValues = () => {
  const say = useSay();
  const { compile, data } = useDesign();
  const { evaluation } = useViews();
  const validation = evaluation?.validation ?? null;
  // The accuracy of classes stands above as bars.
  const listed = compile.metrics.filter((name) => name !== 'accuracy' || targetOf(data).kind === 'number');
  return (
    <div className={styles.part}>
      <h3>{say(words.metrics)}</h3>
      <MetricChips />
      {evaluation && listed.length > 0 && (
        <table className={styles.table}>
          <caption className="visually-hidden">{say(words.metricsOf)}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{say(words.metric)}</span>
              </th>
              <th scope="col">{say(words.train)}</th>
              {validation && <th scope="col">{say(words.validation)}</th>}
            </tr>
          </thead>
          <tbody>
            {listed.map((name) => (
              <tr key={name} title={say(metrics[name].line)}>
                <th scope="row">{name}</th>
                <td>{fixed(evaluation.train.metrics[name] ?? Number.NaN, 3)}</td>
                {validation && <td>{fixed(validation.metrics[name] ?? Number.NaN, 3)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <code className={styles.code}>
        {validation ? 'model.evaluate(x_val, y_val)' : 'model.evaluate(x, y)'}
      </code>
    </div>
  );
};
