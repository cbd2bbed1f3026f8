import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, designAt } from '../../../src/experiment/apply.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { pictureModels } from '../../../src/experiment/pictures.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { kerasShape } from '../../../src/engine/shape.ts';
import { shapedLayers } from '../../../src/experiment/widths.ts';
import { cellOf, strongest, unitAt } from '../../../src/experiment/cells.ts';
import { kernelPlaces } from '../../../src/panels/network/pictures/kernels.ts';
import { type MapColumn, placeMaps } from '../../../src/panels/network/pictures/layout.ts';
import { colourAt, furthest, paintCells, rampOf } from '../../../src/panels/network/pictures/paint.ts';
import { count } from '../../../src/ui/format.ts';
import { nextMap } from '../../../src/panels/network/pictures/walk.ts';

const design = apply(designAt(opening, 0), chooseSet(designAt(opening, 0), 'digits'));
const shapesOf = (name: keyof typeof pictureModels) => {
  const layers = pictureModels[name].layers(10);
  const shaped = shapedLayers({ ...design, model: { layers } });
  return [[28, 28, 1], ...shaped.slice(0, -1).map(({ outputShape }) => outputShape)];
};

const parametersOf = (name: keyof typeof pictureModels) =>
  shapedLayers({ ...design, model: { layers: pictureModels[name].layers(10) } }).map(
    (layer) => layer.parameters,
  );
const middle = ({ left, width }: MapColumn): number => left + width / 2;

const ROOMS = [
  { width: 830, height: 520, large: false },
  { width: 830, height: 300, large: false },
  { width: 640, height: 420, large: false },
  { width: 830, height: 480, large: true },
  { width: 648, height: 420, large: true },
  { width: 358, height: 440, large: false },
  { width: 358, height: 440, large: true, coarse: true },
  { width: 830, height: 190, large: false, compact: true },
  { width: 830, height: 160, large: true, compact: true },
];

test.each(['mlp', 'cnn', 'lenet'] as const)(
  '%s: no two columns lie over each other, and every map lies in its own',
  (name) => {
    for (const room of ROOMS) {
      const place = placeMaps(shapesOf(name), room, parametersOf(name));
      place.columns.forEach((column, index) => {
        const { left, width } = place.columns[index - 1] ?? { left: 0, width: 0 };
        expect(column.left).toBeGreaterThanOrEqual(left + width);
        expect(column.box.x).toBeGreaterThanOrEqual(column.left - 0.01);
        expect(column.box.y).toBeGreaterThanOrEqual(place.headHeight);
        expect(column.box.y + column.box.height).toBeLessThanOrEqual(place.footTop);
        for (const { x, y } of column.spots) {
          expect(x).toBeGreaterThanOrEqual(column.box.x - 0.01);
          expect(x + column.tile).toBeLessThanOrEqual(column.box.x + column.box.width + 0.01);
          expect(y + column.tile).toBeLessThanOrEqual(column.box.y + column.box.height + 0.01);
        }
        const places = new Set(column.spots.map(({ x, y }) => `${x} ${y}`));
        expect(places.size).toBe(column.spots.length);
      });
    }
  },
);

test('the CNN of the course fits a window of 1440 × 900 and one of 1024 × 768', () => {
  for (const room of ROOMS.filter(({ width }) => width > 400)) {
    expect(placeMaps(shapesOf('cnn'), room, parametersOf('cnn')).width).toBeLessThanOrEqual(room.width);
  }
});

test('the shapes below the columns stand side by side, and all that is below them has its height', () => {
  // JetBrains Mono: 0.6 of its size, which is 12 px, or 16 px in large text; lines as in ColumnFoot.module.css.
  for (const name of ['mlp', 'cnn', 'lenet'] as const)
    for (const room of ROOMS.filter(({ compact }) => !compact)) {
      const [letter, line] = room.large ? [9.6, 20] : [7.2, 16];
      const shapes = shapesOf(name);
      const place = placeMaps(shapes, room, parametersOf(name));
      const heights = place.columns.map((column, index) => {
        const most = column.wordsRoom;
        const next = place.columns[index + 1];
        const apart = next ? middle(next) - middle(column) : Number.POSITIVE_INFINITY;
        expect((most + (next?.wordsRoom ?? 0)) / 2).toBeLessThan(apart);
        let lines = [''];
        for (const word of kerasShape(shapes[index]!).split(' ')) {
          const on = `${lines.at(-1)} ${word}`.trim();
          lines = on.length * letter <= most ? [...lines.slice(0, -1), on] : [...lines, word];
        }
        for (const each of lines) expect(each.trim().length * letter).toBeLessThanOrEqual(most);
        const parameters = parametersOf(name)[index - 1] ?? 0;
        // "48,120 params", or in Korean with five syllables of 0.87 of their size.
        const number = count(parameters).length;
        const counted = Math.max(number + 7, number + 1 + (5 * 0.87) / 0.6) * letter;
        return (lines.filter(Boolean).length + (parameters > 0 && counted > most ? 2 : 1)) * line;
      });
      const chip = room.coarse ? 44 : 32;
      const under = place.tight ? chip : 0;
      expect(place.footTop + chip + Math.max(...heights) + under).toBeLessThanOrEqual(place.height);
    }
});

test('where names are enough maps lie in two full rows, and those of pooling under the ones they come from', () => {
  const room = { width: 830, height: 190, large: false, compact: true };
  const { columns } = placeMaps(shapesOf('cnn'), room, parametersOf('cnn'));
  const rowsOf = ({ spots }: MapColumn) => new Set(spots.map(({ y }) => y)).size;
  const widthOf = ({ spots }: MapColumn) => new Set(spots.map(({ x }) => x)).size;
  expect(columns.slice(1, 5).map(rowsOf)).toEqual([2, 2, 2, 2]);
  expect(columns.slice(1, 5).map(widthOf)).toEqual([4, 4, 8, 8]);
});

test('a unit of maps is a cell and back, in the order of Keras: rows, columns, channels', () => {
  const shape = [3, 5, 2];
  expect(cellOf(0, shape)).toEqual({ row: 0, column: 0, map: 0 });
  expect(cellOf(13, shape)).toEqual({ row: 1, column: 1, map: 1 });
  for (let unit = 0; unit < 30; unit++) expect(unitAt(cellOf(unit, shape), shape)).toBe(unit);
});

test('a map that is chosen is looked into where its output is largest', () => {
  const outputs = new Float32Array(3 * 5 * 2).fill(-1);
  outputs[unitAt({ row: 2, column: 4, map: 1 }, [3, 5, 2])] = 0.5;
  outputs[unitAt({ row: 0, column: 0, map: 0 }, [3, 5, 2])] = 9;
  expect(cellOf(strongest(outputs, 1, [3, 5, 2]), [3, 5, 2])).toEqual({ row: 2, column: 4, map: 1 });
});

test('what has passed a relu has no sign, what has passed tanh or a normalisation has one', () => {
  const layersOf = (name: keyof typeof pictureModels) =>
    shapedLayers({ ...design, model: { layers: pictureModels[name].layers(10) } });
  expect([0, 1, 2, 3, 4].map((layer) => rampOf(layersOf('cnn'), layer))).toEqual(
    Array.from({ length: 5 }, () => 'features'),
  );
  expect([0, 1, 2, 3, 4].map((layer) => rampOf(layersOf('lenet'), layer))).toEqual(
    Array.from({ length: 5 }, () => 'signs'),
  );
  expect(rampOf(layersOf('mlp'), 0)).toBe('features');
  expect(furthest([0.5, -2, 1])).toBe(2);
});

test('arrow keys reach every map from the first one, and stop at the edge', () => {
  const { columns } = placeMaps(shapesOf('lenet'), ROOMS[0]!, parametersOf('lenet'));
  const layers = columns.slice(1);
  const reached = new Set(['0 0']);
  const open = [{ layer: 0, map: 0 }];
  for (let here = open.pop(); here; here = open.pop()) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const next = nextMap(layers, here.layer, here.map, key);
      if (!next || reached.has(`${next.layer} ${next.map}`)) continue;
      reached.add(`${next.layer} ${next.map}`);
      open.push(next);
    }
  }
  const all = layers.reduce((sum, { spots }) => sum + Math.max(1, spots.length), 0);
  expect(reached.size).toBe(all);
  expect(nextMap(layers, 0, 0, 'ArrowLeft')).toBeNull();
});

test('the channels of a kernel lie side by side in their square, as large as they can be, none over another', () => {
  const sides = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(sides, sides, fc.integer({ min: 1, max: 40 }), (tall, wide, channels) => {
      const SIDE = 23;
      const { cell, places } = kernelPlaces({ tall, wide, channels, filters: 1 }, SIDE);
      expect(places).toHaveLength(channels);
      const boxes = places.map(({ x, y }) => ({ x, y, right: x + wide * cell, bottom: y + tall * cell }));
      for (const [index, box] of boxes.entries()) {
        expect(Math.min(box.x, box.y)).toBeGreaterThan(-1e-9);
        expect(Math.max(box.right, box.bottom)).toBeLessThan(SIDE + 1e-9);
        for (const other of boxes.slice(index + 1)) {
          const apart =
            other.x >= box.right - 1e-9 ||
            box.x >= other.right - 1e-9 ||
            other.y >= box.bottom - 1e-9 ||
            box.y >= other.bottom - 1e-9;
          expect(apart).toBe(true);
        }
      }
      // They reach from edge to edge in one direction at least.
      const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
      expect(Math.min(left, top)).toBeCloseTo(0, 6);
    }),
  );
});

test('a colour is full at the largest size, or at the one that most of those that are not 0 do not reach', () => {
  expect(furthest([0.5, -3, 1])).toBe(3);
  const some = Float32Array.from({ length: 300 }, (_, at) => (at < 200 ? 0 : at % 2 ? at - 199 : 199 - at));
  expect(furthest(some)).toBe(100);
  expect(furthest(some, 0.97)).toBe(98);
  expect(furthest(new Float32Array(5), 0.97)).toBe(0);
});

/** An image without a canvas. */
const imageOf = (width: number, height: number) =>
  ({ width, height, data: new Uint8ClampedArray(4 * width * height) }) as ImageData;

test('every pixel of an area has the colour of the cell its middle lies in, and nothing else is touched', () => {
  const cells = fc.record({
    rows: fc.integer({ min: 1, max: 9 }),
    columns: fc.integer({ min: 1, max: 9 }),
    left: fc.integer({ min: 0, max: 5 }),
    top: fc.integer({ min: 0, max: 5 }),
    width: fc.integer({ min: 1, max: 30 }),
    height: fc.integer({ min: 1, max: 30 }),
    maps: fc.integer({ min: 1, max: 3 }),
    seed: fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 243, maxLength: 243 }),
    missing: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(cells, ({ rows, columns, left, top, width, height, maps, seed, missing }) => {
      const image = imageOf(40, 40);
      const known = Math.max(0, rows * columns - missing);
      const painted = {
        values: seed,
        from: maps - 1,
        step: maps,
        ramp: 'signs',
        full: 1,
        theme: 'light',
      } as const;
      paintCells(image, { left, top, width, height }, [rows, columns], painted, known);
      const expected = imageOf(40, 40);
      for (let y = 0; y < 40; y += 1)
        for (let x = 0; x < 40; x += 1) {
          const column = Math.floor(((x - left + 0.5) * columns) / width);
          const row = Math.floor(((y - top + 0.5) * rows) / height);
          const inside = x >= left && x < left + width && y >= top && y < top + height;
          const cell = row * columns + column;
          const value = seed[maps - 1 + cell * maps] ?? 0;
          // As finely as the table of shades tells colours apart.
          const shade = Math.round((value + 1) * 255) / 255 - 1;
          if (inside && cell < known)
            expected.data.set([...colourAt('signs', 'light', shade), 255], 4 * (y * 40 + x));
        }
      expect(Buffer.from(image.data).equals(Buffer.from(expected.data))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
