import { classes } from '../controls/classes.ts';
import type { Polyline } from './boundary.ts';
import { clipLine, type Line } from './line.ts';
import { type PlaneScale, toPixels } from './scale.ts';
import css from './Plane.module.css';

interface BoundaryProps {
  readonly scale: PlaneScale;
  /** Straight lines, known exactly. */
  readonly lines: readonly Line[];
  /** Lines read off a map. */
  readonly bends: readonly Polyline[];
  /** A unit's own middle is a hairline; the decision of the whole network is a 2 px line. */
  readonly hairline?: boolean;
}

/** Where the answer changes. */
export const Boundary = ({ scale, lines, bends, hairline = false }: BoundaryProps) => {
  const straight = lines.flatMap((line) => {
    const seen = clipLine(line, scale.region);
    return seen ? [seen] : [];
  });
  const path = [...straight, ...bends]
    .map((places) => {
      const pixels = places.map((place) =>
        toPixels(scale, place)
          .map((value) => value.toFixed(2))
          .join(' '),
      );
      return `M${pixels.join('L')}`;
    })
    .join('');
  return path === '' ? null : <path className={classes(css.boundary, hairline && css.hairline)} d={path} />;
};
