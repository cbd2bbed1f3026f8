import { crossings } from '../../ui/charts/boundary.ts';
import { clipLine, type Line } from '../../ui/charts/line.ts';
import type { Map2d, Region } from '../../worker/frame.ts';
import styles from './TileMarks.module.css';

/** A place on the input plane. */
export type Place = readonly [x1: number, x2: number];

interface TileMarksProps {
  /** Side of the tile in px. */
  readonly size: number;
  readonly region: Region;
  /** The line where this map takes this value, where one is to be drawn. */
  readonly line?: { readonly map: Map2d; readonly level: number } | null;
  /** That line exactly, where it is straight. */
  readonly straight?: Line | null;
  /** The four points of a gate. */
  readonly dots: readonly Place[];
  /** The point that is pointed at anywhere on the page. */
  readonly pointed: Place | null;
}

/** What lies over a tile's map: the hairline at its middle, a gate's points, a cross-hair. */
export const TileMarks = ({ size, region, line, straight, dots, pointed }: TileMarksProps) => {
  const [left, right, bottom, top] = region;
  const at = ([x1, x2]: Place): readonly [number, number] => [
    ((x1 - left) / (right - left)) * size,
    ((top - x2) / (top - bottom)) * size,
  ];
  const cross = pointed && at(pointed);
  const seen = straight && clipLine(straight, region);
  const pieces = straight ? (seen ? [seen] : []) : line ? crossings(line.map, line.level) : [];
  const hairline = line
    ? pieces
        .map(
          (piece) =>
            `M${piece
              .map((place) =>
                at(place)
                  .map((px) => px.toFixed(1))
                  .join(','),
              )
              .join('L')}`,
        )
        .join('')
    : '';
  return (
    <svg className={styles.marks} width={size} height={size} aria-hidden="true">
      {hairline && <path className={styles.hairline} d={hairline} />}
      {dots.map((dot) => {
        const [x, y] = at(dot);
        return <circle key={dot.join()} className={styles.dot} cx={x} cy={y} r={size > 30 ? 2.25 : 1.25} />;
      })}
      {cross && (
        <g transform={`translate(${cross[0]},${cross[1]})`}>
          <path className={styles.halo} d={CROSS} />
          <path className={styles.cross} d={CROSS} />
        </g>
      )}
    </svg>
  );
};

/** Four strokes, open round the point. */
const CROSS = 'M-8,0h5M3,0h5M0,-8v5M0,3v5';
