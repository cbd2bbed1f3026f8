import { memo, useEffect, useRef } from 'react';
import type { Theme } from '../colors.ts';
import { classes } from '../controls/classes.ts';
import { paintPixels } from '../pixels.ts';
import styles from './Pixels.module.css';

interface PixelsProps {
  /** height × width, row-major, 0 paper … 1 ink. */
  readonly pixels: ArrayLike<number>;
  readonly height: number;
  readonly width: number;
  readonly theme: Theme;
  /** Name for a screen reader; without one the picture is decoration. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** A grey picture, one square a pixel; it fills its box. */
export const Pixels = memo(({ pixels, height, width, theme, label, className }: PixelsProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const image = context.createImageData(width, height);
    paintPixels(image, pixels, theme);
    context.putImageData(image, 0, 0);
  }, [pixels, height, width, theme]);
  return (
    <canvas
      ref={canvas}
      className={classes(styles.pixels, className)}
      width={width}
      height={height}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
});
Pixels.displayName = 'Pixels';
