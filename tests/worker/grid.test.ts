import { expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { movePoint } from '../../src/experiment/moves.ts';
import type { Frame, TrainerFace } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { noisy } from './runs.ts';

const SIZE = 20;
const PLANE = { kind: 'plane', layer: 1, unit: null, size: SIZE } as const;

const mapOf = ({ views }: Frame) => views.planes?.['plane 1 all']?.[0];

/** The map says at the middle of a cell what the network answers to that very place. */
const agrees = async (session: TrainerFace): Promise<void> => {
  const map = mapOf(await session.frame([PLANE], []));
  const [left, right, bottom, top] = map?.region ?? [0, 0, 0, 0];
  expect(map?.size).toBe(SIZE);
  for (const [column, row] of [
    [0, 0],
    [13, 4],
    [19, 19],
  ] as const) {
    const across = left + ((column + 0.5) / SIZE) * (right - left);
    const up = top - ((row + 0.5) / SIZE) * (top - bottom);
    const { predict } = (await session.frame([{ kind: 'predict', x: [across, up] }], [])).views;
    expect(map?.values[row * SIZE + column]).toBe(predict?.[0]);
  }
};

test('a map is of the data as they are: other inputs, a moved point, a run that comes back', async () => {
  const standardized: Experiment = { ...noisy, data: { ...noisy.data, standardize: true } };
  const session = createSession(manualPlace());
  const plain = await session.start(noisy);
  await agrees(session);
  await session.start(standardized);
  await agrees(session);
  const before = mapOf(await session.frame([PLANE], []))?.values.slice();
  await session.edit(movePoint(standardized, 3, [0.2, 0.3]));
  await agrees(session);
  // Another mean and deviation: other numbers go in at the same places.
  expect(mapOf(await session.frame([PLANE], []))?.values).not.toEqual(before);
  expect(await session.restore(plain.run)).toBe(true);
  await agrees(session);
});
