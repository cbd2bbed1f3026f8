import { array, assert, double, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { LABEL_GAP } from '../../src/ui/charts/labelGap.ts';
import { keptApart, placeMarkLabels, shortWords } from '../../src/ui/charts/markLabels.ts';
import { textWidth } from '../../src/ui/charts/textWidth.ts';

const ROOM = { left: 0, right: 400, rows: 2 };

test('a label stands right of its line, and left of it where there is no room at the right', () => {
  expect(placeMarkLabels([{ x: 100, width: 80 }], ROOM)).toEqual([{ row: 0, anchor: 'start', short: false }]);
  expect(placeMarkLabels([{ x: 390, width: 80 }], ROOM)).toEqual([{ row: 0, anchor: 'end', short: false }]);
});

test('the newest label keeps the best place when two want it', () => {
  const [older, newer] = placeMarkLabels(
    [
      { x: 5, width: 80 },
      { x: 20, width: 80 },
    ],
    ROOM,
  );
  expect(newer).toEqual({ row: 0, anchor: 'start', short: false });
  expect(older).toEqual({ row: 1, anchor: 'start', short: false });
});

test('a crowded label is shortened to what came after the arrow before it moves down', () => {
  const [older] = placeMarkLabels(
    [
      { x: 5, width: 80, short: 40 },
      { x: 70, width: 80, short: 40 },
    ],
    ROOM,
  );
  expect(older).toEqual({ row: 0, anchor: 'start', short: true });
  expect(shortWords('AND → OR')).toBe('→ OR');
  expect(shortWords('new data')).toBeNull();
});

test('no label stands where it would be read as that of another line', () => {
  const close = [
    { x: 50, width: 80 },
    { x: 55, width: 80 },
  ];
  expect(placeMarkLabels(close, ROOM)[0]).toBeNull();
  // At the right end words stand left of their line, but not with another line before them.
  const [, last] = placeMarkLabels(
    [
      { x: 300, width: 20 },
      { x: 395, width: 80 },
    ],
    ROOM,
  );
  expect(last).toBeNull();
});

test('a label that cannot stand anywhere is left out', () => {
  expect(placeMarkLabels([{ x: 200, width: 500 }], ROOM)).toEqual([null]);
  const taken = [{ row: 0, from: 0, to: 400 }];
  expect(placeMarkLabels([{ x: 100, width: 80 }], { ...ROOM, rows: 1, taken })).toEqual([null]);
});

test('however many marks there are, no two labels touch and none leaves the plot', () => {
  const label = record({
    x: double({ min: 0, max: 400, noNaN: true }),
    width: integer({ min: 5, max: 150 }),
  });
  assert(
    property(array(label, { maxLength: 30 }), (labels) => {
      const sorted = labels.toSorted((a, b) => a.x - b.x);
      const spans = placeMarkLabels(sorted, ROOM).flatMap((place, index) => {
        const { x, width } = sorted[index] ?? { x: 0, width: 0 };
        const from = place?.anchor === 'end' ? x - LABEL_GAP - width : x + LABEL_GAP;
        return place ? [{ row: place.row, from, to: from + width }] : [];
      });
      for (const span of spans) {
        expect(span.from >= ROOM.left && span.to <= ROOM.right).toBe(true);
        const touching = spans.filter(
          (other) => other.row === span.row && other.from < span.to && other.to > span.from,
        );
        expect(touching).toEqual([span]);
      }
    }),
  );
});

test('of centred labels too close together the newest stay', () => {
  const at = (x: number) => ({ x, width: 20 });
  expect(keptApart([at(10), at(20), at(100), at(118)])).toEqual([false, true, false, true]);
});

test('Hangul takes more room than Latin', () => {
  expect(textWidth('에포크', 12)).toBeGreaterThan(textWidth('epo', 12));
});
