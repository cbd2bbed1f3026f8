import { expect, test } from 'vitest';
import { rebase } from '../../../src/experiment/apply.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { pairOf } from '../../../src/experiment/pair.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { isDone, statusOf } from '../../../src/panels/comparison/status.ts';
import { fill } from '../../../src/text.ts';
import type { Compared, Side } from '../../../src/worker/comparison/comparison.ts';

const stripes = rebase(opening, 0, chooseSet(opening, 'stripes'));
const pair = pairOf(stripes, { epochs: 4, points: 100, seed: 1 })!;

const side = (epochs: number, halt: Side['halt'] = null): Side => ({
  parameters: 100,
  ends: Array.from({ length: epochs + 1 }, () => ({ loss: 1, accuracy: 0.5, took: 3 })),
  begun: 0,
  halt,
  imported: null,
});
const compared = (change: Partial<Compared>): Compared => ({
  version: 1,
  going: true,
  sides: { mlp: side(0), cnn: side(0) },
  judged: 'validation',
  held: { kind: 'further', count: 1000 },
  most: 2,
  shifted: null,
  measuring: null,
  ...change,
});
const END = { kind: 'epochs', epoch: 4 } as const;
const said = (one: Compared) => {
  const texts = statusOf(one, pair).map(({ text, values = {} }) => fill(text, values));
  return [texts.map(({ en }) => en).join(' '), texts.map(({ ko }) => ko).join(' ')];
};

test('it says which of the two learns, in which epoch, and that pictures are moved', () => {
  expect(said(compared({}))).toEqual(['Epoch 1 of 4: the MLP learns.', '에포크 1/4: MLP가 배우는 중.']);
  expect(said(compared({ sides: { mlp: side(2), cnn: side(1) } }))).toEqual([
    'Epoch 2 of 4: the CNN learns.',
    '에포크 2/4: CNN이 배우는 중.',
  ]);
  expect(said(compared({ measuring: 0.434 }))).toEqual([
    'Moving pictures: 43 %.',
    '그림을 옮겨 보는 중: 43 %.',
  ]);
  expect(said(compared({ going: false }))).toEqual(['At rest.', '멈춰 있다.']);
});

test('who ended early is said, and why; the other one learns on', () => {
  const stopped = { kind: 'stopped', epoch: 2, by: 'EarlyStopping', restored: null } as const;
  expect(said(compared({ sides: { mlp: side(2, stopped), cnn: side(2) } }))).toEqual([
    'Epoch 3 of 4: the CNN learns. MLP: stopped after epoch 2, by EarlyStopping.',
    '에포크 3/4: CNN이 배우는 중. MLP: 2에포크 뒤에 멈췄다(EarlyStopping).',
  ]);
  const diverged = { kind: 'diverged', epoch: 1, step: 40, layer: 1 } as const;
  expect(said(compared({ sides: { mlp: side(2), cnn: side(1, diverged) } }))[0]).toBe(
    'Epoch 3 of 4: the MLP learns. CNN: the loss was lost after epoch 1. A smaller learning rate helps.',
  );
});

test('it is done once both have come to the end and every held-out picture was moved', () => {
  const sides = { mlp: side(4, END), cnn: side(4, END) };
  const shifted = { epochs: { mlp: 4, cnn: 4 }, accuracy: { mlp: [1, 1, 1], cnn: [1, 1, 1] } };
  const few = compared({ going: false, sides, shifted: { ...shifted, pictures: 100 } });
  expect(isDone(few)).toBe(false);
  const whole = { ...few, shifted: { ...shifted, pictures: 1000 } };
  expect(isDone(whole)).toBe(true);
  expect(said(whole)).toEqual(['Both have come to the end.', '둘 다 끝까지 배웠다.']);
  expect(isDone({ ...whole, sides: { ...sides, cnn: side(3) } })).toBe(false);
});
