import { beforeEach, expect, test, vi } from 'vitest';
import type { Frame } from '../../src/worker/frame.ts';
import { toldOf } from '../../src/state/told.ts';
import { look } from '../../src/state/view.ts';

const MAX = Number.POSITIVE_INFINITY;
let now = 0;
/** A moment of a run that is trained on pictures, so many milliseconds later than the one before. */
const later = (time: number, step: number, change: Partial<Frame> = {}): Frame => {
  now += time;
  const views = { maps: { picture: { id: 7 }, input: new Float32Array(1), layers: [] } };
  return { run: 1, edits: 0, playing: true, position: { step }, views, ...change } as Frame;
};
const told = (frame: Frame) => toldOf(frame)?.position.step;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  look({ speed: MAX });
  now += 10_000;
  toldOf(null);
});

test('at full speed words stand for a while, so that they can be read, and then tell of the newest moment', () => {
  const steps = Array.from({ length: 27 }, (_, i) => told(later(16, i)));
  expect(steps.slice(0, 13)).toEqual(Array.from({ length: 13 }, () => 0));
  expect(steps.slice(13, 26)).toEqual(Array.from({ length: 13 }, () => 13));
  expect(steps[26]).toBe(26);
  // Of frames that come seldom every other one.
  expect([27, 28, 29].map((step) => told(later(150, step)))).toEqual([26, 28, 28]);
});

test('one frame is told the same however often it is asked about', () => {
  const first = later(16, 0);
  toldOf(first);
  const second = later(16, 1);
  expect(told(second)).toBe(0);
  now += 1000;
  expect(told(second)).toBe(0);
});

test.each<readonly [string, Partial<Frame>]>([
  ['it pauses', { playing: false }],
  ['another run comes', { run: 2 }],
  ['an edit has come into force', { edits: 1 }],
  ['it goes by phases', { phase: {} as Frame['phase'] }],
  [
    'another picture is looked at',
    { views: { maps: { picture: { id: 8 }, input: new Float32Array(1), layers: [] } } },
  ],
  [
    'a picture is drawn',
    { views: { maps: { picture: { pixels: [0] }, input: new Float32Array(1), layers: [] } } },
  ],
  ['points are trained on, not pictures', { views: {} }],
])('words tell of the newest moment at once where %s', (_, change) => {
  toldOf(later(16, 0));
  expect(told(later(16, 1))).toBe(0);
  expect(told(later(16, 2, change))).toBe(2);
});

test('below full speed every moment is told', () => {
  look({ speed: 30 });
  expect([told(later(16, 0)), told(later(16, 1)), told(later(16, 2))]).toEqual([0, 1, 2]);
});
