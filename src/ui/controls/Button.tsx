import type { ButtonHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import styles from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** solid: the one thing to do here; outline: a choice among others; quiet: words only. */
  readonly kind?: 'solid' | 'outline' | 'quiet';
}

export const Button = ({ kind = 'outline', className, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={classes(styles.button, styles[kind], className)} />
);
