import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDrawn, placeNames, type Rect, type Trace, traceOf } from '../../src/ui/charts/ghostNames.ts';

const plot: Rect = { left: 40, right: 640, top: 12, bottom: 112 };

/** Does a curve pass through a rectangle? Looked at point by point, a tenth of a pixel apart. */
const meets = (trace: Trace, { left, right, top, bottom }: Rect): boolean =>
  trace.some(([x2, y2], i) => {
    const [x1, y1] = trace[i - 1] ?? [x2, y2];
    const pieces = Math.max(1, Math.ceil(10 * Math.hypot(x2 - x1, y2 - y1)));
    return Array.from({ length: pieces + 1 }, (_, piece) => piece / pieces).some((share) => {
      const [x, y] = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
      return x > left + 0.1 && x < right - 0.1 && y > top + 0.1 && y < bottom - 0.1;
    });
  });
const overlap = (one: Rect, other: Rect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const trace = fc
  .record({
    from: fc.integer({ min: 40, max: 400 }),
    steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 12, max: 112 })), {
      minLength: 2,
      maxLength: 12,
    }),
  })
  .map(({ from, steps }): Trace => {
    let x = from;
    return steps.map(([dx, y]) => {
      x += dx;
      return [x, y] as const;
    });
  });

test('no name of a ghost lies on another, on a curve, on what is taken, or outside of the plot', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ trace, width: fc.integer({ min: 20, max: 140 }) }), { maxLength: 8 }),
      trace,
      (ghosts, present) => {
        const taken = [{ left: 300, right: 316, top: 0, bottom: 112 }];
        const places = placeNames(ghosts, { plot, height: 12, taken, traces: [present] });
        const placed = places.filter((place) => place !== null);
        for (const [i, place] of placed.entries()) {
          expect(place.left).toBeGreaterThanOrEqual(plot.left);
          expect(place.right).toBeLessThanOrEqual(plot.right);
          expect(place.top).toBeGreaterThanOrEqual(plot.top);
          expect(place.bottom).toBeLessThanOrEqual(plot.bottom);
          for (const other of [...taken, ...placed.slice(i + 1)]) expect(overlap(place, other)).toBe(false);
          for (const curve of [present, ...ghosts.map((ghost) => ghost.trace)])
            expect(meets(curve, place)).toBe(false);
        }
      },
    ),
  );
});

test('a lone ghost is named at its end, makes way for the playhead, and where there is no room beside it stands behind it', () => {
  const ghost = {
    trace: [
      [40, 40],
      [300, 90],
    ] as const,
    width: 80,
  };
  const [above] = placeNames([ghost], { plot, height: 12, taken: [], traces: [] });
  expect(above?.right).toBe(300);
  const playhead = { left: 250, right: 266, top: 0, bottom: 112 };
  const [aside] = placeNames([ghost], { plot, height: 12, taken: [playhead], traces: [] });
  expect(aside?.left).toBeGreaterThanOrEqual(266);
  expect(aside?.left).toBeLessThanOrEqual(300);
  const beside = { left: 40, right: 302, top: 0, bottom: 112 };
  const [behind] = placeNames([ghost], { plot, height: 12, taken: [beside], traces: [] });
  expect(behind?.left).toBe(304);
  expect([behind?.top, behind?.bottom]).toEqual([84, 96]);
});

test('a ghost is drawn from the last point that it has in common with the present curve', () => {
  const epoch = Float64Array.of(0, 1, 2, 3, 4);
  const values = Float32Array.of(5, 4, 3, 2, Number.NaN);
  const curve = { epoch, step: epoch.map((each) => 8 * each), loss: values, val_loss: values, wrong: values };
  const ghost = { id: 1, name: { en: 'a', ko: 'a' }, curve };
  expect(firstDrawn({ ...ghost, parted: 0 })).toBe(0);
  expect(firstDrawn({ ...ghost, parted: 16 })).toBe(2);
  expect(firstDrawn({ ...ghost, parted: 21 })).toBe(2);
  const path = traceOf(
    epoch,
    values,
    2,
    (x) => 10 * x,
    (y) => 100 - y,
  );
  expect(path).toEqual([
    [20, 97],
    [30, 98],
  ]);
});
