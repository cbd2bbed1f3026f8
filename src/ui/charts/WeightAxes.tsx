import { ticks } from 'd3';
import { memo } from 'react';
import { fixed, setting } from '../format.ts';
import css from './LossOverWeight.module.css';
import type { Point } from './scale.ts';
import type { WeightScale } from './weightPlace.ts';
import marks from './weights.module.css';

interface WeightAxesProps {
  readonly scale: WeightScale;
  readonly across: Point;
  readonly up: Point;
  readonly names: readonly [up: string, across: string];
  /** Size of type of a tick, in px. */
  readonly tick: number;
}

/** Ticks in words: all of an axis with as many decimals, 0 as it is; a long one as a power of ten. */
const tickWords = (values: readonly number[]): ((value: number) => string) => {
  const digits = Math.max(0, ...values.map((value) => setting(value).split(/[.,]/)[1]?.length ?? 0));
  return (value) => (value === 0 ? '0' : fixed(value, Math.abs(value) >= 1e6 ? 0 : digits));
};

/** Room that the name of the axis across takes among its ticks. */
const NAME = 28;

/** The axes of a drawing: a hairline across at each value, ticks below, the names at their far ends. */
export const WeightAxes = memo(({ scale, across, up, names, tick }: WeightAxesProps) => {
  const { left, right, top, axis, x, y } = scale;
  const values = ticks(up[0], up[1], Math.max(2, Math.min(7, Math.floor((axis - top) / 44))));
  const weights = ticks(across[0], across[1], Math.max(2, Math.min(6, Math.floor((right - left) / 80))));
  const [valueWords, weightWords] = [tickWords(values), tickWords(weights)];
  return (
    <g aria-hidden="true" className={marks.axes}>
      {values.map((value) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <path className={value === 0 ? css.axis : css.grid} d={`M${left} 0H${right}`} />
          <text x={left - 8} textAnchor="end" dominantBaseline="central">
            {valueWords(value)}
          </text>
        </g>
      ))}
      {up[0] !== 0 && <path className={css.axis} d={`M${left} ${axis}H${right}`} />}
      {weights.map((value) => (
        <g key={value} transform={`translate(${x(value)} ${axis})`}>
          <path className={css.axis} d="M0 0V5" />
          {right - x(value) > NAME && (
            <text y={tick + 6} textAnchor="middle">
              {weightWords(value)}
            </text>
          )}
        </g>
      ))}
      <text className={marks.name} x={left - 8} y={tick - 1} textAnchor="end">
        {names[0]}
      </text>
      <text className={marks.name} x={right} y={axis + tick + 6} textAnchor="end">
        {names[1]}
      </text>
    </g>
  );
});
WeightAxes.displayName = 'WeightAxes';
