import type { Field } from '../../engine/fields.ts';
import type { Setting } from '../../experiment/settings.ts';
import { useSay } from '../../state/words.ts';
import { SettingControl } from './SettingControl.tsx';
import { words } from './words.ts';
import styles from './Settings.module.css';

interface SettingsProps {
  /** What they are settings of, in a word. */
  readonly of: string;
  readonly fields: readonly Field[];
  /** The object in the document that holds them under their names. */
  readonly spec: object;
  /** null: switched off. Changes within one drag carry the same gesture. */
  readonly onChange: (field: Field, value: Setting | null, gesture?: string) => void;
}

/** The settings of a definition, made from its fields: the usual ones, then the rest under "more". */
export const Settings = ({ of, fields, spec, onChange }: SettingsProps) => {
  const say = useSay();
  const control = (field: Field) => (
    <SettingControl key={field.name} field={field} spec={spec} onChange={onChange} />
  );
  const more = fields.filter((field) => field.more);
  const changed = more.some((field) => Object.hasOwn(spec, field.name));
  return (
    <>
      {fields.filter((field) => !field.more).map(control)}
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
