import type { DataSpec } from '../../data/data.ts';
import { rowWords } from '../../data/rowWords.ts';
import { type Text, withNames } from '../../text.ts';

/** The words of the Design column. */
export const words = {
  data: { en: 'Data', ko: '데이터' },
  clickAnswer: { en: 'click an answer to change it', ko: '칸을 누르면 정답이 바뀐다' },
  onePoint: { en: '1 point', ko: '점 1개' },
  points: { en: '{n} points', ko: '점 {n}개' },
  tableOf: { en: 'Truth table: {gate}', ko: '진리표: {gate}' },
  answer: { en: 'answer', ko: '정답' },
  predicted: { en: 'predicted', ko: '예측' },
  verdict: { en: 'verdict', ko: '판정' },
  right: { en: 'right', ko: '맞음' },
  wrong: { en: 'wrong', ko: '틀림' },
  change: {
    en: 'Answer for ({x1}, {x2}) is {answer}: change it to {other}',
    ko: '({x1}, {x2})의 정답은 {answer}: {other:으로/로} 바꾸기',
  },
  oneAdded: { en: 'and one point added on the plane', ko: '그리고 평면에 추가한 점 1개' },
  added: { en: 'and {n} points added on the plane', ko: '그리고 평면에 추가한 점 {n}개' },
  onlyOneAdded: {
    en: 'The gate’s own points are removed: one added point is left.',
    ko: '게이트의 점은 모두 삭제했다. 추가한 점 1개만 있다.',
  },
  onlyAdded: {
    en: 'The gate’s own points are removed: {n} added points are left.',
    ko: '게이트의 점은 모두 삭제했다. 추가한 점 {n}개만 있다.',
  },
  clusterRight: { en: 'right', ko: '맞은 점' },
  of: { en: '{k} of {n}', ko: '{n}개 중 {k}개' },
  gates: { en: 'Gates', ko: '게이트' },
  parts: {
    en: 'One line parts 14 of the 16 possible gates.',
    ko: '16가지 중 14가지는 직선 하나로 나눌 수 있다.',
  },
  thisGate: { en: 'This one is {gate}.', ko: '지금은 {gate}.' },
  changed: {
    en: '{gate}, its points changed on the plane.',
    ko: '{gate}, 평면에서 점을 바꿨다.',
  },
  target: { en: 'What is asked', ko: '무엇을 예측할까' },
  regression: { en: 'regression', ko: '회귀' },
  binary: { en: 'binary', ko: '이진분류' },
  multiClass: { en: 'multi-class', ko: '다중분류' },
  madeInputs: { en: 'Inputs made by hand', ko: '손으로 만든 입력' },
  madeByHand: {
    en: 'A feature made by hand. Hidden layers find such features by themselves.',
    ko: '사람이 손으로 만든 특징이다. 은닉층은 이런 특징을 스스로 찾는다.',
  },
  standardized: {
    en: 'mean 0 and standard deviation 1 over the training rows',
    ko: '훈련 데이터에서 평균 0, 표준편차 1이 되게',
  },
  toolAnswer: { en: 'y of the new point', ko: '새 점의 y' },
  numbers: { en: 'Numbers to predict', ko: '수를 맞히는 데이터' },
  otherData: { en: 'Other data', ko: '다른 데이터' },
  noise: { en: 'Noise', ko: '잡음' },
  seed: { en: 'seed', ko: '시드' },
  newSample: { en: 'New sample', ko: '새 데이터' },
  trainingShare: { en: 'Training share', ko: '훈련 비율' },
  split: { en: '{train} to train, {validation} to validate', ko: '훈련 {train}개, 검증 {validation}개' },
  noneAside: {
    en: 'Four points only: none set aside for validation.',
    ko: '점이 네 개뿐이라 검증 데이터를 나누지 않았다.',
  },
  oneNoneAside: {
    en: '1 point, not set aside for validation.',
    ko: '점 1개, 검증 데이터를 나누지 않았다.',
  },
  allNoneAside: {
    en: '{n} {rows}, none set aside for validation.',
    ko: '{rows} {n}개, 검증 데이터를 나누지 않았다.',
  },
  onThePlane: { en: 'A click on the plane', ko: '평면의 점' },
  move: { en: 'moves', ko: '옮기기' },
  add: { en: 'adds', ko: '추가' },
  remove: { en: 'removes', ko: '삭제' },
  aPoint: { en: 'a point', ko: '' },
  toolClass: { en: 'Answer of the new point', ko: '새 점의 정답' },
  putBack: { en: 'Put the points back', ko: '점을 원래대로' },
  lastStays: {
    en: 'The last point stays: a run needs one.',
    ko: '마지막 점은 남는다. 학습에는 점이 하나는 있어야 한다.',
  },
} as const satisfies Record<string, Text>;

/** Why no validation set was made, of this many rows. */
export const asideWords = (data: Pick<DataSpec, 'set'>, rows: number): Text => {
  if (rows === 4) return words.noneAside;
  if (rows === 1) return words.oneNoneAside;
  return withNames(words.allNoneAside, { rows: rowWords(data, rows) }, { n: rows });
};
