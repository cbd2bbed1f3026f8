import { expect, test } from 'vitest';
import { rectOf } from '../../src/ui/charts/spots.ts';
import { beside, settleAll } from '../../src/ui/charts/weightPlace.ts';

test('words that find no place clear of the words before them are left out', () => {
  const crowd = { bounds: [0, 0, 600, 200] as const, rects: [], points: [] };
  for (const gap of [0, 4, 12, 30, 80, 200]) {
    const asked = ['now (1.675, 0.11)', 'slope −0.65', 'move +0.37', 'next (2.05, 0)'].map((words, at) => ({
      words,
      type: 14,
      spots: beside([200 + at * gap, 180], 8, 14),
    }));
    const said = settleAll([...asked, ...asked], crowd).filter((one) => one !== null);
    // There is room for four, wherever they are asked for, and for no more where all ask for the same spots.
    expect(said.length).toBeGreaterThanOrEqual(4);
    const rects = said.map(({ words, type, spot }) => rectOf(words, type, spot));
    for (const [at, a] of rects.entries())
      for (const b of rects.slice(at + 1))
        expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
  }
});
