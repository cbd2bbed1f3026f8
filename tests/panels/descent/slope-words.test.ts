import { expect, test } from 'vitest';
import { uniform } from '../../../src/engine/random.ts';
import { signed, slopeWords } from '../../../src/panels/descent/any/motion.ts';

const read = (words: string): number => Number(words.replace('−', '-'));

test('a slope has the decimals with which the printed move comes out of it, and no more', () => {
  // 2 × 0.017 would be 0.034.
  expect([slopeWords(-0.01738, 2, 0.03476), signed(0.03476)]).toEqual(['−0.0174', '+0.035']);
  expect(slopeWords(0.032, 0.5, -0.016)).toBe('0.032');
  expect(slopeWords(0, 0.5, 0)).toBe('0.000');
});

test('whatever the slope and the rate, −η × the printed slope is the printed move', () => {
  for (let round = 0; round < 400; round += 1) {
    const slope = (2 * uniform(5, 'data', 0, 0, round) - 1) * 10 ** -(round % 4);
    const rate = [0.05, 0.1, 0.5, 0.75, 1.1, 2, 10][round % 7] ?? 1;
    const move = -rate * slope;
    const printed = signed(move);
    const digits = printed.split('.')[1]?.length ?? 0;
    expect((-rate * read(slopeWords(slope, rate, move))).toFixed(digits)).toBe(read(printed).toFixed(digits));
  }
});
