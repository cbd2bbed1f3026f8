import { GATES } from '../../../src/data/gates.ts';
import { dense, onGate, withRate } from '../../worker/runs.ts';

// The frames of gradient descent: their starts, and the sentences with the numbers that were worked out by hand when they
// were written, phase by phase: what is so, what follows, then what is folded.

export const AND = withRate(onGate(GATES.AND, [dense(1, 1, 'sigmoid', { kernel: [1, -1], bias: [0] })]), 1);
export const XOR = withRate(
  onGate(GATES.XOR, [
    dense(2, 2, 'sigmoid', { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] }),
    dense(1, 1, 'sigmoid', { kernel: [1, 1], bias: [-1.5] }),
  ]),
  2,
);

/** The frames of one perceptron on AND: forward, loss, backward, update. */
export const B = [
  {
    en: [
      'Multiply inputs by weights, add up, add b: z = 1.000. That is the linear model.',
      'The activation turns z into a number between 0 and 1: ŷ = 0.731.',
      '(1, 0): 1 × 1 + (−1) × 0 + 0 = 1',
      'The threshold is 0.5. 0.731 is above it, so the answer is 1. It should be 0: wrong.',
      'The other three rows go the same way.',
    ],
    ko: [
      '입력에 가중치를 곱해 더하고 b를 더한다: z = 1.000. 선형모델이다.',
      '활성화함수가 z를 0과 1 사이로 바꾼다: ŷ = 0.731.',
      '(1, 0): 1 × 1 + (−1) × 0 + 0 = 1',
      '역치는 0.5. 0.731은 그보다 크므로 1이라고 답한다. 정답은 0, 틀렸다.',
      '나머지 세 행도 같은 계산이다.',
    ],
  },
  {
    en: ['The surer a wrong answer, the larger its loss.', 'The mean of the four is 0.753.'],
    ko: ['틀린 답에 확신할수록 손실이 크다.', '네 행의 평균은 0.753.'],
  },
  {
    en: [
      'How far off each row is: ŷ − y. Positive: too high; negative: too low.',
      'The slope for w₁ is the mean of (ŷ − y) × x₁: 0.058. Rows with x₁ = 0 have no share in it.',
      'For w₂ it is −0.058, for b 0.250.',
      'Why just ŷ − y? Slope of the loss 3.718 × slope of the sigmoid 0.197 = 0.731. With binary cross-entropy and sigmoid together, it comes down to ŷ − y.',
    ],
    ko: [
      '행마다 얼마나 지나쳤는지: ŷ − y. 양수이면 너무 크게, 음수이면 너무 작게 답했다.',
      'w₁의 기울기는 (ŷ − y) × x₁의 평균, 0.058. x₁이 0인 행은 몫이 없다.',
      'w₂의 기울기는 −0.058, b의 기울기는 0.250.',
      '왜 ŷ − y일까? 손실의 기울기 3.718 × sigmoid의 기울기 0.197 = 0.731. 이진 교차 엔트로피와 sigmoid를 함께 쓰면 ŷ − y로 간단해진다.',
    ],
  },
  {
    en: [
      'w₁: positive slope, so left: 1.000 → 0.942. w₂: negative, so right: −1.000 → −0.942.',
      'b: left: 0.000 → −0.250. The line moved and the loss fell from 0.753 to 0.691. One step is done.',
    ],
    ko: [
      'w₁의 기울기가 양수이므로 왼쪽으로: 1.000 → 0.942. w₂는 음수이므로 오른쪽으로: −1.000 → −0.942.',
      'b는 왼쪽으로: 0.000 → −0.250. 직선이 움직이고 손실이 0.753에서 0.691로 줄었다. 한 단계가 끝났다.',
    ],
  },
];

/** The frames of error backpropagation through 2-2-1 on XOR, from the point (1, 1). */
export const C = [
  {
    en: [
      'h₁: 1 × 1 + 1 × 1 − 0.5 = 1.5, through the sigmoid 0.818.',
      'h₂: −1 − 1 + 1.5 = −0.5, through the sigmoid 0.378.',
    ],
    ko: [
      'h₁: 1 × 1 + 1 × 1 − 0.5 = 1.5, sigmoid를 거쳐 0.818.',
      'h₂: −1 − 1 + 1.5 = −0.5, sigmoid를 거쳐 0.378.',
    ],
  },
  {
    en: [
      'To the output neuron h₁ and h₂ are the inputs: 0.818 + 0.377 − 1.5 = −0.305, ŷ = 0.424.',
      'The threshold is 0.5. 0.424 is not above it, so the answer is 0. That is right.',
    ],
    ko: [
      '출력 뉴런에게는 h₁과 h₂가 입력이다: 0.818 + 0.377 − 1.5 = −0.305, ŷ = 0.424.',
      '역치는 0.5. 0.424는 그보다 크지 않으므로 0이라고 답한다. 정답도 0, 맞았다.',
    ],
  },
  {
    en: ['The answer is 0.', 'This point’s loss is 0.552, the mean of the four 0.691.'],
    ko: ['정답은 0.', '이 점의 손실은 0.552, 네 점의 평균은 0.691.'],
  },
  {
    en: [
      'Now backwards. ŷ − y = 0.424: the output is too high.',
      'At this point the slope for w₁ of ŷ is 0.424 × h₁ = 0.347, for w₂ of ŷ 0.424 × h₂ = 0.160.',
      'The neuron that fired more carries more of the blame.',
      // 1 / (1 − ŷ) and ŷ (1 − ŷ) at ŷ = 0.4244
      'Why just ŷ − y? Slope of the loss 1.737 × slope of the sigmoid 0.244 = 0.424. With binary cross-entropy and sigmoid together, it comes down to ŷ − y.',
    ],
    ko: [
      '이제 거꾸로 간다. ŷ − y = 0.424: 출력이 너무 크다.',
      '이 점에서 ŷ의 w₁의 기울기는 0.424 × h₁ = 0.347, ŷ의 w₂는 0.424 × h₂ = 0.160.',
      '더 크게 켜진 뉴런의 가중치가 더 큰 몫을 진다.',
      '왜 ŷ − y일까? 손실의 기울기 1.737 × sigmoid의 기울기 0.244 = 0.424. 이진 교차 엔트로피와 sigmoid를 함께 쓰면 ŷ − y로 간단해진다.',
    ],
  },
  {
    en: [
      'The error goes back along w₁ of ŷ to h₁: 0.424 × 1.000 × the sigmoid’s slope 0.149 = 0.063.',
      'To h₂: 0.424 × 1.000 × 0.235 = 0.100.',
      'Each layer multiplies by the sigmoid’s slope, at most 0.25. Through many layers little is left: the vanishing gradient.',
      'This one point pushes w₁ of ŷ left, but the mean slope of the four is −0.049. The mean decides.',
    ],
    ko: [
      '오차가 ŷ의 w₁을 타고 h₁로 돌아온다: 0.424 × 1.000 × sigmoid의 기울기 0.149 = 0.063.',
      'h₂로는 0.424 × 1.000 × 0.235 = 0.100.',
      '층을 하나 지날 때마다 sigmoid의 기울기(최대 0.25)가 곱해진다. 층이 많으면 거의 0이 된다: 기울기 소실.',
      '이 점 하나는 ŷ의 w₁을 왼쪽으로 밀지만, 네 점의 평균 기울기는 −0.049이다. 움직임은 평균이 정한다.',
    ],
  },
  {
    en: [
      'All nine parameters move at once: w₁ of ŷ 1.000 → 1.097, b of ŷ −1.500 → −1.361, b of h₁ −0.500 → −0.449.',
      'Loss 0.691 → 0.678. Backpropagation finds the slopes; gradient descent moves the weights by them.',
    ],
    ko: [
      '아홉 개의 파라미터가 한꺼번에 움직인다: ŷ의 w₁ 1.000 → 1.097, ŷ의 b −1.500 → −1.361, h₁의 b −0.500 → −0.449.',
      '손실 0.691 → 0.678. 역전파는 기울기를 구하고, 경사하강법은 그 기울기로 가중치를 옮긴다.',
    ],
  },
];

/** What is told of later updates, by how many were made. The losses but 0.383 come from a recomputation in plain JavaScript. */
export const B_LATER: Readonly<Record<number, unknown>> = {
  4: {
    en: ['The slope for w₁ has turned negative: 0.005 → −0.009.', 'Now it moves right.'],
    ko: ['w₁의 기울기가 음수로 바뀌었다: 0.005 → −0.009.', '이제 오른쪽으로 간다.'],
  },
  // The weights get the fourth row right after update 17; update 18 is the first that finds it so.
  17: {
    en: ['All four right.', 'The loss is 0.392, not 0, so learning goes on.'],
    ko: ['네 점을 모두 맞혔다.', '손실은 0.392, 아직 0이 아니므로 학습은 계속된다.'],
  },
  18: {
    en: ['All four right.', 'The loss is 0.383, not 0, so learning goes on.'],
    ko: ['네 점을 모두 맞혔다.', '손실은 0.383, 아직 0이 아니므로 학습은 계속된다.'],
  },
};

export const C_LATER: Readonly<Record<number, unknown>> = {
  57: {
    en: [
      'All four are right.',
      'h₁ is close to OR, h₂ to NAND. The loss is 0.520, not 0, so learning goes on.',
    ],
    ko: [
      '네 점이 모두 맞는다.',
      'h₁은 OR, h₂는 NAND에 가깝다. 손실은 0.520, 아직 0이 아니므로 학습은 계속된다.',
    ],
  },
  58: {
    en: [
      'All four are right.',
      'h₁ is close to OR, h₂ to NAND. The loss is 0.515, not 0, so learning goes on.',
    ],
    ko: [
      '네 점이 모두 맞는다.',
      'h₁은 OR, h₂는 NAND에 가깝다. 손실은 0.515, 아직 0이 아니므로 학습은 계속된다.',
    ],
  },
};
