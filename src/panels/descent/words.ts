import type { Text } from '../../text.ts';

/** The words of the Descent view. */
export const words = {
  title: { en: 'Gradient descent view', ko: '경사하강법 보기' },
  close: { en: 'Close', ko: '닫기' },
  over: { en: 'Loss over', ko: '손실을 그릴 것' },
  one: { en: 'one weight', ko: '가중치 하나' },
  two: { en: 'two weights', ko: '가중치 두 개' },
  data: { en: 'Data', ko: '데이터' },
  squares: { en: 'squares of the errors', ko: '오차의 제곱' },
  errors: { en: 'errors', ko: '오차' },
  named: { en: '{line} · {of}', ko: '{line} · {of}' },
  answer: { en: 'answer', ko: '정답' },
  prediction: { en: 'prediction wx', ko: '예측 wx' },
  lossOver: { en: 'Loss over w', ko: 'w에 따른 손실' },
  oneSquare: { en: 'Their mean as one square', ko: '평균을 정사각형 하나로' },
  areasDrawing: {
    en: 'Squares of {squares}, and one square of their mean, {mean}',
    ko: '넓이 {squares}인 정사각형들과 그 평균 {mean}인 정사각형 하나',
  },
  been: { en: 'hollow grey: where w has been', ko: '회색 점: w가 지나온 자리' },
  loss: { en: 'loss', ko: '손실' },
  mean: { en: 'loss, the mean square', ko: '손실, 제곱의 평균' },
  now: { en: 'now ({w}, {loss})', ko: '지금 ({w}, {loss})' },
  next: { en: 'next ({w}, {loss})', ko: '다음 ({w}, {loss})' },
  start: { en: 'start ({w}, {loss})', ko: '시작 ({w}, {loss})' },
  earlier: { en: 'before ({w}, {loss})', ko: '이전 ({w}, {loss})' },
  slope: { en: 'slope {slope}', ko: '기울기 {slope}' },
  move: { en: 'move {move}', ko: '이동량 {move}' },
  least: { en: 'least loss, w = {w}', ko: '손실이 가장 작은 w = {w}' },
  rate: { en: 'Learning rate η', ko: '학습률 η' },
  rule: { en: 'move = −η × slope', ko: '이동량 = −η × 기울기' },
  stride: {
    en: 'stride η × |slope| = {rate} × {slope} = {stride}',
    ko: '보폭 η × |기울기| = {rate} × {slope} = {stride}',
  },
  strides: { en: ' · before: {strides}', ko: ' · 앞서: {strides}' },
  falls: { en: 'falls by its schedule', ko: '일정에 따라 줄어든다' },
  differs: {
    en: 'The optimizer goes to w = {w} instead.',
    ko: '최적화 알고리즘은 w = {w}까지 간다.',
  },
  ball: { en: 'w, by the ball on the curve', ko: 'w, 곡선 위의 공' },
  line: { en: 'w, by the line through the data', ko: 'w, 데이터를 지나는 직선' },
  tip: { en: 'η, by the tip of the arrow', ko: 'η, 화살표의 끝' },
  ballSaid: { en: 'w {w}, loss {loss}', ko: 'w {w}, 손실 {loss}' },
  tipSaid: { en: 'η {rate}, move {move}', ko: 'η {rate}, 이동량 {move}' },
  dataDrawing: {
    en: 'Three points and the line y = wx, w = {w}',
    ko: '세 점과 직선 y = wx, w = {w}',
  },
  lossDrawing: {
    en: 'The loss over w: now w is {w}, the loss {loss}',
    ko: 'w에 따른 손실: 지금 w는 {w}, 손실은 {loss}',
  },
} as const satisfies Record<string, Text>;

/** What a rate does on this curve, from the smallest on. */
export const RATES = [
  { mark: 0.05, words: { en: 'too small', ko: '너무 작다' } },
  { mark: 0.25, words: { en: 'steady', ko: '차근차근' } },
  { mark: 0.75, words: { en: 'over and back', ko: '지나쳤다 돌아옴' } },
  { mark: 1, words: { en: 'to and fro', ko: '제자리' } },
  { mark: 1.1, words: { en: 'diverges', ko: '발산' } },
] as const satisfies readonly { readonly mark: number; readonly words: Text }[];

/** Which of them a rate is: each update multiplies the way to the least loss by 1 − 2η. */
export const rateAt = (rate: number): number => {
  if (Math.abs(rate - 1) < 1e-4) return 3;
  if (rate > 1) return 4;
  if (rate > 0.5) return 2;
  return rate > 0.1 ? 1 : 0;
};
