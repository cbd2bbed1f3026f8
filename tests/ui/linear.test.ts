import { line, scaleLinear } from 'd3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clamped, linear } from '../../src/ui/charts/linear.ts';
import { linePath } from '../../src/ui/charts/linePath.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const end = fc.integer({ min: -1000, max: 1000 });
const ends = fc.tuple(end, end);

test('a linear scale and its way back are those of d3', () => {
  fc.assert(
    fc.property(ends, ends, end, (domain, range, value) => {
      const [ours, theirs] = [linear(domain, range), scaleLinear(domain, range)];
      expect(ours(value)).toBeCloseTo(theirs(value), 3);
      expect(ours.invert(value)).toBeCloseTo(theirs.invert(value), 3);
    }),
    { examples: [[[3, 3], [0, 10], 7]] },
  );
});

test('outside its domain a clamped scale is that of d3', () => {
  fc.assert(
    fc.property(ends, ends, end, ([a, b], range, value) => {
      const domain = [Math.min(a, b), Math.max(a, b) + 1] as const;
      expect(clamped(domain, range)(value)).toBeCloseTo(scaleLinear(domain, range).clamp(true)(value), 3);
    }),
  );
});

test('a path of straight pieces, gaps and single places included, is that of d3', () => {
  const place = fc.option(fc.tuple(number, number), { freq: 3 });
  fc.assert(
    fc.property(fc.array(place), fc.integer({ min: 0, max: 3 }), (places, digits) => {
      const theirs = line<[number, number] | null>()
        .defined((each) => each !== null)
        .x((each) => each?.[0] ?? 0)
        .y((each) => each?.[1] ?? 0)
        .digits(digits)(places);
      expect(linePath(places, digits)).toBe(theirs ?? '');
    }),
  );
});
