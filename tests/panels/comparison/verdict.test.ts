import { expect, test } from 'vitest';
import { noteOf, verdictOf } from '../../../src/panels/comparison/verdict.ts';
import type { Shifted } from '../../../src/worker/comparison/comparison.ts';

const DIGITS = { classes: 10, flattens: true, centred: true };
const shifted = (mlp: readonly number[], cnn: readonly number[], pictures = 1000): Shifted => ({
  epochs: { mlp: 10, cnn: 10 },
  pictures,
  accuracy: { mlp, cnn },
});
/** As 2,000 digits and ten epochs come out. */
const usual = shifted(
  [0.885, 0.805, 0.568, 0.339, 0.191, 0.132, 0.105, 0.094, 0.098],
  [0.928, 0.888, 0.735, 0.518, 0.327, 0.214, 0.163, 0.143, 0.128],
);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const said = (one: Shifted, of = DIGITS) => verdictOf(one, of).map(({ en }) => plain(en));
const ko = (one: Shifted, of = DIGITS) => verdictOf(one, of).map((text) => plain(text.ko));

test('what was measured is said with its numbers, and what is printed adds up', () => {
  expect(said(usual)).toEqual([
    'Unmoved, the MLP reads 88.5 % rightly and the CNN 92.8 %.',
    'Moved by 4 px it is 19.1 % and 32.7 %: the MLP loses 69.4 points and the CNN 60.1, which is less.',
    'By 8 px both are close to guessing (10.0 %): 9.8 % and 12.8 %.',
    expect.stringMatching(/^The Flatten at the end of the CNN makes it weak against large shifts too/),
  ]);
  expect(ko(usual)).toEqual([
    '옮기지 않으면 MLP는 88.5 %, CNN은 92.8 %를 맞힌다.',
    '4픽셀 옮기면 19.1 %와 32.7 %다. MLP는 69.4점, CNN은 60.1점 떨어져 CNN이 덜 떨어진다.',
    '8픽셀이면 둘 다 찍는 것(10.0 %)에 가깝다: 9.8 %와 12.8 %.',
    expect.stringMatching(/^CNN도 마지막에 Flatten이 있어 큰 이동에는 약하다/),
  ]);
  // 69.46 points are lost, and 88.5 − 19.0 is printed.
  expect(said(shifted([0.885, 0.1904], [0.9, 0.3]))[1]).toMatch(/19\.0 % and .* loses 69\.5 points/);
});

test('a CNN that loses more is said to lose more, and what may be chance is called so', () => {
  const swapped = shifted(usual.accuracy.cnn, usual.accuracy.mlp);
  expect(said(swapped)[1]).toMatch(/the MLP loses 60.1 points and the CNN 69.4, which is more\.$/);
  expect(ko(swapped)[1]).toMatch(/CNN이 더 떨어진다\.$/);
  expect(said(swapped).join(' ')).not.toMatch(/less/);
  const near = shifted([0.9, 0.5, 0.3], [0.9, 0.52, 0.31]);
  expect(said(near)[1]).toMatch(/too near each other to tell by 1,000 pictures\.$/);
  expect(ko(near)[1]).toMatch(/그림 1,000장으로는 가릴 수 없는 차이다\.$/);
  // Of a hundred times as many the same shares tell.
  expect(said(shifted([0.9, 0.5, 0.3], [0.9, 0.52, 0.31], 100_000))[1]).toMatch(/which is less/);
});

test('a Flatten is blamed only where there is one and much was lost', () => {
  const flatten = /Flatten/;
  expect(said(usual, { ...DIGITS, flattens: false }).join(' ')).not.toMatch(flatten);
  const stripes = shifted([1, 0.95, 0.9], [1, 0.998, 0.975]);
  expect(said(stripes, { classes: 4, flattens: true, centred: false })).toEqual([
    'Unmoved, the MLP reads 100.0 % rightly and the CNN 100.0 %.',
    expect.stringMatching(/^Moved by 1 px it is 95.0 % and 99.8 %/),
    'By 2 px it is 90.0 % and 97.5 %.',
  ]);
});

test('the note of the course says of the CNN only what was met', () => {
  const note = (one: Shifted, of = DIGITS): string => noteOf(one, of)?.en ?? '';
  expect(note(usual)).toMatch(/about 98 % on real MNIST.*A CNN drops less, though with Flatten/);
  const swapped = shifted(usual.accuracy.cnn, usual.accuracy.mlp);
  expect(note(swapped)).toMatch(/about 98 %.*With Flatten at its end a CNN too is weak/);
  expect(note(swapped)).not.toMatch(/drops less/);
  expect(note(usual, { ...DIGITS, flattens: false })).toMatch(/A CNN drops less\.$/);
  expect(noteOf(usual, { ...DIGITS, centred: false })).toBeNull();
});
