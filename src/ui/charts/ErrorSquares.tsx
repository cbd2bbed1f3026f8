import { classes } from '../controls/classes.ts';
import { type ErrorRow, fitted, gapOf, HOLDS, lineOf, squaresOn } from './errorPlace.ts';
import { Grip } from './Grip.tsx';
import css from './ErrorSquares.module.css';
import look from './LossOverWeight.module.css';
import type { Knob } from './LossOverWeight.tsx';
import type { Point } from './scale.ts';
import { along, type Rect } from './spots.ts';
import { textWidth } from './textWidth.ts';
import { useBox } from './useBox.ts';
import { WeightAxes } from './WeightAxes.tsx';
import { beside, settleAll, weightScale } from './weightPlace.ts';
import marks from './weights.module.css';

/** What is said of the error of a row: the error, its square. */
export interface ErrorWords {
  readonly error: string;
  readonly square: string;
}

interface ErrorSquaresProps {
  /** Left to right. */
  readonly rows: readonly ErrorRow[];
  readonly words: readonly ErrorWords[];
  readonly weight: number;
  readonly across: Point;
  readonly up: Point;
  readonly names: readonly [up: string, across: string];
  readonly label: string;
  /** "y = 3x", beside the line. */
  readonly line: string;
  /** What is drawn of the errors. */
  readonly errors: 'none' | 'gaps' | 'squares';
  /** The line, turned about the origin: its value is the weight. */
  readonly knob: Knob | null;
  readonly large: boolean;
}

/** How far the line is drawn, and from which weight on it is not along the axis. */
const FAR = 1.53;
const RISES = 0.3;

/** Rows of one input, the line y = wx, and the error of each row as a gap, with the square on it. */
export const ErrorSquares = (props: ErrorSquaresProps) => {
  const { rows, words, weight, across, names, label, line, errors, knob, large } = props;
  const [frame, box] = useBox<HTMLDivElement>({ width: 480, height: 420 });
  const type = large ? { line: 19, number: 18, tick: 16 } : { line: 14, number: 13, tick: 11 };
  const size = weightScale(box, across, props.up, type.tick);
  const up = fitted(rows, props.up, across, [box.width - size.left, size.axis - size.top]);
  const scale = weightScale(box, across, up, type.tick);
  const { left, x, y } = scale;
  const gaps = rows.map((row) => gapOf(row, scale));
  const squares = errors === 'squares' ? squaresOn(gaps, box.width, weight > RISES) : [];
  const px = ([a, b]: Point): Point => [x(a), y(b)];
  /** Does the square on a row hold its two lines of words? */
  const holds = squares.map(([a, , c], at) => {
    const wide = textWidth(`(${words[at]?.error})²`, type.number) + 10;
    return c - a >= Math.max(HOLDS, wide);
  });
  const [from, to] = lineOf(weight, FAR, up);
  const [start, end] = [px(from), px(to)];
  const signOf = ({ answer, prediction }: ErrorRow) =>
    prediction < answer ? look.negative : prediction > answer ? look.positive : look.zero;

  const dots: readonly Rect[] = gaps.flatMap((gap) =>
    [gap.answer, gap.prediction].map((at): Rect => [gap.x - 6, at - 6, gap.x + 6, at + 6]),
  );
  const said = settleAll(
    [
      ...gaps.map((gap, index) => {
        const own = words[index];
        const square = squares[index];
        if (!own || errors === 'none') return null;
        const middle: Point = [gap.x, (gap.answer + gap.prediction) / 2];
        if (!square) return { words: own.error, type: type.number, spots: beside(middle, 2, type.number) };
        // What is printed as nothing is not said of each.
        if (holds[index] || Number(own.square.replace(',', '.')) === 0) return null;
        const [a, b, c, d] = square;
        return {
          words: own.square,
          type: type.number,
          spots: [
            { at: [c + 7, (b + d) / 2] as const, anchor: 'start' as const },
            { at: [(a + c) / 2, b - 1.3 * type.number] as const, anchor: 'middle' as const },
            { at: [c - 2, b - 1.3 * type.number] as const, anchor: 'end' as const },
            { at: [gap.x - 10, (b + d) / 2] as const, anchor: 'end' as const },
          ],
        };
      }),
      // Beside the steep line; along a flat one nothing is said, its name stands over the drawing.
      Math.abs(weight) < 0.5
        ? null
        : {
            words: line,
            type: type.line,
            spots: [0.68, 0.55, 0.42, 0.8, 0.95].flatMap((share) => {
              const at = px([to[0] * share, to[1] * share]);
              return [
                { at: [at[0] - 14, at[1] - 4] as const, anchor: 'end' as const },
                { at: [at[0] + 14, at[1] + 4] as const, anchor: 'start' as const },
              ];
            }),
          },
    ],
    {
      bounds: [left + 2, 2, box.width, box.height - 2 * type.tick - 6],
      rects: [...dots, ...squares],
      points: [
        ...along(start, end),
        ...gaps.flatMap((gap) => along([gap.x, gap.answer], [gap.x, gap.prediction])),
      ],
    },
  );

  return (
    <div ref={frame} className={marks.frame}>
      <svg className={marks.drawing} width={box.width} height={box.height} role="group" aria-label={label}>
        <WeightAxes scale={scale} across={across} up={up} names={names} tick={type.tick} />
        <g aria-hidden="true">
          {squares.map(([a, b, c, d], index) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <g key={row.x} className={signOf(row)}>
                <rect className={css.square} x={a} y={b} width={c - a} height={d - b} />
              </g>
            );
          })}
          <path className={look.curve} d={`M${start.join(' ')}L${end.join(' ')}`} />
          {errors !== 'none' &&
            gaps.map((gap, index) => {
              const row = rows[index];
              return (
                row && (
                  <path
                    key={row.x}
                    className={classes(css.gap, signOf(row))}
                    d={`M${gap.x} ${gap.answer}V${gap.prediction}`}
                  />
                )
              );
            })}
        </g>
        {knob && (
          <Grip
            knob={knob}
            at={end}
            radius={7}
            valueAt={([at, high]) => weightAt(x.invert(at), y.invert(high))}
          >
            <path className={css.line} d={`M${start.join(' ')}L${end.join(' ')}`} />
          </Grip>
        )}
        <g aria-hidden="true">
          {gaps.map((gap, index) => (
            <g key={rows[index]?.x}>
              {errors !== 'none' && (
                <circle className={css.prediction} cx={gap.x} cy={gap.prediction} r={4.5} />
              )}
              <circle className={css.answer} cx={gap.x} cy={gap.answer} r={6} />
            </g>
          ))}
          {squares.map(([a, b, c, d], index) => {
            const own = words[index];
            if (!own || !holds[index]) return null;
            const [middle, centre] = [(a + c) / 2, (b + d) / 2];
            return (
              <g key={rows[index]?.x} textAnchor="middle" dominantBaseline="central" className={css.inside}>
                <text x={middle} y={centre - 0.7 * type.number}>
                  ({own.error})²
                </text>
                <text className={css.result} x={middle} y={centre + 0.7 * type.number}>
                  {own.square}
                </text>
              </g>
            );
          })}
          {said.map(
            (one, index) =>
              one && (
                <text
                  key={`${index} ${one.words}`}
                  className={classes(marks.words, index < gaps.length ? css.number : look.strong)}
                  x={one.spot.at[0]}
                  y={one.spot.at[1]}
                  textAnchor={one.spot.anchor}
                  dominantBaseline="central"
                >
                  {one.words}
                </text>
              ),
          )}
        </g>
      </svg>
    </div>
  );
};

/** The weight of the line through a place; near the origin no line is told apart. */
const weightAt = (x: number, y: number): number => y / Math.max(0.1, x);
