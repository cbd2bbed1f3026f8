import type { Text } from '../../text.ts';

/** What the meter says. */
export const words = {
  title: { en: 'Gradients', ko: '기울기' },
  close: { en: 'Close', ko: '닫기' },
  batchNow: {
    en: 'batch {i} of {n}, {k} {rows}',
    ko: '배치 {i} / {n}, {rows} {k}개',
  },
  batchNext: {
    en: 'next batch, {i} of {n}, {k} {rows}',
    ko: '다음 배치 {i} / {n}, {rows} {k}개',
  },
  coming: { en: 'Measuring …', ko: '재는 중 …' },
  eight: { en: 'Eight sigmoid layers', ko: '시그모이드 여덟 층' },
  compare: { en: 'Activations', ko: '활성화함수' },
  byLayer: { en: 'Gradients, layer by layer', ko: '층마다 기울기' },
  layer: { en: 'layer', ko: '층' },
  delta: { en: 'slope of z', ko: 'z의 기울기' },
  slopes: { en: 'slope of the weights', ko: '가중치의 기울기' },
  bars: {
    en: 'both as powers of ten, and the slope of z at the last moments',
    ko: '10의 거듭제곱으로 본 둘, 그리고 최근 z의 기울기',
  },
  factor: { en: 'slope f′ of the activation', ko: '활성화함수의 기울기 f′' },
  move: { en: 'move ÷ weights', ko: '이동량 ÷ 가중치' },
  flat: { en: 'dead or saturated', ko: '죽음 또는 포화' },
  share: { en: '{n} of {of}', ko: '{of}개 중 {n}개' },
  ridgeOf: {
    en: 'slope of z over {n} updates: from {from} to {to}',
    ko: '갱신 {n}번 동안 z의 기울기: {from}에서 {to:으로/로}',
  },

  what: { en: 'What is measured', ko: '무엇을 재는가' },
  whatDelta: {
    en: 'the mean size of δ = ∂L/∂z over the rows of the batch and the neurons of the layer, L being each row’s own loss',
    ko: '배치의 행과 층의 뉴런에 걸친 |δ| = |∂L/∂z|의 평균. L은 행마다의 손실이다.',
  },
  whatSlopes: {
    en: 'the mean size of ∂L/∂w over the layer’s weights and biases, L being the loss of the batch',
    ko: '층의 가중치와 편향에 걸친 |∂L/∂w|의 평균. L은 배치의 손실이다.',
  },
  whatFactor: {
    en: 'the mean of f′(z) over rows and neurons: what the slope is multiplied by on its way back through the layer',
    ko: '행과 뉴런에 걸친 f′(z)의 평균. 기울기가 이 층을 거슬러 지날 때 곱해지는 수다.',
  },
  whatMove: {
    en: 'how far this batch’s update moves the layer’s weights, as a share of their size: about 0.001 is usual',
    ko: '이 배치의 갱신이 층의 가중치를 옮기는 거리를 가중치의 크기로 나눈 것. 0.001쯤이 보통이다.',
  },
  whatFlat: {
    en: 'by {n} samples. Dead: a relu that is 0 for all of them. Saturated: f′ is below 1 % of its largest for nine in ten.',
    ko: '데이터 {n}개로 본다. 죽음: 모두에서 0인 relu. 포화: 열에 아홉은 f′가 최댓값의 1 %보다 작은 뉴런.',
  },

  first: { en: 'First weights of all layers', ko: '모든 층의 첫 가중치' },
  small: { en: 'too small', ko: '너무 작게' },
  large: { en: 'too large', ko: '너무 크게' },
} as const satisfies Record<string, Text>;

/** What is so: its name, the sentence, and the one thing to do. */
export const found = {
  step: { en: 'No slope', ko: '기울기 없음' },
  stepSo: {
    en: 'The step function in layer {l} makes the slope 0. The layers before it cannot learn.',
    ko: '{l}층의 계단함수가 기울기를 0으로 만든다. 그 앞의 층은 배우지 못한다.',
  },
  useSigmoid: { en: 'Use sigmoid', ko: 'sigmoid로' },

  vanishing: { en: 'Vanishing gradient', ko: '기울기 소실' },
  vanishingSo: {
    en: 'Layer {l} receives {r} of the output layer’s slope: {factors} = {p}, and ×\u00a0{w} by the weights.',
    ko: '{l}층에 닿은 기울기가 출력층의 {r}배뿐이다: {factors} = {p}, 여기에 가중치가 ×\u00a0{w}.',
  },
  useRelu: { en: 'Use relu in hidden layers', ko: '은닉층을 relu로' },

  small: { en: 'Vanishing gradient', ko: '기울기 소실' },
  smallSo: {
    en: 'Layer {l} receives {r} of the output layer’s slope: the weights are too small.',
    ko: '{l}층에 닿은 기울기가 출력층의 {r}배뿐이다. 가중치가 너무 작다.',
  },
  exploding: { en: 'Exploding gradient', ko: '기울기 폭주' },
  explodingSo: {
    en: 'Layer {l} receives {r} times the output layer’s slope: the weights are too large.',
    ko: '{l}층에 닿은 기울기가 출력층의 {r}배다. 가중치가 너무 크다.',
  },
  useInitializer: { en: 'Use {name}', ko: '{name:으로/로}' },

  dead: { en: 'Dead ReLU', ko: '죽은 ReLU' },
  deadSo: {
    en: 'In layer {l}, {h} is 0 for {all}. It has stopped learning.',
    ko: '{l}층의 {h:이/가} {all}에서 0이다. 더는 배우지 않는다.',
  },
  deadMany: {
    en: 'In layer {l}, {h} are 0 for {all}. They have stopped learning.',
    ko: '{l}층의 {h:이/가} {all}에서 0이다. 더는 배우지 않는다.',
  },
  deadMore: {
    en: 'In layer {l}, {h} and {n} more are 0 for {all}. They have stopped learning.',
    ko: '{l}층의 {h} 외 {n}개가 {all}에서 0이다. 더는 배우지 않는다.',
  },
  deadLayer: {
    en: 'In layer {l}, every neuron is 0 for {all}. Nothing reaches the layers before it.',
    ko: '{l}층의 모든 뉴런이 {all}에서 0이다. 그 앞의 층에는 아무것도 닿지 않는다.',
  },
  all: { en: 'every sample', ko: '모든 데이터' },
  allInBatch: { en: 'every sample of the batch', ko: '배치의 모든 데이터' },
  newWeights: { en: 'New weights', ko: '새 가중치' },

  fine: { en: 'The slope arrives', ko: '기울기가 닿는다' },
  fineSo: {
    en: 'Layer {l} receives {r} of the output layer’s slope.',
    ko: '{l}층에 출력층 기울기의 {r}배가 닿는다.',
  },
  notYet: { en: 'Not yet', ko: '아직 없음' },
  notYetSo: {
    en: 'The backward pass has not come to layer {l} yet.',
    ko: '역전파가 아직 {l}층까지 오지 않았다.',
  },
  noSlope: { en: 'No slope', ko: '기울기 없음' },
  noSlopeSo: {
    en: 'The loss of this batch is no number any more, so it has no slope.',
    ko: '이 배치의 손실이 더는 수가 아니어서 기울기도 없다.',
  },
  flat: { en: 'No slope', ko: '기울기 없음' },
  flatSo: {
    en: 'In this batch the loss has the slope 0 at the output already: nothing moves.',
    ko: '이 배치에서는 출력층의 기울기부터 0이다. 아무것도 움직이지 않는다.',
  },
  single: { en: 'One layer', ko: '층 하나' },
  singleSo: {
    en: 'The slope comes straight from the loss. Add hidden layers to see what becomes of it on its way.',
    ko: '기울기가 손실에서 바로 온다. 은닉층을 추가해 기울기가 지나며 어떻게 되는지 보세요.',
  },
} as const satisfies Record<string, Text>;
