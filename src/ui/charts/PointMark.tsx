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

interface PointMarkProps {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly answer: number;
  /** Large points carry their answer as a digit; small ones are filled (training) or hollow (validation). */
  readonly large: boolean;
  readonly hollow: boolean;
  /** Answered wrongly; 'crowded' where so many are that only their rings are drawn, thinly. */
  readonly wrong: boolean | 'crowded';
  readonly frame: 'selected' | 'hovered' | null;
  readonly grabbed: boolean;
  /** How many more points lie under this one. */
  readonly under: number;
  /** The one point of the group that Tab reaches. */
  readonly reachable: boolean;
  readonly label: string;
}

/** One data point. What happens to it is told to the group it lies in, by `data-id`. */
export const PointMark = memo((props: PointMarkProps) => {
  const { answer, large, wrong, frame, grabbed, under } = props;
  const { mark, ring, hit } = large ? RADII.large : RADII.small;
  const half = (wrong ? ring : mark) + 4;
  const look = classLook(answer);
  const path = classPath(answer, mark);
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
          fill={look.ink}
        />
      )).reverse()}
      {props.hollow ? (
        <path className={classes(css.mark, css.hollow)} d={path} style={{ stroke: look.ink }} />
      ) : (
        <path className={css.mark} d={path} fill={look.ink} />
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
      {frame && (
        <rect
          className={classes(css.frame, frame === 'selected' && css.selected)}
          x={-half}
          y={-half}
          width={2 * half}
          height={2 * half}
          rx={4}
        />
      )}
    </g>
  );
});
PointMark.displayName = 'PointMark';
