import { expect, test } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import { movePoint, setActivation, setBatchSize, setLoss, setNoise } from '../../../src/experiment/moves.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import { same } from '../../../src/text.ts';
import {
  after,
  design,
  gate,
  hidden,
  oneNeuron,
  playing,
  reads,
  rested,
  set,
  situation,
  told,
  XOR,
} from './scenes.ts';

test('softmax over one unit is said before play, while it runs, and instead of solved or settled', () => {
  const one = { design: design(oneNeuron('softmax')) };
  for (const frame of [{}, playing(9), playing(900, rested(0.7, 2)), playing(900, reads(0.1, 4))]) {
    const now = situation({ ...one, frame });
    expect(told(now)[0]).toBe('Softmax over one unit always answers 1. For two classes use sigmoid.');
    expect(story(now).buttons).toMatchObject([{ act: 'fix', solid: true, words: { en: 'Fix' } }]);
  }
});

test('an output that fits its loss badly comes before what its activation is', () => {
  const linear = situation({
    design: design(setActivation(design(), 1, 'linear')),
    deed: { kind: 'activation', layer: 0 },
    since: 0,
  });
  expect(told(linear)[0]).toMatch(/^This loss expects outputs between 0 and 1/);
  const one = situation({ design: design(setLoss(design(), 'categorical_crossentropy')) });
  expect(told(one)[0]).toMatch(/^This loss needs one output per class/);
});

test('an activation names itself, and gives way once it plays', () => {
  const chosen = {
    design: design(XOR, hidden([4], 'linear')),
    deed: { kind: 'activation', layer: 0 },
  } as const;
  expect(told(situation({ ...chosen, since: 0 }))[0]).toMatch(/^linear passes the value on as it is\./);
  expect(told(situation({ ...chosen, since: 2, frame: playing(2) }))[0]).not.toMatch(/linear/);
});

test('with predictions hidden nothing tells how many are right', () => {
  const hide = { predictionsHidden: true };
  expect(told(situation(hide))).toEqual([
    'One neuron learns AND. Press play.',
    '뉴런 하나가 AND를 배운다. 재생을 눌러 보세요.',
  ]);
  expect(told(situation({ ...hide, deed: { kind: 'line' }, since: 0 }))[0]).toBe(
    'Moving the line changes w₁, w₂ and b.',
  );
  expect(told(situation({ ...hide, frame: playing(90, reads(0.1, 4)) }))[0]).not.toMatch(/right/);
  const circle = situation({
    ...hide,
    design: design(set('circle')),
    frame: playing(4000, rested(0.5, 80, 128)),
  });
  expect(told(circle)[0]).toMatch(/^The loss has settled at 0\.500\. One straight line/);
});

test('with predictions hidden neither a solved gate nor “half and half” is told', () => {
  const solved = { design: design(XOR, hidden([4])), frame: playing(900, reads(0.02, 4)) };
  const half = { design: design(XOR), frame: playing(4000, rested(Math.LN2, 2)) };
  for (const now of [solved, half]) {
    expect(told(situation(now))[0]).toMatch(/solved|half and half/);
    expect(told(situation({ ...now, predictionsHidden: true }))).toEqual([
      'Predictions are hidden. Press H to show them.',
      '예측을 가렸다. H를 누르면 다시 보인다.',
    ]);
  }
});

const epoch = (loss: number, present: number, rows = 4) =>
  ({ ...reads(loss, 2, rows).reading, measured: 'epoch', present }) as const;

test('a network that is paused says how many are right before what to do, unless predictions are hidden', () => {
  const now = { design: design(XOR, hidden([4])), frame: after(12, reads(0.6, 3)) };
  expect(told(situation(now))).toEqual([
    'Paused. 3 of 4 right so far. → one step, R from the start.',
    '멈춤. 지금은 4개 중 3개가 맞는다. → 한 단계씩, R 처음부터.',
  ]);
  expect(told(situation({ ...now, predictionsHidden: true }))).toEqual([
    'Paused. → one step, R from the start.',
    '멈춤. → 한 단계씩, R 처음부터.',
  ]);
});

test('a step at rest says what it did', () => {
  const frame = after(1, { reading: epoch(0.6264, 0.6101) });
  expect(told(situation({ stepped: true, frame }))).toEqual([
    'The weights moved. Loss 0.626 → 0.610. Press → for one step, R to start over.',
    '가중치가 움직였다. 손실 0.626 → 0.610. → 키는 한 단계, R 키는 처음부터.',
  ]);
  expect(told(situation({ stepped: false, frame }))[0]).toMatch(/^Paused\./);
});

test('where an epoch has several updates, its mean loss is told from the loss now', () => {
  const now = situation({
    design: design(set('circle')),
    stepped: true,
    frame: {
      ...after(8, { reading: epoch(0.7, 0.68, 128) }),
      position: { step: 8, epoch: 1, cursor: 0, batch: 0, phase: 0 },
    },
  });
  expect(told(now)[0]).toMatch(/^Epoch 1: mean loss 0\.700, now 0\.680\./);
});

test('a gate of clusters that overlap has no more to learn', () => {
  const now = situation({
    design: design(gate(GATES.AND), setNoise(design(), 0.4)),
    frame: playing(4000, rested(0.2, 120, 128)),
  });
  expect(told(now)[0]).toBe(
    'The loss has settled at 0.200: 120 of 128 right. The clusters overlap, so some points stay wrong.',
  );
  expect(story(now).buttons).toEqual([]);
});

test('once a point was moved it is no gate any more', () => {
  const moved = design(movePoint(design(), 3, [0.5, 0.5]));
  expect(told(situation({ design: moved }))[0]).toBe(
    'One neuron learns from 4 points. It has 2 of 4 right so far. Press play.',
  );
});

test('a loss that rests where the slope does not reach the first layer says so, and offers relu', () => {
  const deep = design(XOR, hidden([6, 6, 6], 'sigmoid'));
  const stuck = (slopes: readonly number[], net = deep) =>
    story(situation({ design: net, frame: playing(4000, { ...rested(0.6931, 2), slopes }) }));
  expect(stuck([2e-6, 1e-4, 1e-3, 0.02])).toMatchObject({
    so: { en: 'The loss has settled at 0.693: the slope vanishes on its way back to layer 1.' },
    buttons: [{ act: 'use-relu', solid: true }],
  });
  expect(stuck([2e-3, 1e-2, 1e-2, 0.02]).so.en).not.toMatch(/vanishes/);
  expect(stuck([0, 0, 0, 0]).so.en).not.toMatch(/vanishes/);
  expect(stuck([2e-6, 1e-4, 1e-3, 0.02], design(XOR, hidden([6, 6, 6], 'relu'))).so.en).not.toMatch(
    /vanishes/,
  );
});

test('the loss has settled only once what is printed has stayed for 20 epochs since the last edit', () => {
  const settled = (frame: Parameters<typeof rested>[0], then: number, marked = 0) => {
    const base = rested(frame, 1);
    const curve = { ...base.curve!, epoch: Float64Array.of(0, 390, 420), step: Float64Array.of(0, 390, 420) };
    const marks = [{ epoch: marked, step: marked, words: same('AND → XOR'), kind: 'edit' }] as const;
    const lost = { ...curve, loss: Float32Array.of(0.8, then, frame) };
    return told(situation({ design: design(XOR), frame: playing(420, { ...base, curve: lost, marks }) }))[0];
  };
  expect(settled(0.6931, 0.6931)).toMatch(/^The loss stopped at 0\.693/);
  expect(settled(0.6931, 0.6951)).not.toMatch(/stopped/);
  expect(settled(0.6931, 0.6931, 400)).not.toMatch(/stopped/);
});

test('a diverged run names the layer where the numbers ran away', () => {
  const frame = after(7, { halt: { kind: 'diverged', epoch: 7, step: 7, layer: 1 } });
  const now = situation({ design: design(XOR, hidden([4])), frame });
  expect(story(now).so).toEqual({
    en: 'At epoch 7 the loss grew beyond numbers, first in layer 2. Stopped at the last finite step.',
    ko: '7에포크에서 2층부터 값이 너무 커져 손실을 계산할 수 없다. 마지막 정상 상태에서 멈췄다.',
  });
});

test('the perceptron rule says how many points it looks at', () => {
  const by = (batch: number) =>
    told(
      situation({
        design: design(oneNeuron('step'), setLoss(design(), 'perceptron'), setBatchSize(design(), batch)),
        deed: { kind: 'rule' },
        since: 0,
      }),
    )[0];
  expect(by(1)).toMatch(/^The rule looks at one point at a time/);
  expect(by(4)).toMatch(/at batch_size 4 it moves by the mean over 4 points/);
});

test('while two networks are compared the sentence does not say of one’s own what is seen of them', () => {
  const now = situation({ frame: after(7), comparing: true });
  expect(told(now)).toEqual([
    'Your own network waits while two are compared. Close the comparison to go back to it.',
    '두 신경망을 비교하는 동안 내 신경망은 기다린다. 비교를 닫으면 돌아갑니다.',
  ]);
  expect(told(situation({ frame: playing(7), comparing: true }))[0]).not.toMatch(/waits/);
});
