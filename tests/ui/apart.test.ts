import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldApart } from '../../src/ui/charts/apart.ts';

test('words at the ends of lines keep their distance, their order and the plane', () => {
  const height = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(fc.array(height, { minLength: 1, maxLength: 4 }), (heights) => {
      const held = heldApart(heights, 16, [0, 200]);
      const order = [...heights.keys()].sort((a, b) => heights[a]! - heights[b]!);
      let last = -16;
      for (const index of order) {
        expect(held[index]! - last).toBeGreaterThanOrEqual(16);
        last = held[index]!;
      }
      expect(last).toBeLessThanOrEqual(200);
    }),
  );
  // What is far apart stays where it is.
  expect(heldApart([20, 60], 16, [0, 200])).toEqual([20, 60]);
  expect(heldApart([60, 60], 16, [0, 200])).toEqual([60, 76]);
  expect(heldApart([198, 199], 16, [0, 200])).toEqual([184, 200]);
});
