import type { ButtonHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Its name: read aloud, and shown on hover. */
  readonly label: string;
  /** A hairline circle round the icon, as for − and + beside a count. */
  readonly ring?: boolean;
}

export const IconButton = ({ label, ring = false, className, children, ...rest }: IconButtonProps) => (
  <button
    type="button"
    title={label}
    {...rest}
    aria-label={label}
    className={classes(styles.button, ring && styles.ring, className)}
  >
    <span className={styles.face} aria-hidden="true">
      {children}
    </span>
  </button>
);
