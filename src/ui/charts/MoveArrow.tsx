import css from './ContourMap.module.css';
import type { Point } from './scale.ts';

/** An arrow shorter than this, in px, is drawn on as a dotted line so that its way can be seen. */
const SEEN = 36;
const HEAD = 10;

/** An arrow in px: where it ends, and where the line ends that shows its way where it is short. */
export const arrowOf = (from: Point, tip: Point): { readonly tip: Point; readonly seen: Point } | null => {
  const [right, down] = [tip[0] - from[0], tip[1] - from[1]];
  const length = Math.hypot(right, down);
  if (!(length > 1e-6) || !Number.isFinite(length)) return null;
  const far = Math.max(length, SEEN);
  return { tip, seen: [from[0] + (right / length) * far, from[1] + (down / length) * far] };
};

/** The arrow of a move; the dotted line shows the way of a short one. */
export const MoveArrow = ({
  from,
  tip,
  seen,
}: {
  readonly from: Point;
  readonly tip: Point;
  readonly seen: Point;
}) => {
  const [right, down] = [tip[0] - from[0], tip[1] - from[1]];
  const length = Math.hypot(right, down);
  const head = Math.min(HEAD, length);
  const turn = (Math.atan2(down, right) * 180) / Math.PI;
  return (
    <g>
      <path className={css.way} d={`M${from.join(' ')}L${seen.join(' ')}`} />
      <g transform={`translate(${from.join(' ')}) rotate(${turn})`} className={css.arrow}>
        <path className={css.shaftHalo} d={`M0 0H${length}`} />
        <path className={css.shaft} d={`M0 0H${Math.max(0, length - head)}`} />
        <path d={`M${length} 0l${-head} ${-head / 2}v${head}Z`} />
      </g>
    </g>
  );
};
