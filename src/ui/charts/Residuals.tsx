import { classes } from '../controls/classes.ts';
import { barsPath, type Residual, squaresPath } from './residuals.ts';
import type { PlaneScale } from './scale.ts';
import css from './Graph.module.css';

interface ResidualsProps {
  readonly rows: readonly Residual[];
  /** The row that is pointed at, drawn stronger. */
  readonly pointed: Residual | null;
  /** Squares for the mean squared error, bars for the mean absolute error. */
  readonly as: 'squares' | 'bars';
  readonly scale: PlaneScale;
}

/** ŷ − y of every row: blue where ŷ is too high, orange where it is too low. */
export const Residuals = ({ rows, pointed, as, scale }: ResidualsProps) => {
  const path = as === 'squares' ? squaresPath : barsPath;
  const drawn = (of: readonly Residual[], strong: boolean) =>
    ([1, -1] as const).map((sign) => {
      const d = path(
        of.filter(({ at, value }) => sign * (value - at[1]) > 0),
        scale,
      );
      const look = classes(css[as], sign > 0 ? css.above : css.below, strong && css.strong);
      return d === '' ? null : <path key={sign} className={look} d={d} />;
    });
  return (
    <g aria-hidden="true">
      {drawn(rows, false)}
      {pointed && drawn([pointed], true)}
    </g>
  );
};
