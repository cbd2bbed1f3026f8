import { importedBy } from '../../data/imported.ts';
import { pictureAt } from '../../data/pictureRows.ts';
import { movePicture } from '../../data/pictures/drawing/moved.ts';
import { sets } from '../../data/sets/index.ts';
import { sizeOf } from '../../engine/shape.ts';
import type { Setup } from '../settings.ts';
import type { HeldOut } from './comparison.ts';

/** So many pictures are held out, where there are as many; fewer than the least are too few to judge by. */
const MOST = 1000;
const LEAST = 500;

/** Pictures that neither network learns from. */
export interface Held extends HeldOut {
  readonly size: readonly [height: number, width: number];
  readonly answers: ArrayLike<number>;
  /** Copies pictures from one on, each moved so many pixels, into rows; `count` of them. */
  readonly draw: (from: number, count: number, down: number, across: number) => Float32Array;
}

/**
 * The pictures that come after those of the experiment. Drawn ones are endless; where files have too few, the validation
 * set takes their place.
 */
export const heldOut = ({ design, data, train }: Setup): Held => {
  const spec = design.data;
  const { picture, generate } = sets[spec.set];
  if (!picture) throw new Error('heldOut: expected data that are pictures, received points.');
  const there = spec.asset ? (importedBy(spec.asset)?.count ?? 0) : Number.POSITIVE_INFINITY;
  const further = Math.min(MOST, there - spec.points);
  const kind = further >= LEAST ? 'further' : 'validation';
  const ids =
    kind === 'further'
      ? Array.from({ length: further }, (_, index) => spec.points + index)
      : [...data.ids.subarray(train.count, train.count + MOST)];
  const { answers } = generate({ ...spec, points: Math.max(spec.points, ...ids.map((id) => id + 1)) });
  const [height, width] = picture.shape;
  const numbers = sizeOf(picture.shape);
  const pixels = new Float32Array(ids.length * numbers);
  ids.forEach((id, index) => pixels.set(pictureAt(spec, id), index * numbers));
  return {
    kind,
    count: ids.length,
    size: [height, width],
    answers: ids.map((id) => answers[id] ?? 0),
    draw(from, count, down, across) {
      const rows = new Float32Array(count * numbers);
      for (let row = 0; row < count; row++) {
        const at = row * numbers;
        movePicture(pixels, from * numbers + at, [height, width], rows, at, down, across);
      }
      return rows;
    },
  };
};

/** The furthest that pictures of a size are moved: what is in the middle is then half out of the picture. */
export const mostShift = ([height, width]: Held['size']): number =>
  Math.floor((2 * Math.min(height, width)) / 7);

/** Where so many pixels lead: right, left, down and up. */
export const waysOf = (by: number): readonly (readonly [down: number, across: number])[] =>
  by === 0
    ? [[0, 0]]
    : [
        [0, by],
        [0, -by],
        [by, 0],
        [-by, 0],
      ];
