import { expect, test } from 'vitest';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { chooseTarget } from '../../../src/experiment/material.ts';
import { buildXor, learnByRule } from '../../../src/experiment/moves.ts';
import type { Situation } from '../../../src/panels/sentence/situation.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import {
  after,
  design,
  frameOf,
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

const acts = (now: Situation) => story(now).buttons.map(({ act }) => act);

test('dragging the line says how many are right now', () => {
  expect(told(situation({ deed: { kind: 'line' }, since: 0, frame: after(9, reads(0.5, 3)) }))).toEqual([
    'Moving the line changes w₁, w₂ and b. 3 of 4 right now.',
    '직선을 옮기면 w₁, w₂, b가 바뀐다. 지금 4개 중 3개가 맞는다.',
  ]);
});

test('on XOR the best line has three right', () => {
  const now = situation({
    design: design(XOR),
    deed: { kind: 'line' },
    since: 0,
    frame: after(9, reads(0.9, 3)),
  });
  expect(told(now)).toEqual([
    '3 of 4. No straight line does better.',
    '4개 중 3개. 이보다 나은 직선은 없다.',
  ]);
});

test('a cell of the truth table names the gate and whether one line parts it', () => {
  const cell = { deed: { kind: 'cell' }, since: 0 } as const;
  expect(told(situation({ ...cell, design: design(gate([0, 1, 0, 1])) }))).toEqual([
    'x₂, one of 16 gates. One line can part it.',
    '16가지 게이트 가운데 x₂. 직선 하나로 나눌 수 있다.',
  ]);
  expect(told(situation({ ...cell, design: design(gate([1, 0, 0, 1])) }))).toEqual([
    'XNOR, one of 16 gates. One line cannot part it.',
    '16가지 게이트 가운데 XNOR. 직선 하나로 나눌 수 없다.',
  ]);
});

test('the count of gates is folded beside the gate', () => {
  expect(story(situation({ deed: { kind: 'cell' }, since: 0 })).more).toEqual({
    en: '14 of the 16 can be parted by one line. The other two are XOR and XNOR.',
    ko: '16가지 중 14가지는 직선 하나로 나눌 수 있다. 나머지는 XOR와 XNOR이다.',
  });
});

const stepped = (still: boolean, slopes: readonly number[] | null) =>
  situation({ design: design(oneNeuron('step')), still, frame: playing(3, { slopes }) });

test('the step function is blamed once a real update has moved nothing', () => {
  const now = stepped(true, [0]);
  expect(told(now)).toEqual([
    'The step function’s slope is 0 everywhere. Nothing says which way to go, so the weights stay.',
    '계단함수는 어디서나 기울기가 0이다. 어느 쪽으로 갈지 알 수 없어 가중치가 움직이지 않는다.',
  ]);
  expect(story(now).buttons.map(({ words }) => words)).toEqual([
    { en: 'Change to sigmoid', ko: 'sigmoid로 바꾸기' },
    { en: 'Learn by the perceptron rule', ko: '퍼셉트론 규칙으로 학습' },
  ]);
  expect(story(now).more?.en).toMatch(/^More exactly: only at z = 0/);
});

test('the step function is not blamed before an update, nor while momentum still moves the weights', () => {
  expect(told(stepped(true, null))[0]).not.toMatch(/step function/);
  expect(told(stepped(false, [0]))[0]).not.toMatch(/step function/);
});

test('choosing the step function tells what it is; the first update that moves nothing tells the rest', () => {
  const chosen = { deed: { kind: 'activation', layer: 0 } } as const;
  const before = { ...stepped(true, null), ...chosen, since: 0, frame: frameOf() };
  expect(told(before)[0]).toMatch(/^The step function gives 1 if z ≥ 0, else 0/);
  expect(told({ ...stepped(true, [0]), ...chosen, since: 1 })[0]).toMatch(/^The step function’s slope/);
});

test('a step function in layer 2 stops layers 1 and 2, and layer 3 learns', () => {
  const layers = hidden([4, 3]).model?.layers.map((layer) =>
    'units' in layer && layer.units === 3 ? { ...layer, activation: 'step' as const } : layer,
  );
  const now = situation({
    design: design(XOR, { model: { layers: layers ?? [] } }),
    frame: playing(9, { slopes: [0, 0, 0.2] }),
  });
  expect(told(now)).toEqual([
    'The step function in layer 2 makes the slope 0. That layer and those before it cannot learn.',
    '2층의 계단함수가 기울기를 0으로 만든다. 그 층과 그 앞의 층은 배우지 못한다.',
  ]);
  expect(acts(now)).toEqual(['use-sigmoid']);
});

const byRule = design(oneNeuron('step'), learnByRule(design()));
const looked = (id: number, answer: number, output: number) =>
  situation({ design: byRule, stepSize: 'batch', frame: after(3, { looked: { id, answer, output } }) });

test('the perceptron rule says what it does with a wrong point', () => {
  // Ids of the truth table: (0, 0), (0, 1), (1, 0), (1, 1).
  expect(told(looked(2, 0, 1))).toEqual([
    '(1, 0) should be 0 but gave 1. Subtract its input: w₁ and b go down.',
    '(1, 0)의 정답은 0인데 1을 냈다. 이 점의 입력만큼 w₁과 b를 줄인다.',
  ]);
  expect(told(looked(3, 1, 0))).toEqual([
    '(1, 1) should be 1 but gave 0. Add its input: w₁, w₂ and b go up.',
    '(1, 1)의 정답은 1인데 0을 냈다. 이 점의 입력만큼 w₁, w₂와 b를 늘린다.',
  ]);
  expect(told(looked(0, 0, 1))).toEqual([
    '(0, 0) should be 0 but gave 1. Its input is 0: only b goes down.',
    '(0, 0)의 정답은 0인데 1을 냈다. 이 점의 입력은 0이므로 b만 줄인다.',
  ]);
});

test('the perceptron rule leaves a right point alone', () => {
  expect(told(looked(1, 0, 0))).toEqual(['Right. Nothing changes.', '맞았다. 아무것도 바꾸지 않는다.']);
});

test('at full speed single points are not narrated', () => {
  const frame = playing(300, { looked: { id: 2, answer: 0, output: 1 } });
  expect(told(situation({ design: byRule, stepSize: 'batch', frame }))[0]).toBe(
    'The weights move, so the line moves.',
  );
});

test('the rule stops after a full round without a mistake', () => {
  const frame = after(24, { ...reads(0, 4), halt: { kind: 'parted', epoch: 6 } });
  expect(told(situation({ design: byRule, stepSize: 'batch', frame }))).toEqual([
    'A full round without a mistake. The rule stops.',
    '한 바퀴 동안 틀린 점이 없다. 규칙이 멈춘다.',
  ]);
});

test('on XOR a round of the rule repeats', () => {
  const frame = after(24, { halt: { kind: 'repeats', epoch: 6 } });
  expect(told(situation({ design: design(XOR, oneNeuron('step'), learnByRule(design())), frame }))).toEqual([
    'The same weights come round again. It will never end.',
    '같은 가중치가 되풀이된다. 끝나지 않는다.',
  ]);
});

const stuck = (...patches: readonly Patch[]) => ({
  design: design(XOR, ...patches),
  frame: playing(900, rested(0.477, 3)),
});

test('two hidden neurons that are stuck want new weights', () => {
  const now = situation(stuck(hidden([2])));
  expect(told(now)).toEqual([
    'Two neurons are enough, but not from every start. Try new weights.',
    '뉴런 두 개로도 풀 수 있다. 다만 출발점에 따라 막히기도 한다. 새 가중치로 다시 해 보세요.',
  ]);
  expect(acts(now)).toEqual(['new-weights']);
});

test('a relu that is 0 at every point is named', () => {
  const { design: relu, frame } = stuck(hidden([3], 'relu'));
  const outputs = [Float32Array.of(1, 0, 0, 0, 0, 2, 3, 0, 0, 1, 0, 0), new Float32Array(4)];
  const points = { outputs, sums: outputs, losses: new Float32Array(4) };
  const now = situation({ design: relu, frame: { ...frame, views: { points } } });
  expect(told(now)).toEqual([
    'h₂ is 0 everywhere (dead ReLU). Try new weights, or tanh.',
    'h₂가 어디서나 0이다(죽은 ReLU). 새 가중치나 tanh로 바꿔 보세요.',
  ]);
  expect(acts(now)).toEqual(['new-weights', 'use-tanh']);
});

test('layers without an activation are one linear model', () => {
  const now = situation(stuck(hidden([4, 4], 'linear')));
  expect(told(now)).toEqual([
    'Without activations any stack of layers equals one linear model.',
    '활성화함수가 없으면 층을 아무리 쌓아도 선형모델 하나와 같다.',
  ]);
  expect(acts(now)).toEqual(['use-tanh']);
});

test('other data that have settled say how many are right and what to do', () => {
  const frame = playing(4000, rested(0.5, 80, 128));
  const one = situation({ design: design(set('circle')), frame });
  expect(told(one)).toEqual([
    'The loss has settled at 0.500: 80 of 128 right. One straight line is not enough here. Add a hidden layer.',
    '손실이 0.500에서 멈췄다. 128개 중 80개가 맞는다. 직선 하나로는 모자란다. 은닉층을 추가해 보세요.',
  ]);
  expect(acts(one)).toEqual(['hidden-layer']);
  expect(acts(situation({ design: design(set('circle'), hidden([4])), frame }))).toEqual(['new-weights']);
});

test('of classes that only noise makes overlap it is not said that a hidden layer is needed', () => {
  const scores = design(set('grades'));
  const grades = design(set('grades'), chooseTarget(scores, 'grade'));
  for (const noisy of [grades, design(set('blobs'))]) {
    const now = situation({ design: noisy, frame: playing(4000, rested(0.1, 115, 120)) });
    expect(story(now).todo).toEqual({
      en: 'The classes overlap: what is left is mostly noise.',
      ko: '클래스끼리 겹쳐 있다. 남은 것은 대부분 잡음이다.',
    });
    expect(acts(now)).toEqual([]);
  }
});

test('the tour of the built network turns five pages, and its last one trains', () => {
  const built = design(buildXor(design()));
  const page = (tour: number) =>
    situation({ design: built, tour, deed: { kind: 'built' }, frame: reads(0, 4) });
  expect([1, 2, 3, 4, 5].map((tour) => told(page(tour))[0])).toEqual([
    'The first neuron is OR: 1 if either is 1.',
    'The second is NAND, NOT AND: 0 only if both are 1.',
    'The output neuron is AND: where OR and NAND are both 1, the band between two lines.',
    'In the plane the output neuron sees (h₁, h₂), the points (0, 1) and (1, 0) fall on one spot. One line parts them now.',
    'Now let it learn instead. The neurons it finds need not be OR and NAND: there is more than one answer.',
  ]);
  expect([1, 2, 3, 4, 5].map((tour) => told(page(tour))[1])).toEqual([
    '첫째 뉴런은 OR: 둘 중 하나라도 1이면 1.',
    '둘째 뉴런은 NAND(NOT AND): 둘 다 1일 때만 0.',
    '출력 뉴런은 AND: OR도 1이고 NAND도 1인 곳, 두 직선 사이의 띠.',
    '출력 뉴런이 보는 평면(h₁, h₂)에서는 (0, 1)과 (1, 0)이 한 점에 겹친다. 그래서 직선 하나로 나뉜다.',
    '이번에는 손으로 정하지 말고 학습시켜 보자. 학습된 뉴런이 OR와 NAND가 아닐 수도 있다. 답은 하나가 아니다.',
  ]);
  expect(acts(page(4))).toEqual([]);
  expect(story(page(5)).buttons).toMatchObject([
    { act: 'train-built', words: { en: 'Change to sigmoid and train', ko: 'sigmoid로 바꾸고 학습' } },
  ]);
});
