import { expect, test } from 'vitest';
import { bandsOf, labelled } from '../../src/ui/charts/contours.ts';
import { lossLevels } from '../../src/ui/charts/lossLevels.ts';
import { heightAt } from '../../src/ui/charts/paintSurface.ts';
import { rectOf } from '../../src/ui/charts/spots.ts';
import { turnBy, turned } from '../../src/ui/charts/turned.ts';

const SIDE = 65;
const SIZE = 320;

/** A round bowl about the middle: at each corner the square of its distance from there, the side being 2. */
const bowl = {
  side: SIDE,
  losses: Float64Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [column, row] = [at % SIDE, Math.floor(at / SIDE)];
    return (column / 32 - 1) ** 2 + (row / 32 - 1) ** 2;
  }),
};

test('the contours of a round bowl are circles about its bottom', () => {
  const bands = bandsOf(bowl, [0.25, 0.81], SIZE);
  for (const { level, lines } of bands) {
    expect(lines).toHaveLength(1);
    for (const [x, y] of lines[0]!) {
      const distance = Math.hypot(x - SIZE / 2, y - SIZE / 2) / (SIZE / 2);
      expect(distance).toBeCloseTo(Math.sqrt(level), 2);
    }
  }
});

test('contours that leave the picture are lines inside it, not along its edge', () => {
  const [band] = bandsOf(bowl, [1.44], SIZE);
  expect(band!.lines).toHaveLength(4);
  for (const [x, y] of band!.lines.flat()) {
    expect(Math.min(x, y, SIZE - x, SIZE - y)).toBeGreaterThan(0);
  }
});

test('each level is named on its own line, clear of the edge, of each other and of what is there', () => {
  const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
  const taken = [[150, 0, 170, 320] as const];
  const bands = bandsOf(bowl, levels, SIZE);
  const labels = labelled(bands, String, 11, SIZE, taken);
  expect(labels.map(({ level }) => level)).toEqual(levels);
  const rects = [...taken, ...labels.map(({ words, at }) => rectOf(words, 11, { at, anchor: 'middle' }))];
  rects.forEach((a, i) =>
    rects.slice(i + 1).forEach((b) => {
      expect(a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]).toBe(false);
    }),
  );
  for (const { level, at } of labels) {
    expect(Math.hypot(at[0] - 160, at[1] - 160) / 160).toBeCloseTo(Math.sqrt(level), 2);
  }
});

test('a surface is as high at its corners as they are, and between them in between', () => {
  const levels = lossLevels(bowl.losses)!;
  const { high } = levels;
  expect(heightAt(bowl, levels, [0.5, 0.5])).toBe(0);
  expect(heightAt(bowl, levels, [0.75, 0.5])).toBeCloseTo(0.25 / high, 12);
  const [a, b] = [heightAt(bowl, levels, [40 / 64, 0.5]), heightAt(bowl, levels, [41 / 64, 0.5])];
  expect(heightAt(bowl, levels, [40.5 / 64, 0.5])).toBeCloseTo((a + b) / 2, 12);
});

test('seen from ahead a block is as it lies on the map; whatever is high is drawn high', () => {
  const flat = turned({ about: 0, above: 85 }, 400, 400);
  const [left, right] = [flat.px(-1, 0, 0), flat.px(1, 0, 0)];
  expect(left[0]).toBeLessThan(right[0]);
  expect(left[1]).toBeCloseTo(right[1], 9);
  expect(flat.px(0, 1, 0)[1]).toBeLessThan(flat.px(0, -1, 0)[1]);
  for (const about of [0, 45, 130, 250, 325]) {
    const view = turned({ about, above: 35 }, 400, 300);
    expect(view.px(0.3, 0.4, 1)[1]).toBeLessThan(view.px(0.3, 0.4, 0)[1]);
    for (const across of [-1, 1]) {
      for (const up of [-1, 1]) {
        for (const high of [0, 1]) {
          const [x, y] = view.px(across, up, high);
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x).toBeLessThanOrEqual(400 + 1e-9);
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(300 + 1e-9);
        }
      }
    }
    // The farther corner is drawn higher than the nearer one.
    const [far, near] = [view.farUp ? -1 : 1, view.farUp ? 1 : -1];
    expect(view.px(0, far, 0)[1]).toBeLessThanOrEqual(view.px(0, near, 0)[1]);
    // Along the line of sight a place stays at its pixel.
    const [x, y] = view.px(0.1, 0.2, 0.3);
    const way = 0.4;
    const along = view.px(0.1 + way * view.nearer[0], 0.2 + way * view.nearer[1], 0.3 + way * view.rise);
    expect(along[0]).toBeCloseTo(x, 9);
    expect(along[1]).toBeCloseTo(y, 9);
  }
});

test('turning goes round and round, and never below the ground', () => {
  expect(turnBy({ about: 350, above: 30 }, 20, 100)).toEqual({ about: 10, above: 85 });
  expect(turnBy({ about: 5, above: 30 }, -10, -100)).toEqual({ about: 355, above: 12 });
});
