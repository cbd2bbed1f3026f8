import type { Text } from '../../../text.ts';

/** The words of the loss over two directions. */
export const words = {
  title: { en: 'Loss over two directions', ko: '두 방향에 따른 손실' },
  overWeights: { en: 'Loss over {across} and {up}', ko: '{across:과/와} {up}에 따른 손실' },
  overRandom: { en: 'Loss over two random directions', ko: '무작위 방향 두 개에 따른 손실' },
  overPrincipal: {
    en: 'Loss over the principal directions of the path',
    ko: '경로의 주성분 방향에 따른 손실',
  },
  dark: { en: 'dark is high', ko: '어두울수록 크다' },
  surface: { en: 'The same as a surface', ko: '같은 손실을 곡면으로' },
  toTurn: { en: 'drag it, or use the arrow keys', ko: '끌거나 화살표 키로 돌린다' },

  directions: { en: 'Directions', ko: '방향' },
  weights: { en: 'two weights', ko: '가중치 두 개' },
  random: { en: 'random', ko: '무작위' },
  principal: { en: 'principal', ko: '주성분' },
  across: { en: 'Across', ko: '가로' },
  up: { en: 'Up', ko: '세로' },
  layer: { en: '{axis}: layer', ko: '{axis}: 층' },
  weight: { en: '{axis}: weight', ko: '{axis}: 가중치' },
  others: { en: 'Other directions', ko: '다른 방향' },

  twoOf: {
    en: 'Two of {n} weights; the others stay as they are now.',
    ko: '가중치 {n}개 가운데 두 개. 나머지는 지금 값 그대로다.',
  },
  randomNote: {
    en: 'A random plane through {n} weights: most of the space is not seen.',
    ko: '가중치 {n}개의 공간을 지나는 무작위 평면. 공간의 대부분은 보이지 않는다.',
  },
  principalNote: {
    en: 'The plane in which the path through {n} weights is longest: {first} and {second} of its spread.',
    ko: '가중치 {n}개의 공간에서 경로가 가장 길게 뻗은 평면. 퍼진 정도의 {first}와 {second}가 여기에 있다.',
  },
  someRows: { en: 'On {some} of {all} training rows.', ko: '훈련 데이터 {all}개 중 {some}개로 잰다.' },
  refining: { en: 'Measured {cells} × {cells} so far.', ko: '지금까지 {cells} × {cells} 칸을 쟀다.' },
  earlier: { en: 'Drawn as it was after update {step}.', ko: '{step}단계 뒤의 모습이다.' },
  beginning: { en: 'Measuring the loss …', ko: '손실을 재는 중 …' },
  straight: {
    en: 'The run has not moved in two directions yet. Train a few updates.',
    ko: '아직 두 방향으로 움직이지 않았다. 몇 단계 학습해 보세요.',
  },
  noPlane: {
    en: 'These two directions span no plane. Choose two different weights.',
    ko: '이 두 방향으로는 평면이 생기지 않는다. 서로 다른 가중치를 골라 보세요.',
  },
  lost: {
    en: 'The loss is no finite number anywhere here. Go back to an earlier moment.',
    ko: '이 근처에서는 손실이 유한한 수가 아니다. 앞선 시점으로 돌아가 보세요.',
  },

  now: { en: 'now, loss {loss}', ko: '지금, 손실 {loss}' },
  move: { en: '−η × gradient', ko: '−η × 기울기' },
  mapLabel: {
    en: '{title}: now at ({x}, {y}), loss {loss}. The least loss measured is {least}, at ({leastX}, {leastY}).',
    ko: '{title}: 지금 ({x}, {y}), 손실 {loss}. 잰 값 가운데 가장 작은 손실은 ({leastX}, {leastY})의 {least}이다.',
  },
  surfaceLabel: { en: 'Turn the surface', ko: '곡면 돌리기' },
  turned: { en: '{about}°, from {above}° above', ko: '{about}°, {above}° 위에서' },
  high: { en: 'height: loss', ko: '높이: 손실' },
  highFactor: { en: 'height: loss, log scale', ko: '높이: 손실(로그 눈금)' },

  race: { en: 'Race of optimizers', ko: '최적화 알고리즘 경주' },
  raceNote: { en: 'same start, same batches', ko: '같은 출발점, 같은 배치' },
  start: { en: 'Start the race', ko: '경주 시작' },
  again: { en: 'Race again', ko: '다시 경주' },
  end: { en: 'End the race', ko: '경주 끝내기' },
  knob: { en: 'Start of the race', ko: '경주 출발점' },
  knobSaid: { en: 'across {x}, up {y}', ko: '가로 {x}, 세로 {y}' },
  fromNow: { en: 'Start at the present weights', ko: '지금 가중치에서 출발' },
  rates: { en: 'Learning rates', ko: '학습률' },
  oneRate: { en: 'all at η {rate}', ko: '모두 η {rate}' },
  best: { en: 'each at its best η', ko: '각자 가장 좋은 η' },
  bestNote: {
    en: 'best: of {rates} the η with the smallest loss after {n} updates',
    ko: '가장 좋은 η: {rates} 중 {n}단계 뒤 손실이 가장 작은 것',
  },
  updates: { en: 'Updates', ko: '단계 수' },
  updatesOf: { en: '{n} updates', ko: '{n}단계' },
  dragStart: {
    en: 'Drag the ring on the map to start elsewhere.',
    ko: '지도의 고리를 끌면 출발점이 바뀐다.',
  },
  above: {
    en: 'They move all {n} weights: the map shows them from straight above, and their loss is not the map’s.',
    ko: '경주에서는 가중치 {n}개가 모두 움직인다. 지도는 이를 바로 위에서 본 것이라 손실은 지도의 값과 다르다.',
  },
  loss: { en: 'loss', ko: '손실' },
  diverged: { en: 'diverged', ko: '발산' },
  outside: { en: 'off the map', ko: '지도 밖' },
} as const satisfies Record<string, Text>;
