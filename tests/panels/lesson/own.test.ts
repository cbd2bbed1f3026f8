import { expect, test } from 'vitest';
import { openDesk } from '../../state/desk.ts';

test('one’s own run of the lesson’s very experiment is not trained by the lesson', async () => {
  const desk = await openDesk();
  const [{ close, toggle, turnTo }, { lessons }] = await Promise.all([
    import('../../../src/panels/lesson/turning.ts'),
    import('../../../src/lessons/index.ts'),
  ]);
  const lesson = lessons[0]!;
  const step = lesson.frames.findIndex(({ name }) => name === 'a10');
  const { experiment, update } = lesson.frames[step]!;
  const opened = desk.open(experiment);
  await desk.settle();
  await opened;
  await desk.train(1);
  const before = await desk.stand();

  /** Gives answers and frames until it is done. */
  const done = async (task: Promise<void>): Promise<void> => {
    const state = { over: false };
    const end = task.finally(() => {
      state.over = true;
    });
    while (!state.over) {
      await desk.answers();
      await desk.frame();
    }
    await end;
    await desk.settle();
  };
  await done(toggle());
  await done(turnTo(lesson, step, false));
  expect(desk.work().frame?.position.step).toBe(update);
  await done(close());
  expect(await desk.stand()).toEqual(before);
});
