import { memo, useEffect, useRef } from 'react';
import type { Map2d } from '../../worker/frame.ts';
import { type MapRange, type Theme, paintMap } from '../colors.ts';
import styles from './HeatMap.module.css';

interface HeatMapProps {
  readonly map: Map2d;
  readonly range: MapRange;
  readonly theme: Theme;
  /** Side in CSS pixels; left out, it fills its box. */
  readonly size?: number;
  /** Name for a screen reader; without one the map is decoration. */
  readonly label?: string;
}

/** A map of values as a square canvas: one pixel a value, scaled by the browser (smoothly). */
export const HeatMap = memo(({ map, range, theme, size, label }: HeatMapProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData | null>(null);
  const { middle, low, high } = range;
  const rows = map.rows ?? map.size;
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || map.size < 1) return;
    if (image.current?.width !== map.size || image.current.height !== rows) {
      image.current = context.createImageData(map.size, rows);
    }
    paintMap(image.current, map.values, { middle, low, high }, theme);
    context.putImageData(image.current, 0, 0);
  }, [map, rows, middle, low, high, theme]);
  return (
    <canvas
      ref={canvas}
      className={styles.map}
      width={map.size}
      height={rows}
      style={size === undefined ? undefined : { width: size, height: size }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
});
HeatMap.displayName = 'HeatMap';
