import { contours } from 'd3';
import type { Region } from '../../worker/frame.ts';
import type { LossGrid } from './lossLevels.ts';
import { type PlaneScale, type Point, toPixels } from './scale.ts';
import { type Rect, rectOf } from './spots.ts';

/** What lies above one level: an outline for SVG, and the lines in pixels that it has inside the picture. */
export interface Band {
  readonly level: number;
  readonly outline: string;
  readonly lines: readonly (readonly Point[])[];
}

/** The bands of a grid of losses whose outermost corners lie on the edge of the plane. */
export const bandsOf = (
  { side, losses }: LossGrid,
  levels: readonly number[],
  size: number,
): readonly Band[] => {
  const cell = size / (side - 1);
  // d3 puts the first value at one half.
  const px = ([x = 0, y = 0]: readonly number[]): Point => [(x - 0.5) * cell, (y - 0.5) * cell];
  const draw = contours().size([side, side]);
  return levels.map((level) => {
    const rings = draw
      .contour(losses as unknown as number[], level)
      .coordinates.flatMap((polygon) => polygon.map((ring) => ring.map(px)));
    return {
      level,
      outline: rings
        .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
        .join(''),
      lines: rings.flatMap((ring) => insideOf(ring, size)),
    };
  });
};

/** The pieces of a ring that lie inside the picture, not along its edge. */
const insideOf = (ring: readonly Point[], size: number): Point[][] => {
  const pieces: Point[][] = [[]];
  for (const place of ring) {
    const within = place[0] > 0 && place[1] > 0 && place[0] < size && place[1] < size;
    if (within) pieces.at(-1)?.push(place);
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
};

/** The words of a level, and their middle in pixels. */
export interface LevelLabel {
  readonly level: number;
  readonly words: string;
  readonly at: Point;
}

/** Names levels on their own lines, each once, where nothing else is in the way. */
export const labelled = (
  bands: readonly Band[],
  wordsOf: (level: number) => string,
  type: number,
  size: number,
  taken: readonly Rect[],
): readonly LevelLabel[] => {
  const rects = [...taken];
  const labels: LevelLabel[] = [];
  for (const { level, lines } of bands) {
    const words = wordsOf(level);
    const longest = lines.toSorted((a, b) => b.length - a.length)[0] ?? [];
    const middle = longest.length / 2;
    // From the middle of the line outwards.
    const outwards = [...longest.keys()].toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    const at = outwards
      .map((index) => longest[index] as Point)
      .find((place) => {
        const [left, top, right, bottom] = rectOf(words, type, { at: place, anchor: 'middle' });
        const within = left > 2 && top > 2 && right < size - 2 && bottom < size - 2;
        return (
          within &&
          !rects.some((rect) => left < rect[2] && right > rect[0] && top < rect[3] && bottom > rect[1])
        );
      });
    if (!at) continue;
    labels.push({ level, words, at });
    rects.push(rectOf(words, type, { at, anchor: 'middle' }));
  }
  return labels;
};

/** A line through places of the plane, for SVG. */
export const lineOf = (scale: PlaneScale, places: readonly Point[]): string =>
  places
    .map((place, index) => {
      const [x, y] = toPixels(scale, place);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');

/** Does a place lie in the picture? */
export const isIn = ([left, right, bottom, top]: Region, [x, y]: Point): boolean =>
  x >= left && x <= right && y >= bottom && y <= top;
