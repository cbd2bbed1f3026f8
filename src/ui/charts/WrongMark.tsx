import css from './Points.module.css';

/** A wrong answer: an ink ring and, at its upper right, a small disc with a ×. Drawn round (0, 0). */
export const WrongMark = ({ radius }: { radius: number }) => {
  const large = radius > 15;
  const disc = large ? 5.5 : 4.5;
  const arm = large ? 2.2 : 1.9;
  const corner = radius * Math.SQRT1_2;
  return (
    <g>
      <circle className={css.ring} r={radius} />
      <g transform={`translate(${corner},${-corner})`}>
        <circle className={css.disc} r={disc} />
        <path className={css.times} d={`M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`} />
      </g>
    </g>
  );
};
