import { expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { designAt } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import {
  addLayer,
  chooseGate,
  newWeights,
  setNoise,
  setRate,
  setWeight,
} from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { agreed } from './agreed.ts';
import { back, branched, names } from './branched.ts';
import { type Desk, openDesk } from './desk.ts';

const first = designAt(opening, 0);
const notice = async () => (await import('../../src/state/notice.ts')).useNotice.getState().notice;
test('an edit behind the newest moment leaves a branch, named by the old value; undo brings the old road back', async () => {
  const { desk, before } = await branched();
  const [branch] = desk.work().branches;
  expect(branch).toMatchObject({ name: { en: 'learning_rate 0.5', ko: 'learning_rate 0.5' }, shown: true });
  expect(branch?.curve.epoch.at(-1)).toBe(40);
  expect(desk.work().frame).toMatchObject({ position: { step: 20 }, newest: { step: 20 } });
  await desk.train(10);
  const there = await desk.stand();
  expect(await agreed(desk)).toMatchObject({ rate: 5 });
  await desk.undo();
  await desk.settle();
  expect(desk.work()).toMatchObject({ branches: [], experiment: before.document, past: [] });
  expect(await desk.stand()).toEqual(before.stand);
  expect(desk.work().frame?.curve).toEqual(before.frame?.curve);
  expect(desk.work().frame?.newest).toMatchObject({ step: 40 });
  await desk.redo();
  await desk.settle();
  expect(await desk.stand()).toEqual(there);
  expect(names(desk)).toEqual(['learning_rate 0.5']);
});

test('a step back and an edit in one go branch as well, though no frame has shown the step back', async () => {
  const desk = await openDesk();
  await desk.train(40);
  desk.back('epoch');
  desk.edit(setRate(first, 5));
  await desk.settle();
  expect(await agreed(desk)).toMatchObject({ rate: 5 });
  expect(names(desk)).toEqual(['learning_rate 0.5']);
  await desk.undo();
  await desk.settle();
  expect(desk.work().frame).toMatchObject({ position: { step: 39 }, newest: { step: 40 } });
});

test('a step back and forth again and an edit in one go are an edit like any other', async () => {
  const desk = await openDesk();
  await desk.train(40);
  desk.back('epoch');
  desk.forward('epoch');
  desk.edit((design) => setRate(design, 5));
  desk.edit((design) => setRate(design, 2 * design.compile.optimizer.learning_rate));
  await desk.settle();
  expect(await agreed(desk)).toMatchObject({ rate: 10 });
  expect(names(desk)).toEqual([]);
  expect(desk.work().past.map(({ kind }) => kind)).toEqual(['keep', 'keep']);
});

test('an edit made while a rewound run plays on through its known future branches, and the branch plays on', async () => {
  const desk = await openDesk();
  await desk.train(40);
  await back(desk, 20);
  desk.play();
  desk.place.pass(100);
  await desk.settle();
  desk.edit(setRate(first, 5));
  await desk.settle();
  expect(names(desk)).toEqual(['learning_rate 0.5']);
  const { epoch } = desk.work().frame?.position ?? { epoch: 0 };
  expect(epoch).toBeGreaterThan(20);
  expect(epoch).toBeLessThan(40);
  desk.place.pass(3000);
  desk.pause();
  await desk.settle();
  expect(desk.work().frame?.position.epoch).toBeGreaterThan(40);
  expect(await agreed(desk)).toMatchObject({ rate: 5 });
});

test('a drag behind the newest moment branches once, and is undone as one', async () => {
  const desk = await openDesk();
  await desk.train(10);
  await back(desk, 4);
  for (const rate of [0.6, 0.7, 0.8, 0.9]) {
    desk.edit((design) => setRate(design, rate), { gesture: 'drag' });
    await desk.settle();
  }
  expect(await agreed(desk)).toMatchObject({ rate: 0.9 });
  expect(names(desk)).toEqual(['learning_rate 0.5']);
  expect(desk.work().past).toHaveLength(1);
  await desk.undo();
  await desk.settle();
  expect(desk.work().frame).toMatchObject({ position: { step: 6 }, newest: { step: 10 } });
  expect(await agreed(desk)).toMatchObject({ rate: 0.5 });
});

test('branches are named by what was changed: a gate, a weight, a point, noise, a layer, other first weights', async () => {
  const desk = await openDesk();
  const change = async (move: Parameters<Desk['edit']>[0]) => {
    await desk.train(10);
    await back(desk, 5);
    desk.edit(move);
    await desk.settle();
    return desk.work().branches.at(-1)?.name;
  };
  expect(await change((design) => chooseGate(design, GATES.OR))).toEqual({ en: 'AND', ko: 'AND' });
  expect(await change(setWeight(0, 0, 2))).toEqual({ en: 'before w₁ = 2', ko: 'w₁ = 2 이전' });
  expect(await change(setWeight(0, 2, -1.5))).toEqual({ en: 'before b = −1.5', ko: 'b = −1.5 이전' });
  expect(await change((design) => setNoise(design, 0.1))).toEqual({ en: 'noise 0', ko: '잡음 0' });
  const moved = { data: { changes: [{ op: 'move', id: 3, x: [0.5, 0.5] }] } } as const;
  expect(await change(moved)).toEqual({ en: 'before a point moved', ko: '점을 옮기기 전' });
  expect(await change(addLayer)).toEqual({ en: 'one neuron', ko: '뉴런 하나' });
  expect(await change(newWeights)).toEqual({ en: 'seed 1', ko: 'seed 1' });
});

test('a branch that is shown again goes on from where it came furthest, and the run before becomes a branch', async () => {
  const { desk } = await branched();
  await desk.train(10);
  const left = await desk.stand();
  const [branch] = desk.work().branches;
  if (!branch) throw new Error('There was to be a branch.');
  const shown = desk.showAgain(branch);
  await desk.settle();
  expect(await shown).toBe(true);
  expect(names(desk)).toEqual(['learning_rate 5']);
  expect(desk.work().frame).toMatchObject({ position: { step: 40 }, newest: { step: 40 } });
  await desk.train(5);
  expect(await agreed(desk)).toMatchObject({ rate: 0.5 });
  const [other] = desk.work().branches;
  if (!other) throw new Error('There was to be a branch.');
  const again = desk.showAgain(other);
  await desk.settle();
  await again;
  expect(await desk.stand()).toEqual(left);
  expect(names(desk)).toEqual(['learning_rate 0.5']);
  for (let times = 0; times < 2; times += 1) {
    await desk.undo();
    await desk.settle();
  }
  expect(await desk.stand()).toEqual(left);
  await agreed(desk);
});

test('a run without training leaves no branch, and one started again and again from the same start leaves one', async () => {
  const desk = await openDesk();
  desk.edit(addLayer);
  await desk.settle();
  expect(names(desk)).toEqual([]);
  for (const epochs of [3, 5, 2]) {
    await desk.train(epochs);
    desk.reset();
    await desk.settle();
  }
  expect(names(desk)).toEqual(['2-4-1']);
  expect(desk.work().branches[0]?.curve.epoch.at(-1)).toBe(5);
});

test('of nine branches the oldest that was not renamed gives way, which is said and can be taken back', async () => {
  const desk = await openDesk();
  const { renameBranch } = await import('../../src/state/branches.ts');
  for (let rate = 1; rate <= 8; rate += 1) {
    await desk.train(3);
    await back(desk, 1);
    desk.edit((design) => setRate(design, rate));
    await desk.settle();
  }
  expect(names(desk)).toHaveLength(8);
  const [oldest] = desk.work().branches;
  renameBranch(oldest?.id ?? 0, '  the first  ');
  renameBranch(oldest?.id ?? 0, '   ');
  await desk.train(3);
  await back(desk, 1);
  desk.edit((design) => setRate(design, 9));
  await desk.settle();
  const after = names(desk);
  expect(after).toHaveLength(8);
  expect(after).toEqual(['the first', ...[2, 3, 4, 5, 6, 7, 8].map((rate) => `learning_rate ${rate}`)]);
  const told = await notice();
  expect(told?.text.en).toBe('Up to 8 branches are kept: “learning_rate 1” gave way to “learning_rate 8”.');
  told?.action?.run();
  expect(names(desk)).toContain('learning_rate 1');
  expect(names(desk)).not.toContain('learning_rate 8');
  expect(names(desk)).toHaveLength(8);
});

test('a deleted branch comes back to its place, and what is done to a branch outlives undo and redo', async () => {
  const { desk } = await branched();
  const { deleteBranch, renameBranch, showBeside } = await import('../../src/state/branches.ts');
  await desk.train(3);
  desk.edit(addLayer);
  await desk.settle();
  expect(names(desk)).toEqual(['learning_rate 0.5', 'one neuron']);
  const [branch] = desk.work().branches;
  if (!branch) throw new Error('There was to be a branch.');
  deleteBranch(branch);
  expect(names(desk)).toEqual(['one neuron']);
  (await notice())?.action?.run();
  expect(names(desk)).toEqual(['learning_rate 0.5', 'one neuron']);
  renameBranch(branch.id, 'slow');
  showBeside(branch.id, false);
  await desk.undo();
  await desk.settle();
  expect(desk.work().branches).toMatchObject([{ name: { en: 'slow' }, shown: false }]);
});

test('a branch that was deleted stays deleted, however far back one goes, until that is taken back', async () => {
  const { desk } = await branched();
  const { deleteBranch } = await import('../../src/state/branches.ts');
  await desk.train(3);
  desk.edit(addLayer);
  await desk.settle();
  const [branch] = desk.work().branches;
  if (!branch) throw new Error('There was to be a branch.');
  deleteBranch(branch);
  const take = (await notice())?.action;
  await desk.undo();
  await desk.settle();
  expect(names(desk)).toEqual([]);
  await desk.redo();
  await desk.settle();
  expect(names(desk)).toEqual(['one neuron']);
  take?.run();
  expect(names(desk)).toEqual(['learning_rate 0.5', 'one neuron']);
});

test('what is said of a branch that gave way names the one that came as the list does', async () => {
  const desk = await openDesk();
  for (const rate of [1, 2, 3, 4, 5, 6, 7, 2, 9]) {
    await desk.train(3);
    await back(desk, 1);
    desk.edit((design) => setRate(design, rate));
    await desk.settle();
  }
  expect(names(desk).at(-1)).toBe('learning_rate 2 2');
  expect((await notice())?.text.en).toBe(
    'Up to 8 branches are kept: “learning_rate 0.5” gave way to “learning_rate 2 2”.',
  );
});

test('documents part where the first of their edits differs', async () => {
  const { partedAt } = await import('../../src/state/branchName.ts');
  const edit = (step: number, learning_rate: number) => ({ step, patch: setRate(first, learning_rate) });
  const of = (...edits: Experiment['edits'][number][]): Experiment => ({ ...opening, edits });
  expect(partedAt(of(edit(3, 1), edit(9, 2)), of(edit(3, 1)))).toBe(9);
  expect(partedAt(of(edit(3, 1)), of(edit(3, 1), edit(9, 2)))).toBe(9);
  expect(partedAt(of(edit(3, 1), edit(9, 2)), of(edit(3, 1), edit(7, 2)))).toBe(7);
  expect(partedAt(of(edit(3, 1)), of(edit(3, 2)))).toBe(3);
  expect(partedAt(of(edit(3, 1)), { ...of(edit(3, 1)), seed: 9 })).toBe(0);
});
