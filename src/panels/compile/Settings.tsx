import type { ReactNode } from 'react';
import type { Setting as Definition } from '../../engine/callbacks/index.ts';
import type { Setting } from '../../experiment/settings.ts';
import { useSay } from '../../state/words.ts';
import { SettingControl } from './SettingControl.tsx';
import { words } from './words.ts';
import styles from './Settings.module.css';

interface SettingsProps<Kind extends Definition> {
  /** What they are settings of, in a word. */
  readonly of: string;
  readonly fields: readonly Kind[];
  /** The object in the document that holds them under their names. */
  readonly spec: object;
  /** null: switched off. Changes within one drag carry the same gesture. */
  readonly onChange: (field: Kind, value: Setting | null, gesture?: string) => void;
  /** The names that the log will have, for fields that watch one of them. */
  readonly logged?: readonly string[];
  /** What stands below the usual ones. */
  readonly children?: ReactNode;
}

/** The settings of a definition, made from its fields: the usual ones, then the rest under "more". */
export const Settings = <Kind extends Definition>(props: SettingsProps<Kind>) => {
  const { of, fields, spec, onChange, logged, children } = props;
  const say = useSay();
  const control = (field: Kind) => (
    <SettingControl
      key={field.name}
      field={field}
      spec={spec}
      onChange={onChange}
      {...(logged && { logged })}
    />
  );
  const more = fields.filter((field) => field.more);
  const changed = more.some((field) => Object.hasOwn(spec, field.name));
  return (
    <>
      {fields.filter((field) => !field.more).map(control)}
      {children}
      {more.length > 0 && (
        <details className={styles.more} open={changed || undefined}>
          <summary className={styles.summary} aria-label={say(words.moreOf, { of })}>
            {say(words.more)}
          </summary>
          <div className={styles.fields}>{more.map(control)}</div>
        </details>
      )}
    </>
  );
};
