import { metricNames, metrics, type MetricName } from '../../engine/metrics/index.ts';
import { toggleMetric } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Menu } from '../../ui/controls/Menu.tsx';
import { words } from './words.ts';
import styles from './CompilePanel.module.css';

/** The metrics that are on, as chips, and a dashed pill for those that are not. */
export const MetricChips = () => {
  const say = useSay();
  const design = useDesign();
  const on = design.compile.metrics;
  const toggle = (name: MetricName) => edit(toggleMetric(design, name), { deed: { kind: 'other' } });
  const off = metricNames.filter((name) => !on.includes(name));
  return (
    <div className={styles.chips}>
      {on.map((name) => (
        <span key={name} className={styles.chip} title={say(metrics[name].line)}>
          {name}
          <IconButton
            label={say(words.removeMetric, { name })}
            className={styles.close}
            onClick={() => toggle(name)}
          >
            ×
          </IconButton>
        </span>
      ))}
      {off.length > 0 && (
        <Menu
          label={say(words.addMetric)}
          className={styles.pill}
          items={off.map((name) => ({
            key: name,
            words: name,
            line: say(metrics[name].line),
            onSelect: () => toggle(name),
          }))}
        >
          + {say(words.metric)}
        </Menu>
      )}
    </div>
  );
};
