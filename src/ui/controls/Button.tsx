import type { ComponentPropsWithRef } from 'react';
import { classes } from './classes.ts';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** solid: the one thing to do here; outline: a choice among others; quiet: words only. */
  readonly kind?: 'solid' | 'outline' | 'quiet';
}

export const Button = ({ kind = 'outline', className, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={classes(styles.button, styles[kind], className)} />
);
