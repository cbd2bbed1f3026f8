import type { Words } from './screen.ts';

/** The opening minute, row by row, as words.md tells it. */
export const MINUTE = {
  opening: {
    en: 'One neuron learns AND. It has 2 of 4 right so far. Press play.',
    ko: '뉴런 하나가 AND를 배운다. 지금은 4개 중 2개만 맞힌다. 재생을 눌러 보세요.',
  },
  moves: { en: 'The weights move, so the line moves.', ko: '가중치가 움직이면 직선이 움직인다.' },
  four: {
    en: 'All 4 right at epoch 28. From here it only grows surer. Try another gate.',
    ko: '28번째 에포크에 4개를 모두 맞혔다. 이제는 확신이 커진다. 다른 게이트를 눌러 보세요.',
  },
  or: {
    en: 'Only the answers changed. It learns on from the same weights.',
    ko: '정답만 바뀌었다. 가중치는 그대로 이어서 배운다.',
  },
  nand: {
    en: 'NAND is NOT AND: nearly the same line, the sides swapped.',
    ko: 'NAND는 NOT AND: AND와 거의 같은 직선, 색만 반대편이다.',
  },
  xor: { en: 'One line is trying to part four points.', ko: '직선 하나로 네 점을 나누는 중이다.' },
  half: {
    en: 'The loss stopped at 0.693: it answers “half and half” everywhere. No straight line gets more than 3 of 4.',
    ko: '손실이 0.693에서 멈췄다. 모든 점에 “반반”이라고 답한다는 뜻이다. 어떤 직선도 4개 중 3개가 최선이다.',
  },
  hidden: {
    en: 'Four neurons draw a line each; the output layer joins them.',
    ko: '뉴런 네 개가 직선을 하나씩 긋고, 출력층이 그것을 합친다.',
  },
  solved: {
    en: 'XOR is solved. No line was bent: several were joined.',
    ko: 'XOR를 풀었다. 직선이 꺾인 것이 아니라 여러 개가 합쳐진 것이다.',
  },
  two: {
    en: 'Two neurons draw a line each; the output layer joins them.',
    ko: '뉴런 두 개가 직선을 하나씩 긋고, 출력층이 그것을 합친다.',
  },
} as const satisfies Record<string, Words>;

export const TOUR: readonly Words[] = [
  { en: 'The first neuron is OR: 1 if either is 1.', ko: '첫째 뉴런은 OR: 둘 중 하나라도 1이면 1.' },
  {
    en: 'The second is NAND, NOT AND: 0 only if both are 1.',
    ko: '둘째 뉴런은 NAND(NOT AND): 둘 다 1일 때만 0.',
  },
  {
    en: 'The output neuron is AND: where OR and NAND are both 1, the band between two lines.',
    ko: '출력 뉴런은 AND: OR도 1이고 NAND도 1인 곳, 두 직선 사이의 띠.',
  },
  {
    en: 'In the plane the output neuron sees (h₁, h₂), the points (0, 1) and (1, 0) fall on one spot. One line parts them now.',
    ko: '출력 뉴런이 보는 평면(h₁, h₂)에서는 (0, 1)과 (1, 0)이 한 점에 겹친다. 그래서 직선 하나로 나뉜다.',
  },
  {
    en: 'Now let it learn instead. The neurons it finds need not be OR and NAND: there is more than one answer.',
    ko: '이번에는 손으로 정하지 말고 학습시켜 보자. 학습된 뉴런이 OR와 NAND가 아닐 수도 있다. 답은 하나가 아니다.',
  },
];

export const BUTTONS = {
  hidden: { en: 'Add a hidden layer', ko: '은닉층 추가' },
  fewer: { en: 'How few are enough?', ko: '몇 개면 충분할까?' },
  build: { en: 'Build it from OR and NAND', ko: 'OR와 NAND로 만들기' },
  next: { en: 'Next ›', ko: '다음 ›' },
  train: { en: 'Change to sigmoid and train', ko: 'sigmoid로 바꾸고 학습' },
} as const satisfies Record<string, Words>;
