import type { KeyboardEvent, PointerEvent } from 'react';
import { heldApart } from './apart.ts';
import { linear } from './linear.ts';
import { linePath } from './linePath.ts';
import css from './PairChart.module.css';
import type { PairLook } from './pairLooks.ts';
import { textWidth } from './textWidth.ts';
import { ticks } from './ticks.ts';
import { useBox } from './useBox.ts';

/** One of the two lines: its values at `first`, `first` + 1, … */
export interface PairCurve {
  readonly look: PairLook;
  /** What stands at its end: name and last value. */
  readonly words: string;
  readonly values: readonly number[];
}

interface PairChartProps {
  /** What is drawn, for a screen reader. */
  readonly label: string;
  /** The whole numbers across, and their name at the axis. */
  readonly across: { readonly first: number; readonly last: number; readonly name: string };
  readonly up: { readonly range: readonly [number, number]; readonly print: (value: number) => string };
  readonly curves: readonly PairCurve[];
  /** A height that is worth knowing, and its words. */
  readonly level?: { readonly value: number; readonly words: string };
  /** The number across at which values are read, and what is read there; null: there is nothing yet. */
  readonly at: number | null;
  readonly said: string;
  readonly onAt: (at: number) => void;
  readonly large: boolean;
}

const HEIGHT = 16;
const GAP = 8;

/** Two lines over whole numbers, with their names at their ends; a pointer or arrow keys read both at one of them. */
export const PairChart = (props: PairChartProps) => {
  const { label, across, up, curves, level, at, said, onAt, large } = props;
  const [frame, box] = useBox<HTMLDivElement>({ width: 480, height: 220 });
  const type = large ? 16 : 12;
  const heights = ticks(up.range[0], up.range[1], 4);
  const left = 10 + Math.max(...heights.map((value) => textWidth(up.print(value), type)));
  const names = Math.max(0, ...curves.map(({ words }) => textWidth(words, type)));
  const right = box.width - names - GAP - 6;
  const [top, axis] = [10, box.height - 2 * type - 12];
  const { first, last } = across;
  const x = linear([first, Math.max(last, first + 1)], [left, right]);
  const y = linear(up.range, [axis, top]);
  const ends = curves.flatMap(({ values, ...curve }) => {
    const value = values.at(-1);
    return value === undefined ? [] : [{ ...curve, x: x(first + values.length - 1), y: y(value) }];
  });
  const held = heldApart(
    ends.map((end) => end.y),
    type + 4,
    [top, axis],
  );
  const to = (wanted: number): void => onAt(Math.min(last, Math.max(first, wanted)));
  const read = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): void =>
    to(Math.round(x.invert(clientX - currentTarget.getBoundingClientRect().left)));
  const walk = (event: KeyboardEvent): void => {
    const next = nextOf(event.key, at ?? first, first, last);
    if (next === null) return;
    event.preventDefault();
    to(next);
  };
  return (
    <div
      ref={frame}
      className={css.chart}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={at ?? first}
      aria-valuetext={said}
      aria-orientation="horizontal"
      onPointerMove={read}
      onPointerDown={read}
      onKeyDown={walk}
    >
      <svg width={box.width} height={box.height} aria-hidden="true">
        {heights.map((value) => (
          <g key={value}>
            <line x1={left} x2={right} y1={y(value)} y2={y(value)} className={css.grid} />
            <text x={left - 6} y={y(value)} dominantBaseline="central" textAnchor="end" className={css.tick}>
              {up.print(value)}
            </text>
          </g>
        ))}
        {wholes(first, Math.max(last, first + 1)).map((value) => (
          <text key={value} x={x(value)} y={axis + HEIGHT} textAnchor="middle" className={css.tick}>
            {value}
          </text>
        ))}
        <text x={right} y={box.height - 4} textAnchor="end" className={css.name}>
          {across.name}
        </text>
        {level && (
          <>
            <line x1={left} x2={right} y1={y(level.value)} y2={y(level.value)} className={css.level} />
            <text x={left + 4} y={y(level.value) - 5} className={css.name}>
              {level.words}
            </text>
          </>
        )}
        {at !== null && <line x1={x(at)} x2={x(at)} y1={top - 6} y2={axis} className={css.hair} />}
        {/* What is dashed lies above what is not: where they meet both are seen. */}
        {curves.toReversed().map(({ look: { colour, dash, mark }, values }) => (
          <g key={colour}>
            <path
              d={linePath(
                values.map((value, index) => [x(first + index), y(value)]),
                1,
              )}
              className={css.line}
              stroke={colour}
              strokeDasharray={dash}
            />
            {values.map((value, index) => (
              <path
                key={first + index}
                d={mark}
                fill={colour}
                {...(first + index === at && { stroke: colour, strokeWidth: 3 })}
                transform={`translate(${x(first + index)} ${y(value)})`}
              />
            ))}
          </g>
        ))}
        {ends.map((end, index) => (
          <text
            key={end.look.colour}
            x={end.x + GAP}
            y={held[index]}
            dominantBaseline="central"
            className={css.end}
            fill={end.look.colour}
          >
            {end.words}
          </text>
        ))}
      </svg>
    </div>
  );
};

/** About eight whole numbers between two, both of them included where they are near enough. */
const wholes = (first: number, last: number): readonly number[] =>
  ticks(first, last, Math.min(8, last - first)).filter(Number.isInteger);

const nextOf = (key: string, at: number, first: number, last: number): number | null => {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return at - 1;
  if (key === 'ArrowRight' || key === 'ArrowUp') return at + 1;
  if (key === 'Home') return first;
  return key === 'End' ? last : null;
};
