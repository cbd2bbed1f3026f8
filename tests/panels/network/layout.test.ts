import { assert, array, boolean, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { neighbour, type NetworkPlace, placeNetwork } from '../../../src/panels/network/layout.ts';
import { linkPoint, linkWidth, placeLabels } from '../../../src/panels/network/bezier.ts';

const ROOM = { width: 640, height: 380, scale: 1 };

/** What is wrong with a drawing: tiles that touch, leave it, or lie under the heads or the chips. */
const faults = (place: NetworkPlace): string[] => {
  const tiles = place.columns.flatMap(({ tile, tiles: corners }) =>
    corners.map(({ x, y }) => ({ left: x, top: y, right: x + tile, bottom: y + tile })),
  );
  return tiles.flatMap((one, index) => {
    const inside =
      one.left >= 0 && one.right <= place.width && one.top >= place.headHeight && one.bottom <= place.footTop;
    const touched = tiles
      .slice(index + 1)
      .some(
        (other) =>
          one.right > other.left &&
          other.right > one.left &&
          one.bottom > other.top &&
          other.bottom > one.top,
      );
    return [...(inside ? [] : [`tile ${index} leaves`]), ...(touched ? [`tile ${index} touches`] : [])];
  });
};

test('whatever the network and the room, no two tiles touch, none leaves the drawing, heads and chips stay free', () => {
  const model = array(integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 8 });
  const side = integer({ min: 200, max: 1400 });
  assert(
    property(model, side, side, boolean(), (units, width, height, large) => {
      const room = { width, height, scale: large ? 1.25 : 1 };
      expect(faults(placeNetwork([2, ...units], room, false))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('a column is as wide as its words need, and nothing touches for it', () => {
  const words = { wide: 190, narrow: 150, tight: 110 };
  const usual = { wide: 0, narrow: 0, tight: 0 };
  for (const [width, least] of [
    [900, 190],
    [640, 150],
    [400, 110],
  ] as const) {
    const place = placeNetwork([7, 4, 4, 1], { ...ROOM, width }, false, [usual, usual, words, usual]);
    expect(place.columns[2]?.width).toBe(least);
    expect(faults(place)).toEqual([]);
  }
});

test('every unit has a tile, and more than eight units are a grid of small ones', () => {
  const { columns } = placeNetwork([2, 8, 9, 64, 1], ROOM, false);
  expect(columns.map(({ tiles }) => tiles.length)).toEqual([2, 8, 9, 64, 1]);
  expect(columns.map(({ grid }) => grid)).toEqual([false, false, true, true, false]);
  expect(columns[2]?.tile).toBe(20);
});

test('a 2-4-1 network fits the box of a 1440 screen with full-size tiles and nothing to scroll', () => {
  const place = placeNetwork([2, 4, 1], { width: 640, height: 460, scale: 1 }, false);
  expect(place.columns[1]?.tile).toBe(56);
  expect(place.width).toBeLessThanOrEqual(640);
  expect(place.height).toBeLessThanOrEqual(460);
  expect(place.narrow).toBe(false);
});

test('many layers on a phone make the drawing wider than its room instead of pressing the heads together', () => {
  const place = placeNetwork([2, 4, 4, 4, 1], { width: 358, height: 420, scale: 1 }, false);
  expect(place.narrow).toBe(true);
  expect(place.width).toBeGreaterThan(358);
  const [first, second] = place.columns;
  expect(second?.left).toBeGreaterThan((first?.left ?? 0) + (first?.width ?? 0));
});

test('eight layers of four fit beside the output at 1440, and four layers at 1024', () => {
  const eight = placeNetwork([2, 4, 4, 4, 4, 4, 4, 4, 1], { width: 792, height: 500, scale: 1 }, false);
  expect(eight.width).toBeLessThanOrEqual(792);
  expect(eight.tight).toBe(true);
  const four = placeNetwork([2, 4, 4, 4, 1], { width: 600, height: 380, scale: 1 }, false);
  expect(four.width).toBeLessThanOrEqual(600);
  expect(four.tight).toBe(false);
});

test('arrow keys walk down a column, across to the nearest tile, and stop at the edges', () => {
  const columns = placeNetwork([2, 4, 1], ROOM, false).columns.slice(1);
  expect(neighbour(columns, 0, 1, 'ArrowDown')).toEqual({ layer: 0, unit: 2 });
  expect(neighbour(columns, 0, 2, 'ArrowUp')).toEqual({ layer: 0, unit: 1 });
  expect(neighbour(columns, 0, 3, 'ArrowRight')).toEqual({ layer: 1, unit: 0 });
  expect(neighbour(columns, 0, 3, 'ArrowDown')).toBeNull();
  expect(neighbour(columns, 0, 0, 'ArrowLeft')).toBeNull();
});

test('inside a grid an arrow goes to the neighbouring cell before it leaves for the next layer', () => {
  const columns = placeNetwork([2, 16, 1], ROOM, false).columns.slice(1);
  const rows = new Set(columns[0]?.tiles.map(({ y }) => y)).size;
  expect(neighbour(columns, 0, 1, 'ArrowDown')).toEqual({ layer: 0, unit: 2 });
  expect(neighbour(columns, 0, 1, 'ArrowRight')).toEqual({ layer: 0, unit: 1 + rows });
  expect(neighbour(columns, 0, 1 + rows, 'ArrowRight')).toEqual({ layer: 1, unit: 0 });
});

test('a link is as wide as the design language says: 0.8 px and 2.6 for each unit of weight, 9 at most', () => {
  expect(linkWidth(0)).toBe(0.8);
  expect(linkWidth(-1)).toBeCloseTo(3.4, 12);
  expect(linkWidth(100)).toBe(9);
});

test('numbers at the links do not cover each other', () => {
  const links = [0, 1].flatMap((from) =>
    [0, 1].map((to) => ({
      from: { x: 100, y: 100 + 120 * from },
      to: { x: 290, y: 94 + 120 * to + 12 * from },
    })),
  );
  const labels = placeLabels(links, [40, 40, 40, 40]);
  expect(labels).toHaveLength(4);
  const covered = labels.filter((one) =>
    labels.some((other) => other !== one && Math.abs(one.x - other.x) < 40 && Math.abs(one.y - other.y) < 15),
  );
  expect(covered).toEqual([]);
  expect(placeLabels(links, [null, 40, null, null]).map(({ link }) => link)).toEqual([1]);
});

test('a link starts and ends where its tiles are', () => {
  const [from, to] = [
    { x: 3, y: 5 },
    { x: 80, y: 40 },
  ];
  expect(linkPoint(from, to, 0)).toEqual(from);
  expect(linkPoint(from, to, 1)).toEqual(to);
});
