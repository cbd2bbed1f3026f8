import { classes } from './classes.ts';
import styles from './Switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Its words beside it, part of what is pressed; left out: they stand elsewhere (see Field). */
  readonly spelled?: boolean;
}

/** On or off: a native checkbox in the role of a switch. */
export const Switch = ({ label, checked, onChange, disabled, spelled = false }: SwitchProps) => (
  <label className={classes(styles.switch, spelled && styles.spelled)}>
    <input
      type="checkbox"
      role="switch"
      className="visually-hidden"
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span className={styles.track} aria-hidden="true" />
    {spelled && <span aria-hidden="true">{label}</span>}
  </label>
);
