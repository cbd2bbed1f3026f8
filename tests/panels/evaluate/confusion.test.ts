import { expect, test } from 'vitest';
import { columnSums, confusion, perClass } from '../../../src/panels/evaluate/confusion.ts';
import {
  type Answered,
  answered,
  predict,
  sureness,
  surest,
} from '../../../src/panels/evaluate/prediction.ts';

const row = (id: number, answer: number, predicted: number, value = 1): Answered => ({
  id,
  x: [0, 0],
  answer,
  predicted,
  value,
  right: answer === predicted,
  validation: false,
});

// The example in scikit-learn's documentation of confusion_matrix.
const rows = [
  [2, 0],
  [0, 0],
  [2, 2],
  [2, 2],
  [0, 0],
  [1, 2],
].map(([answer = 0, predicted = 0], id) => row(id, answer, predicted));

test('the confusion matrix is that of scikit-learn, answers down and predictions across', () => {
  expect(confusion(rows, 3)).toEqual([
    [2, 0, 0],
    [0, 0, 1],
    [1, 0, 2],
  ]);
});

test('precision and recall are those of scikit-learn, undefined where nothing was predicted so', () => {
  const [first, second, third] = perClass(confusion(rows, 3));
  expect(first?.precision).toBeCloseTo(2 / 3, 12);
  expect(first?.recall).toBe(1);
  expect(second?.precision).toBeNaN();
  expect(second?.recall).toBe(0);
  expect(third?.precision).toBeCloseTo(2 / 3, 12);
  expect(third?.recall).toBeCloseTo(2 / 3, 12);
  expect(columnSums(confusion(rows, 3))).toEqual([3, 0, 3]);
});

test('one output answers 1 above 0.5 and not at it, as Keras counts binary accuracy', () => {
  expect(predict([0.5, 0.51], 1, 0).predicted).toBe(0);
  expect(predict([0.5, 0.51], 1, 1).predicted).toBe(1);
});

test('several outputs answer with the largest, the first of equals, as argmax does', () => {
  expect(predict([0.2, 0.5, 0.3, 0.4, 0.4, 0.2], 3, 0)).toEqual({ predicted: 1, value: 0.5 });
  expect(predict([0.2, 0.5, 0.3, 0.4, 0.4, 0.2], 3, 1).predicted).toBe(0);
});

test('outputs of another data set are not taken for this one’s', () => {
  const data = {
    rows: 2,
    target: { kind: 'classes', count: 2 },
    ids: Int32Array.of(5, 3),
    places: Float64Array.of(0, 1, 1, 0),
    answers: Float64Array.of(1, 1),
    region: [0, 1, 0, 1],
  } as const;
  expect(answered(data, 1, [0.9], 1)).toBeNull();
  expect(answered(data, 1, undefined, 1)).toBeNull();
  expect(answered(data, 1, [0.9, 0.2], 1)).toEqual([
    { id: 5, x: [0, 1], answer: 1, predicted: 1, value: 0.9, right: true, validation: false },
    { id: 3, x: [1, 0], answer: 1, predicted: 0, value: 0.2, right: false, validation: true },
  ]);
  expect(answered(data, 1, [0.9, 0.2], 1, 'train')?.map(({ id }) => id)).toEqual([5]);
  expect(answered(data, 1, [0.9, 0.2], 1, 'validation')).toMatchObject([{ id: 3, value: 0.2 }]);
});

test('with one output a sure 0 is as sure as a sure 1', () => {
  expect(sureness(row(0, 1, 0, 0.02), 1)).toBeGreaterThan(sureness(row(1, 0, 1, 0.9), 1));
});

test('the surest of very many rows are those that sorting all of them puts first', () => {
  const met = Array.from({ length: 5000 }, (_, id) => ({
    id,
    x: [0, 0] as const,
    answer: 1,
    predicted: 2,
    // In no order, and with equals.
    value: ((id * 7919) % 1013) / 1013,
    right: false,
    validation: true,
  }));
  const sorted = met.toSorted((one, other) => other.value - one.value);
  for (const most of [1, 60, 5000, 9000]) expect(surest(met, 10, most)).toEqual(sorted.slice(0, most));
  // Of one output: how far it is from undecided.
  const far = met.toSorted((one, other) => Math.abs(other.value - 0.5) - Math.abs(one.value - 0.5));
  expect(surest(met, 1, 60)).toEqual(far.slice(0, 60));
});
