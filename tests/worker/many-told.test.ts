// What a run with very many pictures says of itself while nothing waits until all of them are counted.

import { expect, test } from 'vitest';
import type { Frame } from '../../src/worker/frame.ts';
import { answered, begin, COUNT, many, TRAIN } from './manyPictures.ts';

test('after an edit while it plays a sample is told as one, until an epoch ends', async () => {
  const { session, place, counted } = await begin();
  await counted();
  await session.pace('epoch', Number.POSITIVE_INFINITY);
  await answered(place, session.play());
  const rate = { compile: { optimizer: { ...many.compile.optimizer, learning_rate: 0.01 } } };
  await answered(place, session.edit(rate));
  const { playing, position, reading } = await answered(place, session.frame([], []));
  expect(playing).toBe(true);
  expect(position.epoch).toBe(0);
  expect(reading.rows).toBeLessThan(TRAIN);
  expect(reading.counted).toBeCloseTo((reading.rows + reading.valRows) / COUNT, 10);
  // The end of the epoch is told once the rows held back are counted.
  let later: Frame;
  do {
    later = await answered(place, session.frame([], []));
    expect(later.reading.counted === undefined).toBe(later.reading.rows === TRAIN);
  } while (later.reading.counted !== undefined);
  expect(later.position.epoch).toBe(1);
});

test('while it plays, what is told of the rows held back is never older than what was told before', async () => {
  const { session, place, counted } = await begin();
  await counted();
  await session.pace('epoch', Number.POSITIVE_INFINITY);
  await answered(place, session.play());
  let last = await answered(place, session.frame([], []));
  const losses = new Set<number | null>();
  while (last.position.epoch < 3) {
    const frame = await answered(place, session.frame([], []));
    const since = (of: Frame) => of.reading.evaluated ?? of.position.epoch;
    expect(since(frame)).toBeGreaterThanOrEqual(since(last));
    expect(frame.reading.val_loss === last.reading.val_loss).toBe(since(frame) === since(last));
    expect(frame.curve.val_loss.at(-1)).toBe(Math.fround(frame.reading.val_loss!));
    losses.add(frame.reading.val_loss);
    last = frame;
  }
  expect(losses.size).toBe(3);
});
