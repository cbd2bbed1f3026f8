import css from './ErrorSquares.module.css';
import look from './LossOverWeight.module.css';
import { useBox } from './useBox.ts';
import marks from './weights.module.css';

/** A square: its side, in units of y, and what its area is called. */
export interface Area {
  readonly side: number;
  readonly words: string;
}

interface AreaMeanProps {
  /** Sides of errors: negative where the prediction was too small. */
  readonly areas: readonly Area[];
  readonly mean: Area;
  readonly label: string;
  readonly large: boolean;
}

/** Room for a sign between two squares, in sizes of type. */
const SIGN = 2.6;

/** Squares added up and shared out: one square, all at one scale, on one line. */
export const AreaMean = ({ areas, mean, label, large }: AreaMeanProps) => {
  const [frame, box] = useBox<HTMLDivElement>({ width: 540, height: 420 });
  const type = large ? 18 : 14;
  const all = [...areas, mean];
  const signs = [...areas.map((_, at) => (at === 0 ? '' : '+')), `/ ${areas.length} =`];
  const room = signs.map((sign) => (sign === '' ? 0 : SIGN * type * (sign === '+' ? 1 : 1.5)));
  const sides = all.reduce((sum, { side }) => sum + Math.abs(side), 0);
  // The first square may be smaller than its words.
  const edge = 1.4 * type;
  const free = box.width - room.reduce((sum, each) => sum + each, 0) - 2 * edge;
  const unit = Math.max(0, Math.min(free / Math.max(sides, 1e-9), box.height / 5));
  const floor = box.height * 0.62;
  const ends = all.map((_, at) =>
    all.slice(0, at + 1).reduce((sum, { side }, one) => sum + (room[one] ?? 0) + unit * Math.abs(side), edge),
  );
  return (
    <div ref={frame} className={marks.frame}>
      <svg className={marks.drawing} width={box.width} height={box.height} role="img" aria-label={label}>
        {all.map(({ side, words }, at) => {
          const size = unit * Math.abs(side);
          const right = ends[at] ?? 0;
          const ofErrors = side < 0 ? look.negative : look.positive;
          return (
            <g key={`${at} ${words}`} className={at < areas.length ? ofErrors : css.meanArea}>
              <rect className={css.square} x={right - size} y={floor - size} width={size} height={size} />
              <g className={css.inside} textAnchor="middle">
                <text x={right - size - (room[at] ?? 0) / 2} y={floor - 4}>
                  {signs[at]}
                </text>
                <text className={css.result} x={right - size / 2} y={floor + 1.5 * type}>
                  {words}
                </text>
              </g>
            </g>
          );
        })}
      </svg>
    </div>
  );
};
