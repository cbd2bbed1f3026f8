import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { letGo } from './letGo.ts';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string | number> {
  /** Name of the group for a screen reader. */
  readonly label: string;
  /** `mark` is drawn before the words, e.g. the shape of a class. */
  readonly options: readonly { readonly value: Value; readonly words: string; readonly mark?: ReactNode }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** A few choices side by side, one of them on: native radio buttons, so arrow keys move the choice. */
export const Segmented = <Value extends string | number>(props: SegmentedProps<Value>) => {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={props.label} className={classes(styles.group, props.className)}>
      {props.options.map(({ value, words, mark }) => (
        <label key={value} className={styles.segment}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
            onClick={letGo}
          />
          <span className={styles.words}>
            {mark}
            {words}
          </span>
        </label>
      ))}
    </div>
  );
};
