import { classes } from '../controls/classes.ts';
import css from './LossOverWeight.module.css';
import type { Said } from './weightPlace.ts';
import marks from './weights.module.css';

/** Words at their spot; what they say is also in the lines beside the drawing, or in the names of its knobs. */
export const Words = ({
  said,
  look,
}: {
  readonly said: Said | null | undefined;
  readonly look: string | undefined;
}) =>
  said ? (
    <text
      aria-hidden="true"
      className={classes(marks.words, look)}
      x={said.spot.at[0]}
      y={said.spot.at[1]}
      textAnchor={said.spot.anchor}
      dominantBaseline="central"
    >
      {said.words}
    </text>
  ) : null;

interface ArrowProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly sign: string | undefined;
  /** Dashed, to tell it from that of the rule. */
  readonly real?: boolean;
}

/** The arrow of the move; one that is too short for its head is a head alone. */
export const Arrow = ({ from, to, y, sign, real = false }: ArrowProps) => {
  const way = to < from ? -1 : 1;
  const head = Math.min(11, Math.abs(to - from));
  return (
    <g aria-hidden="true" className={classes(css.arrow, sign)}>
      <path className={classes(css.shaft, real && css.real)} d={`M${from} ${y}H${to - way * head}`} />
      <path className={css.head} d={`M${to} ${y}l${-way * head} -6v12Z`} />
    </g>
  );
};
