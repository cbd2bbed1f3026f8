import { type MetricName, metrics } from '../../engine/metrics/index.ts';
import { targetOf } from '../../data/data.ts';
import { encodingOf } from '../../experiment/encoding.ts';
import { useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { MetricChips } from './MetricChips.tsx';
import { MetricSettings } from './MetricSettings.tsx';
import { words } from './words.ts';
import styles from './CompilePanel.module.css';

/** The metrics that are on, what Keras makes of their names, and their settings. They never change the run. */
export const Metrics = () => {
  const say = useSay();
  const design = useDesign();
  const on = design.compile.metrics;
  const units = useModel().at(-1)?.units ?? 1;
  const { kind } = targetOf(design.data);
  const answers = kind === 'number' ? kind : encodingOf(design.compile.loss, units);
  const resolved = (name: MetricName) => metrics[name].resolved(answers, units);
  return (
    <>
      <MetricChips />
      {on
        .filter((name) => resolved(name) !== name)
        .map((name) => (
          <p key={name} className={styles.hint}>
            {say(words.resolved, { name, resolved: resolved(name) })}
          </p>
        ))}
      <MetricSettings on={on} />
    </>
  );
};
