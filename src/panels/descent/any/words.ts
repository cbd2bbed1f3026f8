import type { Text } from '../../../text.ts';

/** The words of the loss over any weight. */
export const words = {
  choice: { en: 'The weight', ko: '가중치 고르기' },
  layer: { en: 'Layer', ko: '층' },
  neuron: { en: 'Neuron', ko: '뉴런' },
  filter: { en: 'Filter', ko: '필터' },
  channel: { en: 'Channel', ko: '채널' },
  weight: { en: 'Weight', ko: '가중치' },
  rows: { en: 'Rows', ko: '데이터' },
  batch: { en: 'this batch', ko: '이번 배치' },
  all: { en: 'all training rows', ko: '훈련 데이터 전체' },
  reach: { en: 'How much of the curve', ko: '곡선의 범위' },
  wide: { en: 'wide', ko: '넓게' },
  close: { en: 'close', ko: '가까이' },

  lossOver: { en: 'Loss over {w}', ko: '{w}에 따른 손실' },
  oneBatch: {
    en: 'all {rows} rows are one batch; the other weights stay as they are now',
    ko: '데이터 {rows}개가 한 배치, 나머지 가중치는 지금 값 그대로',
  },
  onBatch: {
    en: 'on batch {number} of {batches}, {rows} rows; the other weights stay as they are now',
    ko: '배치 {number} / {batches}, 데이터 {rows}개, 나머지 가중치는 지금 값 그대로',
  },
  onAll: {
    en: 'on all {rows} training rows; the other weights stay as they are now',
    ko: '훈련 데이터 {rows}개 전체, 나머지 가중치는 지금 값 그대로',
  },
  measuring: {
    en: 'Coarse so far: {n} of {places} places are measured.',
    ko: '아직 성기다: {places}곳 가운데 {n}곳을 쟀다.',
  },
  sinks: {
    en: 'Faint and hollow: the last moments. The curve sinks because the other weights learn too.',
    ko: '흐린 곡선과 빈 점은 조금 전의 것이다. 다른 가중치도 함께 배우므로 곡선이 내려간다.',
  },
  changes: {
    en: 'Faint and hollow: the last moments. The curve changes because the other weights learn too.',
    ko: '흐린 곡선과 빈 점은 조금 전의 것이다. 다른 가중치도 함께 배우므로 곡선이 달라진다.',
  },
  changesByBatch: {
    en: 'Faint and hollow: the last moments, each on its own batch. The other weights learn too.',
    ko: '흐린 곡선과 빈 점은 조금 전의 것이고, 저마다 자기 배치에서 쟀다. 다른 가중치도 함께 배운다.',
  },
  straight: {
    en: 'This close the curve is nearly its tangent, so the slope tells which way is down.',
    ko: '이렇게 가까이서는 곡선이 접선과 거의 같다. 그래서 기울기가 내리막을 알려 준다.',
  },
  nothing: {
    en: 'No layer of this network learns. Add one with weights.',
    ko: '이 신경망에는 배우는 층이 없다. 가중치가 있는 층을 넣어 보세요.',
  },
  begins: { en: 'Measuring the loss …', ko: '손실을 재는 중 …' },

  loss: { en: 'loss', ko: '손실' },
  now: { en: 'now ({w}, {loss})', ko: '지금 ({w}, {loss})' },
  next: { en: 'next {w}', ko: '다음 {w}' },
  before: { en: 'before {w}', ko: '이전 {w}' },
  slope: { en: 'slope {slope}', ko: '기울기 {slope}' },
  move: { en: 'move {move}', ko: '이동량 {move}' },
  ruleMove: { en: '−η × slope {move}', ko: '−η × 기울기 {move}' },
  ball: { en: '{w}, by the ball on the curve', ko: '{w}, 곡선 위의 공' },
  ballSaid: { en: '{w}, loss {loss}', ko: '{w}, 손실 {loss}' },
  tip: { en: 'η, by the tip of the arrow', ko: 'η, 화살표의 끝' },
  tipSaid: { en: 'η {rate}, move {move}', ko: 'η {rate}, 이동량 {move}' },
  drawing: {
    en: 'The loss over {name}: now it is {w}, the loss {loss}',
    ko: '{name}에 따른 손실: 지금 값은 {w}, 손실은 {loss}',
  },

  rule: { en: 'move = −η × slope', ko: '이동량 = −η × 기울기' },
  notYet: { en: 'not yet', ko: '아직 없음' },
  byHand: {
    en: 'Drag the ball, or drag or type the number.',
    ko: '공을 끌거나, 수를 끌거나 입력해 보세요.',
  },
  short: {
    en: 'The move is too short to be seen here: look close.',
    ko: '이동량이 너무 작아 여기서는 보이지 않는다. 가까이 보세요.',
  },
  byTip: { en: 'Drag the tip of the arrow to change η.', ko: '화살표의 끝을 끌면 η가 바뀐다.' },
  scheduled: {
    en: 'A schedule sets η: see Compile.',
    ko: 'η는 학습률 조정(schedule)이 정한다: 학습방법 설정.',
  },
  called: { en: '{name} sets η: see Fit.', ko: 'η는 {name} 콜백이 정한다: 모델 학습.' },

  momentumMove: { en: 'with momentum {move}', ko: '관성까지 {move}' },
  optimizerMove: { en: '{name} {move}', ko: '{name} {move}' },
  batchMove: { en: 'this batch {move}', ko: '이번 배치 {move}' },
  realMove: { en: 'update {move}', ko: '갱신 {move}' },
  withMomentum: { en: 'With momentum:', ko: '관성까지 더하면:' },
  withOptimizer: { en: '{name} moves it otherwise:', ko: '{name:은/는} 다르게 옮긴다:' },
  withBatch: { en: 'The update goes by this batch:', ko: '갱신은 이번 배치를 따른다:' },
  inTraining: {
    en: 'The update goes by what training sees (Dropout, normalization, clipping):',
    ko: '갱신은 학습 중의 계산을 따른다(Dropout, 정규화, 기울기 자르기):',
  },
} as const satisfies Record<string, Text>;
