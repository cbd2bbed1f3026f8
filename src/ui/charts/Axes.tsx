import { memo } from 'react';
import { scaleLinear } from 'd3';
import type { PlaneScale } from './scale.ts';
import { setting } from '../format.ts';
import css from './Plane.module.css';

const TICK = 6;

/** The two axes of a plane, drawn outside its left and lower edge, with their names at the far ends. */
export const Axes = memo(({ scale, names }: { scale: PlaneScale; names: readonly [string, string] }) => {
  const { size } = scale;
  const [left, right, bottom, top] = scale.region;
  const across = scaleLinear([left, right], [0, size]);
  const up = scaleLinear([bottom, top], [size, 0]);
  const wanted = right - left < 2.5 ? 2 : 3;
  return (
    <g aria-hidden="true" className={css.axes}>
      {across.ticks(wanted).map((value) => (
        <g key={value} transform={`translate(${across(value)},${size})`}>
          <path className={css.tick} d={`M0 1V${TICK}`} />
          {size - across(value) > 24 && (
            <text y={TICK + 4} dominantBaseline="hanging" textAnchor="middle">
              {setting(value)}
            </text>
          )}
        </g>
      ))}
      {up.ticks(wanted).map((value) => (
        <g key={value} transform={`translate(0,${up(value)})`}>
          <path className={css.tick} d={`M-1 0H${-TICK}`} />
          {up(value) > 20 && (
            <text x={-TICK - 4} dominantBaseline="central" textAnchor="end">
              {setting(value)}
            </text>
          )}
        </g>
      ))}
      <text className={css.axisName} x={size} y={size + TICK + 4} dominantBaseline="hanging" textAnchor="end">
        {names[0]}
      </text>
      <text className={css.axisName} x={-TICK - 4} y={8} dominantBaseline="central" textAnchor="end">
        {names[1]}
      </text>
    </g>
  );
});
Axes.displayName = 'Axes';
