import { expect, test } from 'vitest';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design } from '../../../src/experiment/experiment.ts';
import { freezeFeatures, replaceHead } from '../../../src/experiment/head.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { design, situation, told } from './scenes.ts';

const digits: Design = design(chooseSet(design(), 'digits'));
const transferred = apply(digits, replaceHead(digits) ?? {});
const after = (now: Design, kind: 'head' | 'freeze' | 'data') =>
  told(situation({ design: now, deed: { kind }, since: 0, frame: {} }));

test('a new head is told by what stays, what is new and how much of it learns', () => {
  // model.summary() of Keras 3.15: 1,248 non-trainable and 7,850 trainable parameters.
  expect(after(transferred, 'head')).toEqual([
    'The features stay: 1,248 weights are frozen. The new head, Dense 10, starts from 7,850 new ones. Press play, or choose other pictures for it to tell apart first.',
    '특징추출부는 그대로 둔다: 가중치 1,248개를 고정했다. 새 분류부 Dense 10은 새 가중치 7,850개에서 시작한다. 재생을 누르거나, 먼저 구별할 다른 그림을 골라 보세요.',
  ]);
});

test('other data under frozen features say that these keep their weights', () => {
  const shapes = apply(transferred, chooseSet(transferred, 'shapes'));
  expect(after(shapes, 'data')).toEqual([
    'Shapes: 1,000 pictures, 4 classes. What is frozen keeps its weights. Output layer and loss are set to fit: 4 × softmax, sparse_categorical_crossentropy.',
    '도형: 그림 1,000개, 클래스 4개. 고정한 층의 가중치는 그대로다. 출력층과 손실을 여기에 맞췄다: softmax 4개, sparse_categorical_crossentropy.',
  ]);
});

test('features that were frozen or thawed are told with their number', () => {
  const frozen = apply(digits, freezeFeatures(digits, true) ?? {});
  expect(after(frozen, 'freeze')).toEqual([
    'The 1,248 weights that find features are frozen. Only what comes after them learns. Press play.',
    '특징을 찾는 가중치 1,248개를 고정했다. 그 뒤만 배운다. 재생을 눌러 보세요.',
  ]);
  expect(after(digits, 'freeze')[0]).toBe(
    'The 1,248 weights that find features learn again, from where they are. Press play.',
  );
});
