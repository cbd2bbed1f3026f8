import { Chevron } from './Chevron.tsx';
import { classes } from './classes.ts';
import styles from './Select.module.css';

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  /** null: nothing chosen; then `placeholder` stands in the closed list. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Keras names are set in mono. */
  readonly mono?: boolean;
  readonly className?: string;
  readonly id?: string;
}

/** A native list, drawn as a chip. */
export const Select = <Value extends string>(props: SelectProps<Value>) => (
  <span className={classes(styles.select, props.mono && styles.mono, props.className)}>
    <select
      id={props.id}
      aria-label={props.label}
      value={props.value ?? ''}
      disabled={props.disabled}
      onChange={(event) => {
        const chosen = props.options.find(({ value }) => value === event.target.value);
        if (chosen) props.onChange(chosen.value);
      }}
    >
      {props.value === null && (
        <option value="" disabled>
          {props.placeholder ?? ''}
        </option>
      )}
      {props.options.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
    <Chevron className={styles.chevron} />
  </span>
);
