import { fixed } from '../../ui/format.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './Microscope.module.css';
import { signed, toneOf } from './printed.ts';

interface TintedProps {
  readonly value: number;
  readonly digits: number;
  /** With a plus where it is positive. */
  readonly plus?: boolean;
  readonly strong?: boolean;
}

/** A number in the colour of its sign. */
export const Tinted = ({ value, digits, plus = false, strong = false }: TintedProps) => {
  const tone = toneOf(value, digits);
  return (
    <span className={classes(styles.number, tone && styles[tone], strong && styles.strong)}>
      {plus ? signed(value, digits) : fixed(value, digits)}
    </span>
  );
};
