import type { Region } from '../../worker/frame.ts';

/** A place in the units of the two axes: [across, up]. */
export type Point = readonly [number, number];

/** A square plane of `size` pixels that shows a region; pixels count from the top left corner. */
export interface PlaneScale {
  readonly region: Region;
  readonly size: number;
}

/** The pixel of a place, [right, down] from the plane's top left corner. */
export const toPixels = (
  { region: [left, right, bottom, top], size }: PlaneScale,
  [across, up]: Point,
): Point => [((across - left) / (right - left)) * size, ((top - up) / (top - bottom)) * size];

/** The place of a pixel: the inverse of toPixels. */
export const toPlace = ({ region: [left, right, bottom, top], size }: PlaneScale, [x, y]: Point): Point => [
  left + (x / size) * (right - left),
  top - (y / size) * (top - bottom),
];

/** The nearest place inside the region. */
export const inside = ([left, right, bottom, top]: Region, [across, up]: Point): Point => [
  Math.min(right, Math.max(left, across)),
  Math.min(top, Math.max(bottom, up)),
];

/** How far one press of an arrow key goes: a hundredth of the region's width, ten times that with Shift. */
export const arrowMove = ([left, right, bottom, top]: Region, key: string, shift: boolean): Point | null => {
  const across = ((right - left) / 100) * (shift ? 10 : 1);
  const up = ((top - bottom) / 100) * (shift ? 10 : 1);
  if (key === 'ArrowLeft') return [-across, 0];
  if (key === 'ArrowRight') return [across, 0];
  if (key === 'ArrowUp') return [0, up];
  if (key === 'ArrowDown') return [0, -up];
  return null;
};

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
