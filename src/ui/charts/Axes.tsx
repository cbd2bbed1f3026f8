import { memo } from 'react';
import { setting } from '../format.ts';
import { isLongName, ticksOf } from './axis.ts';
import { linear } from './linear.ts';
import type { PlaneScale } from './scale.ts';
import css from './Plane.module.css';

const TICK = 6;
/** Room that a short name takes among the ticks, across and up. */
const NAME = [24, 24] as const;

interface AxesProps {
  readonly scale: PlaneScale;
  readonly names: readonly [string, string];
  /** Room at the left in pixels: a long name of the axis up begins there, above the plane. */
  readonly gutter: number;
}

/** The two axes of a plane, drawn outside its left and lower edge, with their names at the far ends. */
export const Axes = memo(({ scale, names: [nameAcross, nameUp], gutter }: AxesProps) => {
  const { size } = scale;
  const [left, right, bottom, top] = scale.region;
  const across = linear([left, right], [0, size]);
  const up = linear([bottom, top], [size, 0]);
  const [longAcross, longUp] = [isLongName(nameAcross), isLongName(nameUp)];
  return (
    <g aria-hidden="true" className={css.axes}>
      {ticksOf(left, right).map((value) => (
        <g key={value} transform={`translate(${across(value)},${size})`}>
          <path className={css.tick} d={`M0 1V${TICK}`} />
          {(longAcross || size - across(value) > NAME[0]) && (
            <text y={TICK + 4} dominantBaseline="hanging" textAnchor="middle">
              {setting(value)}
            </text>
          )}
        </g>
      ))}
      {ticksOf(bottom, top).map((value) => (
        <g key={value} transform={`translate(0,${up(value)})`}>
          <path className={css.tick} d={`M-1 0H${-TICK}`} />
          {(longUp || up(value) > NAME[1]) && (
            <text x={-TICK - 4} dominantBaseline="central" textAnchor="end">
              {setting(value)}
            </text>
          )}
        </g>
      ))}
      <text
        className={longAcross ? css.longName : css.axisName}
        x={size}
        y={size + TICK + 4}
        dominantBaseline="hanging"
        textAnchor="end"
      >
        {nameAcross}
      </text>
      {longUp ? (
        <text className={css.axisName} x={-gutter} y={-10} dominantBaseline="auto">
          {nameUp}
        </text>
      ) : (
        <text className={css.axisName} x={-TICK - 4} y={8} dominantBaseline="central" textAnchor="end">
          {nameUp}
        </text>
      )}
    </g>
  );
});
Axes.displayName = 'Axes';
