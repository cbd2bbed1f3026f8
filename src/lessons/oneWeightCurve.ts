import { oneWeight } from '../experiment/demos.ts';
import type { LessonFrame } from './lesson.ts';
import { STRIDE } from './oneWeightRuns.ts';

const START = { experiment: oneWeight, update: 0 } as const;

/** From three points to the curve of the loss: where is it lower? */
export const findingTheCurve: readonly LessonFrame[] = [
  {
    name: 'a1',
    title: { en: 'Three points, one line', ko: '점 세 개, 직선 하나' },
    text: [
      {
        en: 'Each point has an x and an answer y. The line y = wx predicts an answer for every x.',
        ko: '점마다 x와 정답 y가 있다. 직선 y = wx는 모든 x의 답을 예측한다.',
      },
      {
        en: 'There is one number to learn, the weight w. It says how steep the line is.',
        ko: '배울 것은 가중치 w 하나다. w가 직선의 기울어진 정도를 정한다.',
      },
    ],
    task: {
      en: 'Which w would go through all three points?',
      ko: 'w가 얼마이면 직선이 세 점을 모두 지날까요?',
    },
    sentence: {
      en: 'The line y = wx. w is {w}, so every prediction is {prediction}.',
      ko: '직선 y = wx. 지금 w는 {w:이라/라} 모든 예측이 {prediction:이다/다}.',
    },
    shows: [],
    ...START,
  },
  {
    name: 'a2',
    title: { en: 'How far off?', ko: '얼마나 빗나갔을까?' },
    text: [
      {
        en: 'Each gap runs from the answer to the prediction. Below the answer the error is negative, above it positive.',
        ko: '점마다 정답에서 예측까지 틈이 있다. 예측이 정답보다 작으면 오차는 음수, 크면 양수다.',
      },
    ],
    task: {
      en: 'Turn the line. When does an error become positive?',
      ko: '직선을 돌려 보세요. 오차는 언제 양수가 될까요?',
    },
    sentence: {
      en: 'Prediction minus answer is the error.',
      ko: '예측에서 정답을 뺀 것이 오차다.',
    },
    anywhere: true,
    shows: ['errors'],
    ...START,
  },
  {
    name: 'a3',
    title: { en: 'One number for all of it', ko: '전체를 숫자 하나로' },
    text: [
      {
        en: 'A square is never negative, so errors above and below cannot cancel. And an error twice as large counts four times.',
        ko: '제곱은 음수가 되지 않으므로 위아래의 오차가 서로 지우지 못한다. 두 배로 큰 오차는 네 배로 센다.',
      },
      {
        en: 'The mean of the squares is one number: how bad this w is.',
        ko: '제곱의 평균은 숫자 하나, 이 w가 얼마나 나쁜지를 말한다.',
      },
    ],
    sentence: {
      en: 'Square them, take the mean: ({squares}) / {n} = {loss}. That is the loss, the mean squared error.',
      ko: '오차를 제곱해 평균한다: ({squares}) / {n} = {loss}. 이것이 손실(loss), 평균제곱오차이다.',
    },
    anywhere: true,
    shows: ['errors', 'squares', 'mean', 'mean-square'],
    ...START,
  },
  {
    name: 'a4',
    title: { en: 'From a line to a dot', ko: '직선에서 점으로' },
    text: [
      {
        en: 'On the left stands a line, on the right the same thing as one dot: across its w, upwards its loss.',
        ko: '왼쪽의 직선 하나가 오른쪽에서는 점 하나다. 가로는 w, 세로는 손실이다.',
      },
    ],
    sentence: {
      en: 'At w = {w} the loss is {loss}: one dot.',
      ko: 'w가 {w}일 때 손실은 {loss}. 점 하나로 찍는다.',
    },
    anywhere: true,
    shows: ['errors', 'squares', 'mean', 'dot'],
    ...START,
  },
  {
    name: 'a5',
    title: { en: 'Every w has its loss', ko: 'w마다 손실이 있다' },
    text: [
      {
        en: 'Each w turns the line another way, and each line has its loss.',
        ko: 'w가 바뀌면 직선이 돌고, 직선마다 손실이 다르다.',
      },
      {
        en: 'Drag the ball, the line, or focus one and press the arrow keys.',
        ko: '공이나 직선을 끌거나, 거기에 초점을 두고 화살표 키를 누르세요.',
      },
    ],
    task: { en: 'Find the w where the loss is smallest.', ko: '손실이 가장 작은 w를 찾아보세요.' },
    sentence: {
      en: 'Drag w. Each place leaves its loss, and the dots become a curve.',
      ko: 'w를 끌어 보세요. 지나간 자리마다 손실이 찍혀 곡선이 된다.',
    },
    anywhere: true,
    traces: true,
    shows: ['errors', 'squares', 'mean', 'dot'],
    ...START,
  },
  {
    name: 'a6',
    title: { en: 'How steep is it here?', ko: '여기는 얼마나 가파를까?' },
    text: [
      {
        en: 'The tangent touches the curve at the ball. Its slope says how the loss changes when w moves a little.',
        ko: '접선은 공이 있는 자리에서 곡선에 닿는다. 접선의 기울기는 w가 조금 움직일 때 손실이 얼마나 변하는지를 말한다.',
      },
      {
        en: 'Negative: to the right the loss falls.',
        ko: '음수이면 오른쪽으로 갈수록 손실이 준다.',
      },
    ],
    task: {
      en: 'Drag the ball to the other side. What is the sign there?',
      ko: '공을 반대편으로 끌어 보세요. 거기서는 부호가 무엇일까요?',
    },
    sentence: { en: 'The slope here is {slope}.', ko: '지금 자리의 순간 기울기는 {slope}.' },
    anywhere: true,
    shows: ['errors', 'squares', 'mean', 'dot', 'curve', 'tangent'],
    ...START,
  },
  {
    name: 'a7',
    title: { en: 'Left or right?', ko: '왼쪽일까, 오른쪽일까?' },
    text: [
      {
        en: 'Training never sees the whole curve. It knows where the ball is and how steep it is there.',
        ko: '학습은 곡선 전체를 보지 못한다. 공이 있는 자리와 거기의 기울기만 안다.',
      },
    ],
    task: { en: 'Predict first, then look.', ko: '먼저 예상하고, 그다음에 확인하세요.' },
    sentence: {
      en: 'To lower the loss, which way should w go?',
      ko: '손실을 줄이려면 w는 어느 쪽으로 가야 할까?',
    },
    shows: ['errors', 'squares', 'mean', 'dot', 'curve', 'tangent'],
    ...START,
    question: {
      answer: 'right',
      left: {
        en: 'Going left raises the loss. Down along the tangent is to the right.',
        ko: '왼쪽으로 가면 손실이 커진다. 접선을 따라 내려가는 쪽은 오른쪽이다.',
      },
      right: {
        en: 'Right. With a negative slope, downhill is to the right.',
        ko: '오른쪽이 맞다. 기울기가 음수이면 오른쪽이 내리막이다.',
      },
    },
  },
  {
    name: 'a8',
    title: { en: 'Which way, and how far?', ko: '어느 쪽으로, 얼마나?' },
    text: [
      {
        en: 'The slope says which way the loss falls. The learning rate says how much of it to follow.',
        ko: '기울기는 손실이 줄어드는 쪽을 알려 준다. 학습률은 그것을 얼마나 따를지 정한다.',
      },
      {
        en: 'The distance is their product: −η × slope.',
        ko: '이동량은 둘을 곱한 것이다: −η × 기울기.',
      },
    ],
    task: { en: 'Drag η to 1. Where does w go then?', ko: 'η를 1로 끌어 보세요. w는 어디로 갈까요?' },
    note: STRIDE,
    sentence: {
      en: 'The slope is negative, so w moves right, by −η × slope = −{rate} × ({slope}) = {move}.',
      ko: '기울기가 음수이므로 w는 오른쪽으로 간다. 이동량은 −η × 기울기 = −{rate} × ({slope}) = {move}.',
    },
    shows: ['errors', 'squares', 'mean', 'dot', 'curve', 'least', 'tangent', 'move'],
    ...START,
  },
];
