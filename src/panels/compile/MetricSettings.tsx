import { type MetricName, metrics } from '../../engine/metrics/index.ts';
import { setMetricSetting } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { SettingControl } from './SettingControl.tsx';
import { words } from './words.ts';
import styles from './Settings.module.css';

/** The settings of the metrics that are on, each metric's under its name; nothing where none has any. */
export const MetricSettings = ({ on }: { readonly on: readonly MetricName[] }) => {
  const say = useSay();
  const design = useDesign();
  const settings = design.compile.metric_settings ?? {};
  const settable = on.filter((name) => metrics[name].fields.length > 0);
  if (settable.length === 0) return null;
  const changed = Object.keys(settings).length > 0;
  return (
    <details className={styles.more} open={changed || undefined}>
      <summary className={styles.summary} aria-label={say(words.moreOf, { of: say(words.metrics) })}>
        {say(words.more)}
      </summary>
      <div className={styles.fields}>
        {settable.map((name) => (
          <fieldset key={name} className={styles.group}>
            <legend className={styles.legend}>{name}</legend>
            {metrics[name].fields.map((field) => (
              <SettingControl
                key={field.name}
                field={field}
                spec={settings[name] ?? {}}
                onChange={(_field, value, gesture) =>
                  edit(setMetricSetting(design, name, field, value), {
                    deed: { kind: 'other' },
                    ...(gesture !== undefined && { gesture }),
                  })
                }
              />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
};
