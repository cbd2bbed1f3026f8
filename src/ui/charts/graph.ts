import type { Map2d } from '../../worker/frame.ts';
import { linePath } from './linePath.ts';
import { type PlaneScale, toPixels } from './scale.ts';

/** Beyond this many sides of the plane nothing can be seen, and paths must not hold numbers without end. */
const FAR = 8;

/** A pixel coordinate kept near the plane. */
export const near = (pixel: number, size: number): number =>
  Math.min((1 + FAR) * size, Math.max(-FAR * size, pixel));

/**
 * The curve of a map with one row, its values at cell middles, as an SVG path; its two ends are drawn on straight by half a
 * cell, to the edges. Values that are not finite leave a gap.
 */
export const graphPath = (
  { size: cells, values, region: [left, right] }: Map2d,
  scale: PlaneScale,
): string => {
  const end = (at: number, before: number): number =>
    (values[at] ?? Number.NaN) + ((values[at] ?? Number.NaN) - (values[before] ?? Number.NaN)) / 2;
  const across = (cell: number): number => left + (cell / cells) * (right - left);
  const places: [number, number][] = [
    [left, end(0, 1)],
    ...Array.from({ length: cells }, (_, cell): [number, number] => [
      across(cell + 0.5),
      values[cell] ?? Number.NaN,
    ]),
    [right, end(cells - 1, cells - 2)],
  ];
  const drawn = places.map((place): [number, number] | null => {
    const [x, y] = toPixels(scale, place);
    return Number.isFinite(place[1]) ? [x, near(y, scale.size)] : null;
  });
  return linePath(drawn, 2);
};
