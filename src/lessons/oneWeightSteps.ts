import { oneWeight } from '../experiment/demos.ts';
import type { LessonFrame, Shown } from './lesson.ts';
import { atRate, falling, STRIDE } from './oneWeightRuns.ts';

const ALL: readonly Shown[] = [
  'errors',
  'squares',
  'mean',
  'dot',
  'curve',
  'least',
  'tangent',
  'move',
  'trail',
];

/** The weight goes down: step after step, then at other learning rates. */
export const takingSteps: readonly LessonFrame[] = [
  {
    name: 'a9',
    title: { en: 'One step is done', ko: '한 단계가 끝났다' },
    text: [
      {
        en: 'The line tilts towards the points, the squares shrink, and the ball is lower.',
        ko: '직선이 점들 쪽으로 기울고, 제곱이 작아지고, 공이 내려왔다.',
      },
      {
        en: 'This is one update: slope, then move.',
        ko: '기울기를 구하고 옮기는 것, 이것이 갱신 한 번이다.',
      },
    ],
    task: { en: 'Where will the next update put w?', ko: '다음 갱신에서 w는 어디로 갈까요?' },
    note: STRIDE,
    sentence: {
      en: 'w is {w}; the loss fell from {before} to {loss}.',
      ko: 'w는 {w}, 손실은 {before}에서 {loss:으로/로} 줄었다.',
    },
    shows: ALL,
    experiment: oneWeight,
    update: 1,
  },
  {
    name: 'a10',
    title: { en: 'Again, and again', ko: '다시, 또다시' },
    text: [
      {
        en: 'Nearer to the bottom the curve is flatter. A smaller slope makes a smaller move.',
        ko: '바닥에 가까울수록 곡선이 완만하다. 기울기가 작으면 이동량도 작다.',
      },
      {
        en: 'Nobody has slowed it down: the rate is the same.',
        ko: '누가 늦춘 것이 아니다. 학습률은 그대로다.',
      },
    ],
    task: { en: 'Press the step button a few times.', ko: '아래의 다음 배치 버튼을 몇 번 눌러 보세요.' },
    note: STRIDE,
    sentence: {
      en: 'The slope shrinks ({slopes}), so the moves shrink ({moves}). η has not changed.',
      ko: '기울기가 {slopes:으로/로} 작아져서 이동량도 {moves:으로/로} 준다. η는 그대로다.',
    },
    shows: ALL,
    experiment: oneWeight,
    update: 3,
  },
  {
    name: 'a11',
    title: { en: 'The bottom', ko: '바닥' },
    text: [
      {
        en: 'Where the tangent lies flat, no direction lowers the loss. The moves have become too small to see.',
        ko: '접선이 누운 곳에서는 어느 쪽으로 가도 손실이 줄지 않는다. 이동량은 보이지 않을 만큼 작아졌다.',
      },
      {
        en: 'The line goes through all three points.',
        ko: '직선이 세 점을 모두 지난다.',
      },
    ],
    sentence: {
      en: 'The slope is nearly 0: here, at w = {least}, the loss is smallest.',
      ko: '기울기가 0에 가깝다. 여기가 손실이 가장 작은 w = {least}, 최적의 w이다.',
    },
    shows: ALL,
    experiment: oneWeight,
    update: 9,
  },
  {
    name: 'a12',
    title: { en: 'Too small', ko: '너무 작다' },
    text: [
      {
        en: 'From w = 0 again, with a fifth of the rate. The way is the same, every stride is a fifth as long.',
        ko: '다시 w = 0에서, 학습률은 5분의 1. 가는 길은 같고 보폭이 모두 5분의 1이다.',
      },
    ],
    task: {
      en: 'Press play. How many updates does it take to 1.9?',
      ko: '재생해 보세요. 1.9까지 몇 번 갱신해야 할까요?',
    },
    note: STRIDE,
    sentence: {
      en: 'Learning rate {rate}: small steps, a long walk.',
      ko: '학습률 {rate}: 보폭이 작아 오래 걸린다.',
    },
    shows: ALL,
    experiment: atRate(0.05),
    update: 3,
  },
  {
    name: 'a13',
    title: { en: 'Too far, and back', ko: '지나쳤다가 돌아온다' },
    text: [
      {
        en: 'At learning rate 0.75 the first move went from w = 0 to w = 3, past the lowest point at 2.',
        ko: '학습률 0.75에서 첫 이동은 w = 0에서 w = 3까지, 손실이 가장 작은 2를 지나쳤다.',
      },
      {
        en: 'On the other side the slope has the other sign, so the same rule turns round by itself.',
        ko: '반대편에서는 기울기의 부호가 바뀐다. 그래서 같은 규칙이 저절로 방향을 바꾼다.',
      },
    ],
    task: { en: 'Drag η to 1. Where does w go then?', ko: 'η를 1로 끌어 보세요. w는 어디로 갈까요?' },
    note: STRIDE,
    sentence: {
      en: 'Learning rate {rate}: it went past. Now the slope is positive, so w moves left.',
      ko: '학습률 {rate}: 최적값을 지나쳤다. 이제 기울기가 양수이므로 왼쪽으로 돌아온다.',
    },
    shows: ALL,
    experiment: atRate(0.75),
    update: 1,
  },
  {
    name: 'a14',
    title: { en: 'To and fro', ko: '제자리걸음' },
    text: [
      {
        en: 'At learning rate 1 each move is exactly twice the way to the bottom: w lands as high on the other side.',
        ko: '학습률 1에서는 이동량이 바닥까지 거리의 꼭 두 배다. w는 반대편의 같은 높이에 닿는다.',
      },
    ],
    task: {
      en: 'Drag η a little below 1. What changes?',
      ko: 'η를 1보다 조금 작게 끌어 보세요. 무엇이 달라질까요?',
    },
    sentence: {
      en: 'Learning rate {rate}: to and fro at the same height.',
      ko: '학습률 {rate}: 같은 높이를 오가기만 한다.',
    },
    shows: ALL,
    experiment: atRate(1),
    update: 3,
  },
  {
    name: 'a15',
    title: { en: 'It runs away', ko: '점점 멀어진다' },
    text: [
      {
        en: 'Every move lands higher than it began, where the slope is larger still. So the next move is longer.',
        ko: '움직일 때마다 더 높은 곳에 닿고, 거기서는 기울기가 더 크다. 그래서 다음 이동량은 더 커진다.',
      },
      {
        en: 'The cure is a smaller learning rate.',
        ko: '학습률을 줄이면 된다.',
      },
    ],
    task: {
      en: 'Press the step button. How far does it go?',
      ko: '아래의 다음 배치 버튼을 눌러 보세요. 어디까지 갈까요?',
    },
    sentence: {
      en: 'Learning rate {rate}: further away each time. It diverges.',
      ko: '학습률 {rate}: 갈수록 멀어진다. 발산이다.',
    },
    shows: ALL,
    experiment: atRate(1.1),
    update: 3,
  },
  {
    name: 'a16',
    title: { en: 'Large first, then small', ko: '처음엔 크게, 나중엔 작게' },
    text: [
      {
        en: 'A schedule lowers the rate from update to update, here from 0.75 to 0.05 in eight.',
        ko: '갱신할 때마다 학습률을 줄인다. 여기서는 8번에 걸쳐 0.75에서 0.05까지.',
      },
      {
        en: 'In Keras this is a learning rate schedule: PolynomialDecay.',
        ko: 'Keras에서는 학습률 조정(schedule)이라고 한다: PolynomialDecay.',
      },
    ],
    task: { en: 'Go on update by update and watch η.', ko: '갱신을 하나씩 이어 가며 η를 지켜보세요.' },
    sentence: {
      en: 'Large steps first; near the bottom a smaller learning rate for the fine adjustment.',
      ko: '처음에는 큰 보폭으로, 가까워지면 학습률을 줄여 미세조정한다.',
    },
    shows: ALL,
    experiment: falling(0.75, 0.05, 8),
    update: 3,
  },
];
