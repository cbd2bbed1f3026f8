import { memo } from 'react';
import { classLook, classPath } from '../colors.ts';
import { classes } from '../controls/classes.ts';
import { WrongMark } from './WrongMark.tsx';
import css from './Points.module.css';

/** Radius of a point, of the ring round a wrong one, and of what a finger finds, in pixels. */
export const RADII = {
  large: { mark: 14, ring: 22.5, hit: 22 },
  small: { mark: 3.8, ring: 8.5, hit: 16 },
} as const;

/** How a point whose answer is a number is filled. */
export type NumberColour = 'ink' | `rgb(${string})`;

interface PointMarkProps {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly answer: number;
  /** The colour of an answer that is a number, ink where its place says it; null: the class has a shape and a colour. */
  readonly colour: NumberColour | null;
  /** Large points carry their answer as a digit; small ones are filled (training) or hollow (validation). */
  readonly large: boolean;
  readonly hollow: boolean;
  /** Answered wrongly; 'crowded' where so many are that only their rings are drawn, thinly. */
  readonly wrong: boolean | 'crowded';
  /** The arithmetic is shown at it; something points at it. */
  readonly pinned: boolean;
  readonly hovered: boolean;
  readonly grabbed: boolean;
  /** How many more points lie under this one. */
  readonly under: number;
  /** The one point of the group that Tab reaches. */
  readonly reachable: boolean;
  readonly label: string;
}

/** One data point. What happens to it is told to the group it lies in, by `data-id`. */
export const PointMark = memo((props: PointMarkProps) => {
  const { answer, colour, large, wrong, pinned, hovered, grabbed, under } = props;
  const { mark, ring, hit } = large ? RADII.large : RADII.small;
  const half = (wrong ? ring : mark) + 4;
  const ink = colour === 'ink' ? 'var(--ink)' : classLook(answer).ink;
  const path = classPath(colour === null ? answer : 0, mark);
  return (
    <g
      className={classes(css.point, !large && css.small, grabbed && css.grabbed)}
      transform={`translate(${props.x},${props.y})`}
      data-id={props.id}
      data-space={grabbed ? undefined : 'free'}
      role="button"
      tabIndex={props.reachable ? 0 : -1}
      aria-label={props.label}
      aria-pressed={grabbed}
    >
      <circle className={css.hit} r={hit} />
      {Array.from({ length: Math.min(2, under) }, (_, behind) => (
        <path
          key={behind}
          className={css.mark}
          transform={`translate(${(behind + 1) * 5},${-(behind + 1) * 5})`}
          d={path}
          fill={ink}
        />
      )).reverse()}
      {colour !== null && colour !== 'ink' ? (
        <NumberMark colour={colour} hollow={props.hollow} />
      ) : props.hollow ? (
        <path className={classes(css.mark, css.hollow)} d={path} style={{ stroke: ink }} />
      ) : (
        <path className={css.mark} d={path} fill={ink} />
      )}
      {large && (
        <text className={css.digit} textAnchor="middle" dominantBaseline="central">
          {answer}
        </text>
      )}
      {wrong === 'crowded' ? (
        <circle className={css.thin} r={ring - 2} />
      ) : (
        wrong && <WrongMark radius={ring} />
      )}
      {hovered && (
        <rect className={css.frame} x={-half} y={-half} width={2 * half} height={2 * half} rx={4} />
      )}
      {pinned && <CrossHair from={mark + 2} to={half + 5} />}
    </g>
  );
});
PointMark.displayName = 'PointMark';

/** Four strokes, open round the point: it is pinned. */
const CrossHair = ({ from, to }: { readonly from: number; readonly to: number }) => {
  const path = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]
    .map(([x = 0, y = 0]) => `M${x * from},${y * from}L${x * to},${y * to}`)
    .join('');
  return (
    <>
      <path className={css.halo} d={path} />
      <path className={css.cross} d={path} />
    </>
  );
};

/** Radii of a number's mark, filled or hollow, and of the hole, in pixels. */
const NUMBER = { filled: 4.4, hollow: 4.8, hole: 2.2 };

/** A point whose answer is a number: a disc of the number's colour with an ink hairline; hollow, it has a hole. */
export const NumberMark = ({ colour, hollow }: { readonly colour: string; readonly hollow: boolean }) => (
  <>
    <circle className={css.number} r={hollow ? NUMBER.hollow : NUMBER.filled} fill={colour} />
    {hollow && <circle className={classes(css.number, css.hole)} r={NUMBER.hole} />}
  </>
);
