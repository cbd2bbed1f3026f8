import { expect, test } from 'vitest';
import { addLayer, chooseSet, chooseTarget, setFeature } from '../../../src/experiment/moves.ts';
import { oneWeight } from '../../../src/experiment/demos.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import { after, design, playing, reads, rested, situation, told, XOR } from './scenes.ts';

const line = design(chooseSet(design(), 'line'));
const sine = design(chooseSet(design(), 'sine'));
const score = design(chooseSet(design(), 'grades'));

test('a set of numbers says that a number is asked, and what was set to fit', () => {
  expect(told(situation({ design: line, deed: { kind: 'data' }, since: 0 }))).toEqual([
    'Line: 30 points, a number to predict. Output layer and loss are set to fit: 1 × linear, mean_squared_error.',
    '직선: 점 30개, 예측할 값은 수 하나. 출력층과 손실을 여기에 맞췄다: linear 1개, mean_squared_error.',
  ]);
});

test('the target switch says the course’s table: one sigmoid for pass, a softmax of three for A, B and C', () => {
  const pass = design(chooseSet(design(), 'grades'), chooseTarget(score, 'pass'));
  const grade = design(chooseSet(design(), 'grades'), chooseTarget(score, 'grade'));
  const deed = { kind: 'target' } as const;
  expect(told(situation({ design: pass, deed, since: 0 }))[0]).toBe(
    'Grades: 150 points, 2 classes. Output layer and loss are set to fit: 1 × sigmoid, binary_crossentropy.',
  );
  expect(told(situation({ design: grade, deed, since: 0 }))[0]).toBe(
    'Grades: 150 points, 3 classes. Output layer and loss are set to fit: 3 × softmax, sparse_categorical_crossentropy.',
  );
});

test('of numbers nothing is ever called right or wrong', () => {
  const states = [
    situation({ design: line, since: 0 }),
    situation({ design: line, since: 40, frame: { ...playing(40), ...reads(0.01, 4) } }),
    situation({ design: line, since: 40, frame: after(40, reads(0.01, 4)) }),
    situation({ design: line, since: 400, frame: rested(0.01, 4) }),
    situation({ design: sine, since: 400, frame: rested(0.17, 4) }),
  ];
  for (const state of states) {
    const [en, ko] = told(state);
    expect(en).not.toMatch(/right|wrong|solved|part/i);
    expect(ko).not.toMatch(/맞힌다|맞는다|틀린|나눌/);
  }
});

test('one neuron on the sine is told that a line cannot follow, with a hidden layer as the button', () => {
  const stuck = situation({ design: sine, since: 400, frame: rested(0.17, 0) });
  expect(told(stuck)[0]).toBe('The loss has settled at 0.170. A straight line cannot follow a wave.');
  expect(story(stuck).buttons.map(({ act }) => act)).toEqual(['hidden-layer']);
  const deep = design(chooseSet(design(), 'sine'), addLayer(sine));
  expect(story(situation({ ...stuck, design: deep })).buttons).toEqual([]);
});

test('x₁x₂ taken in says what it means, and the solved XOR says thanks to what', () => {
  const made = design(XOR, setFeature(design(XOR), 'x1_x2', true));
  expect(
    told(situation({ design: made, deed: { kind: 'feature', feature: 'x1_x2', on: true }, since: 0 })),
  ).toEqual([
    'x₁x₂ is 1 at (1, 1) only. With it one neuron can part XOR. A feature made by hand: hidden layers find such features by themselves.',
    'x₁x₂는 (1, 1)에서만 1이다. 이 입력이 있으면 뉴런 하나로 XOR를 나눌 수 있다. 사람이 손으로 만든 특징이다. 은닉층은 이런 특징을 스스로 찾는다.',
  ]);
  expect(told(situation({ design: made, since: 90, frame: after(90, reads(0.3, 4)) }))[0]).toBe(
    'One neuron solves XOR, thanks to x₁x₂. A feature made by hand: hidden layers find such features by themselves.',
  );
});

test('the three exact points have no noise: the line through the origin meets them all', () => {
  const { data, model } = oneWeight;
  const three = design({ data, model, compile: { loss: 'mean_squared_error' } });
  expect(told(situation({ design: three }))[0]).toMatch(/^One neuron without a bias is y = wx/);
  const settled = (present: number) => {
    const { reading, ...others } = rested(present, 0);
    const frame = { ...others, ...(reading && { reading: { ...reading, present } }) };
    return situation({ design: three, since: 30, frame });
  };
  expect(told(settled(0.0001))[0]).toBe('The loss has settled at 0.000. The line meets every point.');
  expect(told(settled(0.3))[0]).toBe('The loss has settled at 0.300.');
});
