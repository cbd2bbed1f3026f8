import { ticks } from 'd3';
import { memo } from 'react';
import { setting } from '../format.ts';
import { classes } from '../controls/classes.ts';
import css from './ContourMap.module.css';
import type { PlaneScale } from './scale.ts';
import marks from './weights.module.css';

interface MapAxesProps {
  readonly scale: PlaneScale;
  readonly names: readonly [string, string];
  readonly tick: number;
}

/** Ticks below and at the left of a map, and the names of its two directions. */
export const MapAxes = memo(({ scale: { region, size }, names, tick }: MapAxesProps) => {
  const [left, right, bottom, top] = region;
  const few = Math.max(2, Math.min(5, Math.floor(size / 90)));
  const x = (value: number) => ((value - left) / (right - left)) * size;
  const y = (value: number) => ((top - value) / (top - bottom)) * size;
  return (
    <g aria-hidden="true" className={classes(marks.axes, css.axes)}>
      {ticks(left, right, few).map((value) => (
        <g key={value} transform={`translate(${x(value)} ${size})`}>
          <path d="M0 0V5" />
          {size - x(value) > 3.4 * tick && (
            <text y={tick + 6} textAnchor="middle">
              {setting(value)}
            </text>
          )}
        </g>
      ))}
      {ticks(bottom, top, few).map((value) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <path d="M-5 0H0" />
          <text x={-8} textAnchor="end" dominantBaseline="central">
            {setting(value)}
          </text>
        </g>
      ))}
      <text className={marks.name} x={size} y={size + tick + 6} textAnchor="end">
        {names[0]}
      </text>
      <text className={marks.name} x={0} y={-8}>
        {names[1]}
      </text>
    </g>
  );
});
MapAxes.displayName = 'MapAxes';
