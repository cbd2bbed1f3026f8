import type { Stroke } from './stroke.ts';

/** The way of a pen, point by point: x, y, half its width there, and 1 where it is put down anew (else 0). */
export interface Path {
  readonly points: Float64Array;
  count: number;
}

/** Numbers to a point of a path, and which of them is half the pen's width. */
export const SIZE = 4;
export const HALF_WIDTH = 2;

/** Room for a path of as many points. */
export const pathOf = (most: number): Path => ({ points: new Float64Array(most * SIZE), count: 0 });

/** Pieces that the way between two points of a stroke is cut into. */
const PIECES = 5;

/**
 * Puts a stroke behind what the path holds, as a curve of Catmull and Rom (1974) through its points, which may have
 * been moved: x and y in turn; `widths` is half the pen's width at each. At a corner and at an end the curve has the
 * direction of the straight line to the next point.
 */
export const follow = (path: Path, { corners }: Stroke, places: Float64Array, widths: Float64Array): void => {
  const last = corners.length - 1;
  put(path, places[0]!, places[1]!, widths[0]!, true);
  for (let i = 0; i < last; i++) {
    const before = i === 0 || corners[i] ? i : i - 1;
    const after = i + 1 === last || corners[i + 1] ? i + 1 : i + 2;
    const [x0, y0] = [places[2 * before]!, places[2 * before + 1]!];
    const [x1, y1] = [places[2 * i]!, places[2 * i + 1]!];
    const [x2, y2] = [places[2 * i + 2]!, places[2 * i + 3]!];
    const [x3, y3] = [places[2 * after]!, places[2 * after + 1]!];
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES;
      put(
        path,
        between(x0, x1, x2, x3, t),
        between(y0, y1, y2, y3, t),
        widths[i]! + (widths[i + 1]! - widths[i]!) * t,
        false,
      );
    }
  }
};

/** The curve of Catmull and Rom from b (t = 0) to c (t = 1) with the slopes (c − a) / 2 and (d − b) / 2. */
const between = (a: number, b: number, c: number, d: number, t: number): number =>
  b + (t / 2) * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

const put = (path: Path, x: number, y: number, half: number, anew: boolean): void => {
  const at = path.count * SIZE;
  path.points[at] = x;
  path.points[at + 1] = y;
  path.points[at + HALF_WIDTH] = half;
  path.points[at + 3] = anew ? 1 : 0;
  path.count++;
};

/**
 * Inks a path into a canvas of height × width pixels, row-major; x and y are in pixels, (0, 0) is the outer corner of
 * the first. How dark a pixel gets is how far its middle lies inside the edge of the pen's round tip, over `edge` pixels:
 * 0 at half of them outside, 1 at half of them inside. Where the pen passes twice the darker stays.
 */
export const ink = (
  { points, count }: Path,
  canvas: Float32Array,
  height: number,
  width: number,
  edge: number,
): void => {
  for (let i = 1; i < count; i++) {
    const to = i * SIZE;
    if (points[to + 3] === 1) continue;
    const x = points[to - SIZE]!;
    const y = points[to - SIZE + 1]!;
    const half = points[to - SIZE + HALF_WIDTH]!;
    const dx = points[to]! - x;
    const dy = points[to + 1]! - y;
    const grows = points[to + HALF_WIDTH]! - half;
    const length = dx * dx + dy * dy;
    const reach = Math.max(half, half + grows) + edge / 2;
    const left = Math.max(0, Math.ceil(Math.min(x, x + dx) - reach - 0.5));
    const right = Math.min(width - 1, Math.floor(Math.max(x, x + dx) + reach - 0.5));
    const top = Math.max(0, Math.ceil(Math.min(y, y + dy) - reach - 0.5));
    const bottom = Math.min(height - 1, Math.floor(Math.max(y, y + dy) + reach - 0.5));
    for (let row = top; row <= bottom; row++) {
      const py = row + 0.5 - y;
      for (let column = left; column <= right; column++) {
        const px = column + 0.5 - x;
        const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
        const awayX = px - along * dx;
        const awayY = py - along * dy;
        const away = awayX * awayX + awayY * awayY;
        if (away >= reach * reach) continue;
        const dark = (half + along * grows - Math.sqrt(away)) / edge + 0.5;
        const at = row * width + column;
        if (dark > canvas[at]!) canvas[at] = dark < 1 ? dark : 1;
      }
    }
  }
};
