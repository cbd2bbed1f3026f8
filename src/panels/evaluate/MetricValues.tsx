import { targetOf } from '../../data/data.ts';
import type { Evaluation } from '../../engine/index.ts';
import { type MetricName, metrics } from '../../engine/metrics/index.ts';
import { refusedMetrics } from '../../experiment/checks/metrics.ts';
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
  const design = useDesign();
  const { compile, data } = design;
  const { evaluation } = useViews();
  const validation = evaluation?.validation ?? null;
  // The accuracy of classes stands above as bars.
  const listed = compile.metrics.filter((name) => name !== 'accuracy' || targetOf(data).kind === 'number');
  const refused = refusedMetrics(design);
  const valueOf = ({ metrics: values }: Evaluation, name: MetricName): string =>
    fixed(refused.includes(name) ? Number.NaN : (values[name] ?? Number.NaN), 3);
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
                <td>{valueOf(evaluation.train, name)}</td>
                {validation && <td>{valueOf(validation, name)}</td>}
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
