import { beforeEach, expect, test, vi } from 'vitest';
import { rebase } from '../../src/experiment/apply.ts';
import { chooseSet } from '../../src/experiment/moves.ts';
import { kindOf, pairOf } from '../../src/experiment/pair.ts';
import { opening } from '../../src/experiment/presets.ts';
import { createComparison } from '../../src/worker/comparison/session.ts';
import { manualPlace } from '../worker/place.ts';
import { openDesk } from './desk.ts';

const stripes = rebase(opening, 0, chooseSet(opening, 'stripes'));
const pair = pairOf(stripes, { epochs: 2, points: 40, seed: 3 })!;

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));
  return () => vi.unstubAllGlobals();
});

const open = async () => {
  const desk = await openDesk(stripes);
  const state = await import('../../src/state/comparison.ts');
  const { useView, showComparison } = await import('../../src/state/view.ts');
  const { useNotice } = await import('../../src/state/notice.ts');
  const place = manualPlace();
  state.replaceComparison(createComparison(place));
  showComparison(true);
  const shown = () => state.useComparison.getState().compared;
  const finish = async (): Promise<void> => {
    for (let round = 0; round < 1000; round++) {
      place.pass(8);
      await desk.answers();
      if (shown()?.shifted?.pictures === 1000 && !shown()?.going) return;
    }
    throw new Error('finish: expected both to come to the end.');
  };
  return { desk, place, shown, finish, useView, useNotice, ...state };
};

test('both are compared while one’s own run stays where it was', async () => {
  const { desk, compare, finish, shown } = await open();
  await desk.train(1);
  const before = await desk.stand();
  await compare(pair);
  await finish();
  expect(shown()!.sides.cnn.ends).toHaveLength(3);
  expect(shown()!.shifted!.accuracy.mlp).toHaveLength(3);
  expect(await desk.stand()).toEqual(before);
  expect(desk.work().experiment).toEqual(stripes);
});

test('a run that plays waits, and goes on when the comparison is left', async () => {
  const { desk, compare, finish, leave } = await open();
  desk.play();
  await desk.settle();
  await compare(pair);
  await desk.settle();
  expect(desk.work().frame!.playing).toBe(false);
  await finish();
  await desk.settle();
  expect(desk.work().frame!.playing).toBe(false);
  leave();
  await desk.settle();
  expect(desk.work().frame!.playing).toBe(true);
  desk.pause();
  await desk.settle();
  // One that rested rests on.
  await compare(pair);
  leave();
  await desk.settle();
  expect(desk.work().frame!.playing).toBe(false);
});

test('one that is left before it has begun does not go on unseen, nor does it hold one’s own run', async () => {
  const { desk, place, compare, leave, shown, replaceComparison } = await open();
  let draw = (): void => {};
  const drawn = new Promise<void>((resolve) => {
    draw = resolve;
  });
  const other = createComparison(place);
  replaceComparison({ ...other, begin: (...words) => drawn.then(() => other.begin(...words)) });
  desk.play();
  await desk.settle();
  const begins = compare(pair);
  await desk.settle();
  expect(desk.work().frame!.playing).toBe(false);
  leave();
  draw();
  await begins;
  await desk.settle();
  expect(shown()?.going ?? false).toBe(false);
  expect(desk.work().frame!.playing).toBe(true);
});

test('one that fails to begin says so', async () => {
  const { place, compare, replaceComparison, useComparison } = await open();
  const broken = { ...createComparison(place), begin: () => Promise.reject(new RangeError('no memory')) };
  replaceComparison(broken);
  await compare(pair);
  expect(useComparison.getState().refused?.en).toMatch(/has failed/);
});

test('whoever plays one’s own run meanwhile brings the comparison to rest', async () => {
  const { desk, compare, goOn, finish, shown } = await open();
  await compare(pair);
  await desk.answers();
  expect(shown()!.going).toBe(true);
  desk.play();
  await desk.settle();
  expect(desk.work().frame!.playing).toBe(true);
  await vi.waitFor(() => expect(shown()!.going).toBe(false));
  await goOn();
  await desk.settle();
  expect(desk.work().frame!.playing).toBe(false);
  await finish();
});

test('one of the two is gone on with at the moment it has come to, and undo leads back', async () => {
  const { desk, compare, finish, takeOver, shown, useView, useNotice } = await open();
  await desk.train(1);
  const before = await desk.stand();
  await compare(pair);
  await finish();
  const accuracy = shown()!.sides.mlp.ends.at(-1)!.accuracy;
  const taken = takeOver('mlp');
  await desk.settle();
  await taken;
  await desk.settle();
  expect(useView.getState().comparing).toBe(false);
  expect(desk.work().experiment).toEqual(pair.mlp);
  expect(kindOf(desk.work().design.model)).toBe('mlp');
  const { position, reading } = desk.work().frame!;
  expect(position.epoch).toBe(2);
  expect(reading.valRight / reading.valRows).toBe(accuracy);
  expect(useNotice.getState().notice?.text.en).toMatch(/^This is the MLP of the comparison/);
  // It goes on as it would have alone.
  await desk.train(1);
  expect(desk.work().frame!.position.epoch).toBe(3);
  useNotice.getState().notice!.action!.run();
  await desk.settle();
  expect(useNotice.getState().notice).toBeNull();
  expect(desk.work().experiment).toEqual(stripes);
  expect(await desk.stand()).toEqual(before);
});

test('what cannot be begun says why, and what was there stays', async () => {
  const { compare, finish, shown, useComparison } = await open();
  await compare(pair);
  await finish();
  const digits = pairOf(rebase(opening, 0, chooseSet(opening, 'digits')), {
    epochs: 1,
    points: 40,
    seed: 1,
  })!;
  const data = { ...digits.mlp.data, asset: 'a'.repeat(64) };
  await compare({ mlp: { ...digits.mlp, data }, cnn: { ...digits.cnn, data } });
  expect(useComparison.getState().refused?.en).toMatch(/files that are not here/);
  expect(shown()!.sides.cnn.ends).toHaveLength(3);
  expect(useComparison.getState().pair).toBe(pair);
});

test('epochs, pictures and seed are those of the experiment until a person says others', async () => {
  const { termsOf } = await open();
  expect(termsOf(stripes, {})).toEqual({ epochs: 10, points: 400, seed: 1 });
  expect(termsOf({ ...stripes, fit: { ...stripes.fit, epochs: 7 } }, { seed: 4 })).toEqual({
    epochs: 7,
    points: 400,
    seed: 4,
  });
  expect(termsOf({ ...stripes, fit: { ...stripes.fit, epochs: 900 } }, {}).epochs).toBe(50);
});
