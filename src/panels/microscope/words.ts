import type { Text } from '../../text.ts';

/** The words of the Microscope. */
export const words = {
  title: { en: 'Microscope', ko: '현미경' },
  close: { en: 'Close', ko: '닫기' },
  which: { en: 'What is looked into', ko: '들여다볼 것' },
  layer: { en: 'layer', ko: '층' },
  loss: { en: 'loss', ko: '손실' },
  digits: { en: 'Decimals', ko: '소수 자릿수' },
  decimals: { en: '{n} decimals', ko: '소수 {n}자리' },
  neuronAt: {
    en: 'neuron {name} at the pinned point {place}, answer {answer}',
    ko: '고정한 점 {place}의 뉴런 {name}, 정답 {answer}',
  },
  firstAt: {
    en: 'neuron {name} at the point {place}, answer {answer}',
    ko: '점 {place}의 뉴런 {name}, 정답 {answer}',
  },
  layerAt: { en: 'the whole layer', ko: '층 전체' },
  hidden: {
    en: 'Predictions are hidden: press H to see them, and what leads to them.',
    ko: '예측을 숨겼다. H를 누르면 예측과 그 계산이 보인다.',
  },
  notYet: { en: 'not yet', ko: '아직 없음' },
  coming: { en: 'Looking …', ko: '들여다보는 중 …' },

  reachesIt: { en: 'slope that reaches it', ko: '여기에 닿는 기울기' },
  matrix: {
    en: 'Weights: a row for each input, a column for each neuron',
    ko: '가중치: 행은 입력, 열은 뉴런',
  },
  statistics: { en: 'Weights', ko: '가중치' },
  count: { en: 'parameters', ko: '파라미터 수' },
  mean: { en: 'mean', ko: '평균' },
  spread: { en: 'standard deviation', ko: '표준편차' },
  smallest: { en: 'smallest', ko: '가장 작은 값' },
  largest: { en: 'largest', ko: '가장 큰 값' },
  units: { en: 'Neurons over all points', ko: '모든 점에서 본 뉴런' },
  alive: {
    en: 'no neuron is dead or saturated',
    ko: '죽거나 포화한 뉴런이 없다',
  },
  dead: { en: '{names}: 0 for every sample (dead)', ko: '{names}: 모든 데이터에서 0(죽음)' },
  saturated: {
    en: '{names}: the slope of {activation} is below 1 % of its largest for nine in ten points (saturated)',
    ko: '{names}: 점 열에 아홉은 {activation}의 기울기가 최댓값의 1 %보다 작다(포화)',
  },
  lossAt: { en: 'loss at the point {place}, answer {answer}', ko: '점 {place}의 손실, 정답 {answer}' },
  oneLoss: { en: 'loss of this point', ko: '이 점의 손실' },
  batchLoss: { en: 'mean loss of the batch', ko: '배치의 평균 손실' },
  history: { en: '{name} over {n} updates', ko: '갱신 {n}번 동안의 {name}' },
  setByHand: { en: 'drag or type to set it by hand', ko: '끌거나 입력해서 직접 정할 수 있다' },
  linkOf: { en: '{w}, from {from} to {unit}', ko: '{from}에서 {unit:으로/로} 가는 {w}' },
  biasLink: { en: 'b, the bias of {unit}', ko: '{unit}의 편향 b' },
  givesOn: {
    en: 'It carries {x} × {w} = {product} into the sum.',
    ko: '{x} × {w} = {product:을/를} 합에 보탠다.',
  },
  noRule: {
    en: 'The perceptron rule has no loss to speak of: a wrong point adds or subtracts its input, a right one changes nothing.',
    ko: '퍼셉트론 규칙에는 따로 손실이 없다. 틀린 점은 입력만큼 더하거나 빼고, 맞은 점은 아무것도 바꾸지 않는다.',
  },
  smoothed: {
    en: 'label_smoothing turns the answer y into {t} first.',
    ko: 'label_smoothing이 정답 y를 먼저 {t:으로/로} 바꾼다.',
  },

  input: { en: 'input', ko: '입력' },
  weight: { en: 'weight', ko: '가중치' },
  product: { en: 'product', ko: '곱' },
  weightOf: { en: 'weight from {from} to {unit}', ko: '{from}에서 {unit:으로/로} 가는 가중치' },
  biasOf: { en: 'bias of {unit}', ko: '{unit}의 편향' },
  forward: { en: 'Forward', ko: '순전파' },
  backward: { en: 'Backward', ko: '역전파' },
  slope: { en: 'slope {value}', ko: '기울기 {value}' },
  curveLabel: {
    en: '{name}: at z = {z} it gives {a}, with the slope {slope}',
    ko: '{name}: z = {z}에서 {a}, 기울기 {slope}',
  },
  outOf: { en: 'and {n} more', ko: '외 {n}개' },

  off: { en: '{name} − y', ko: '{name} − y' },
  weightTo: { en: 'weight to {name}', ko: '{name:으로/로} 가는 가중치' },
  slopeOf: { en: 'slope of {name}', ko: '{name}의 기울기' },
  slopeOfLoss: { en: 'slope of the loss', ko: '손실의 기울기' },
  reaches: { en: 'reaches {name}', ko: '{name}에 닿는 몫' },
  fromNext: { en: 'from the layer after it', ko: '다음 층에서' },
  why: { en: 'why {name} − y?', ko: '왜 {name} − y일까?' },
  joinedSigmoid: {
    en: 'Slope of the loss {loss} × slope of the sigmoid {slope} = {delta}. With binary cross-entropy and sigmoid together, it comes down to ŷ − y.',
    ko: '손실의 기울기 {loss} × sigmoid의 기울기 {slope} = {delta}. 이진 교차 엔트로피와 sigmoid를 함께 쓰면 ŷ − y로 간단해진다.',
  },
  joinedSoftmax: {
    en: 'The loss looks at the right class alone, but softmax ties all scores together: raising one probability lowers the others. With cross-entropy and softmax together, the slope for each score comes down to ŷ − y.',
    ko: '손실은 정답 클래스만 보지만 소프트맥스가 모든 점수를 묶는다. 한 확률이 오르면 나머지는 내려간다. 교차 엔트로피와 소프트맥스를 함께 쓰면 점수마다 기울기가 ŷ − y로 간단해진다.',
  },
  stepEnds: {
    en: 'The step function’s slope is 0. Whatever arrives, times 0 is 0: it ends here.',
    ko: '계단함수의 기울기는 0. 앞에서 무엇이 오든 0을 곱하면 0, 여기서 끊긴다.',
  },
  pointSlope: { en: 'slope at this point', ko: '이 점의 기울기' },
  meanSlope: { en: 'mean slope of the batch', ko: '배치의 평균 기울기' },
  move: { en: 'move −η × slope', ko: '이동량 −η × 기울기' },
  moveOther: { en: 'move', ko: '이동량' },
  change: { en: 'weight', ko: '가중치' },
  terms: { en: 'the terms', ko: '항 보기' },
  howMoved: { en: 'how the move is made', ko: '이동량 계산' },

  decides: {
    en: 'This one point pushes {w} {pushed}, but the mean slope of the {n} is {mean}. The mean decides: {moved}.',
    ko: '이 점 하나는 {w:을/를} {pushed}으로 밀지만, {n}개의 평균 기울기는 {mean}이다. 평균이 정한다: {moved}.',
  },
  carries: {
    en: 'The slope points {pointed}, but momentum carries {w} {moved}.',
    ko: '기울기는 {pointed}을 가리키지만 관성 때문에 {w:은/는} {moved}으로 간다.',
  },
  willMove: {
    en: 'The slope is {sign}, so {w} will move {moved}.',
    ko: '기울기가 {sign}이므로 {w:은/는} {moved}으로 갈 것이다.',
  },
  willMoveALittle: {
    en: 'The mean slope is {sign}, {mean}, so {w} will move {moved}.',
    ko: '평균 기울기가 {sign}({mean})이므로 {w:은/는} {moved}으로 갈 것이다.',
  },
  otherwise: {
    en: 'Here it is not the slope that decides: what the optimizer remembers, or the decay, moves {w} {moved}.',
    ko: '여기서는 기울기가 정하지 않는다. 최적화 알고리즘이 기억하는 값이나 감쇠(decay)가 {w:을/를} {moved}으로 옮긴다.',
  },
  stays: { en: 'The slope is 0, so {w} stays.', ko: '기울기가 0이므로 {w:은/는} 그대로 있다.' },
  left: { en: 'left', ko: '왼쪽' },
  right: { en: 'right', ko: '오른쪽' },
  positive: { en: 'positive', ko: '양수' },
  negative: { en: 'negative', ko: '음수' },

  batchIn: {
    en: '{batch}, {k} points: this point is in it',
    ko: '{batch}, 점 {k}개: 이 점이 들어 있다',
  },
  batchLater: {
    en: '{batch}, {k} points: this point comes in batch {j}',
    ko: '{batch}, 점 {k}개: 이 점은 배치 {j}에 나온다',
  },
  batchUsed: {
    en: '{batch}, {k} points: this point was in an earlier one of this epoch',
    ko: '{batch}, 점 {k}개: 이 점은 이번 에포크의 앞선 배치에 있었다',
  },
  batchNever: {
    en: '{batch}, {k} points: this is a validation point, never trained on',
    ko: '{batch}, 점 {k}개: 이 점은 검증 데이터라 학습에 쓰이지 않는다',
  },
  penalised: {
    en: 'The mean slope also holds the slope of the penalty (kernel_regularizer).',
    ko: '평균 기울기에는 규제(kernel_regularizer)의 기울기도 들어 있다.',
  },
  weighted: {
    en: 'In the mean each point counts by its class_weight.',
    ko: '평균에서는 점마다 class_weight만큼 센다.',
  },
  frozen: {
    en: 'This layer is frozen (trainable = False): its weights stay.',
    ko: '이 층은 고정되어 있다(trainable = False). 가중치는 그대로다.',
  },
} as const satisfies Record<string, Text>;
