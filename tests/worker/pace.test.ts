import { expect, test } from 'vitest';
import { createPace } from '../../src/worker/pace.ts';

/** A machine that makes so many epochs a second at most, looked at thirty times a second: the speeds that are told of it. */
const told = (rate: number, most: number, seconds: number): number[] => {
  const pace = createPace();
  pace.set('epoch', rate);
  pace.begin(0, 0);
  let epoch = 0;
  return Array.from({ length: 30 * seconds }, (_, frame) => {
    const now = ((frame + 1) * 1000) / 30;
    const due = pace.due(now);
    while (pace.made < due && epoch + 1 <= (most * now) / 1000) {
      pace.make(1);
      epoch += 1;
    }
    pace.catchUp(due, now);
    return pace.speed(now, epoch);
  });
};

test('nothing is said of the speed until it is known, and then what is reached, not what was asked for', () => {
  const slow = told(30, 7, 12);
  expect(slow[0]).toBe(0);
  expect(slow[45]).toBe(0);
  for (const speed of slow.slice(90)) expect(Math.abs(speed - 7)).toBeLessThan(0.7);
  const most = told(Number.POSITIVE_INFINITY, 50, 6);
  for (const speed of most.slice(90)) expect(Math.abs(speed - 50)).toBeLessThan(1);
});

test('a speed that is kept is measured as kept, a slow one too', () => {
  for (const rate of [1, 4, 30, 120]) {
    const speeds = told(rate, 1000, 25).filter((speed) => speed > 0);
    expect(speeds.length).toBeGreaterThan(0);
    expect(Math.min(...speeds)).toBeGreaterThan(0.85 * rate);
  }
});

test('a machine that becomes slower is told as slower', () => {
  const pace = createPace();
  pace.set('epoch', 30);
  pace.begin(0, 0);
  for (let now = 0; now <= 10_000; now += 20) pace.speed(now, (30 * now) / 1000);
  let last = 0;
  for (let now = 10_000; now <= 20_000; now += 20) last = pace.speed(now, 300 + (5 * (now - 10_000)) / 1000);
  expect(last).toBeCloseTo(5, 1);
});
