import { contours } from 'd3';
import type { Map2d } from '../../worker/frame.ts';
import { distance, type Point } from './scale.ts';

/** A line bent through places of the plane. */
export type Polyline = readonly Point[];

/** A contour ring without what runs along the border of the grid: the pieces inside. */
const piecesInside = (ring: readonly (readonly number[])[], size: number): Point[][] => {
  const places = ring.slice(0, -1).map(([x = 0, y = 0]): Point => [x, y]);
  const onBorder = ([x, y]: Point) => x <= 0 || y <= 0 || x >= size || y >= size;
  const first = places.findIndex(onBorder);
  if (first < 0) return [[...places, places[0] as Point]];
  const pieces: Point[][] = [[]];
  for (const place of [...places.slice(first), ...places.slice(0, first)]) {
    if (onBorder(place)) pieces.push([]);
    else pieces.at(-1)?.push(place);
  }
  return pieces.filter((piece) => piece.length > 1).map((piece) => toBorder(piece, size));
};

/**
 * Values stand at cell centres, half a cell inside the border: an open piece is drawn on, at most one cell, until it
 * meets the border.
 */
const toBorder = (piece: readonly Point[], size: number): Point[] => {
  const prolong = (end: Point, before: Point): Point => {
    const length = distance(end, before);
    if (length === 0) return end;
    const step: Point = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
    const until = (at: number, speed: number) =>
      speed > 0 ? (size - at) / speed : speed < 0 ? -at / speed : 1;
    const reach = Math.min(1, until(end[0], step[0]), until(end[1], step[1]));
    return [end[0] + reach * step[0], end[1] + reach * step[1]];
  };
  const [first, second] = piece as [Point, Point];
  const [last, beforeLast] = [piece.at(-1), piece.at(-2)] as [Point, Point];
  return [prolong(first, second), ...piece, prolong(last, beforeLast)];
};

/** Where a grid of values crosses `level`, as lines in the units of the region. The frame of the region is no boundary. */
export const crossings = ({ size, values, region }: Map2d, level: number): Polyline[] => {
  const [left, right, bottom, top] = region;
  const { coordinates } = contours()
    .size([size, size])
    .contour(values as unknown as number[], level);
  const place = ([x, y]: Point): Point => [
    left + (x / size) * (right - left),
    top - (y / size) * (top - bottom),
  ];
  return coordinates.flatMap((polygon) =>
    polygon.flatMap((ring) => piecesInside(ring, size).map((piece) => piece.map(place))),
  );
};

/** Where the winner of several outputs changes: for each class, where it is level with the best of the others. */
export const winnerChanges = (maps: readonly Map2d[]): Polyline[] =>
  maps.slice(0, -1).flatMap((map, k) => {
    const lead = map.values.map((value, cell) => {
      let best = -Infinity;
      for (const [other, rival] of maps.entries())
        if (other !== k) best = Math.max(best, rival.values[cell] ?? -Infinity);
      return value - best;
    });
    return crossings({ ...map, values: lead }, 0);
  });
