import type { Text } from '../../../text.ts';

/** The words of the Microscope over pictures. */
export const words = {
  title: { en: 'Microscope', ko: '현미경' },
  close: { en: 'Close', ko: '닫기' },
  which: { en: 'What is looked into', ko: '들여다볼 것' },
  coming: { en: 'Looking …', ko: '들여다보는 중 …' },
  hidden: {
    en: 'Predictions are hidden: press H to see them, and what leads to them.',
    ko: '예측을 숨겼다. H를 누르면 예측과 그 계산이 보인다.',
  },
  filterOf: { en: 'filter {n} of {of}', ko: '필터 {n} / {of}' },
  mapOf: { en: 'feature map {n} of {of}', ko: '특징맵 {n} / {of}' },
  neuronOf: { en: 'neuron {n} of {of}', ko: '뉴런 {n} / {of}' },
  valueOf: { en: 'value {n} of {of}', ko: '값 {n} / {of}' },
  placeOf: { en: 'place {at}', ko: '{at}번 자리' },
  classOf: { en: 'class {name}', ko: '클래스 {name}' },
  oneLoss: { en: 'loss of this picture', ko: '이 그림의 손실' },
  loss: { en: 'loss', ko: '손실' },

  centred: {
    en: 'window centred on row {row}, column {column}, counted from 0; drag it',
    ko: '창의 가운데는 {row}행 {column}열, 0부터 센다. 창을 끌어 보세요.',
  },
  cornered: {
    en: 'window from row {row}, column {column}, counted from 0; drag it',
    ko: '창은 {row}행 {column}열부터, 0부터 센다. 창을 끌어 보세요.',
  },
  atPlace: { en: 'row {row}, column {column}, counted from 0', ko: '{row}행 {column}열, 0부터 센다' },

  forward: { en: 'Forward', ko: '순전파' },
  backward: { en: 'Backward', ko: '역전파' },
  enlarged: { en: 'picture, enlarged', ko: '그림, 확대' },
  mapIn: { en: 'map {n} of {of}', ko: '특징맵 {n} / {of}' },
  inputMap: {
    en: 'What comes in, window at row {row}, column {column}; arrow keys move it',
    ko: '들어오는 맵, 창은 {row}행 {column}열. 화살표 키로 옮깁니다',
  },
  kernelMap: {
    en: 'Kernel w, row {row}, column {column}; arrow keys go from weight to weight',
    ko: '커널 w, {row}행 {column}열. 화살표 키로 가중치를 옮겨 다닙니다',
  },
  outputMap: {
    en: 'The map that comes out, row {row}, column {column}; arrow keys move it',
    ko: '나가는 맵, {row}행 {column}열. 화살표 키로 옮깁니다',
  },
  window: { en: 'window x', ko: '창 x' },
  kernel: { en: 'kernel w', ko: '커널 w' },
  products: { en: 'products', ko: '곱' },
  weightAt: { en: 'weight at row {row}, column {column}', ko: '{row}행 {column}열의 가중치' },
  cellSays: {
    en: 'row {row}, column {column} of the kernel: {x} × {w} = {product}',
    ko: '커널의 {row}행 {column}열: {x} × {w} = {product}',
  },
  channels: { en: 'Channels that come in', ko: '들어오는 채널' },
  channelsLine: {
    en: '{n} channels come in; each has its own part of the kernel',
    ko: '채널 {n}개가 들어오고, 채널마다 커널이 따로 있다',
  },
  channel: { en: 'channel {n}: {sum}', ko: '채널 {n}: {sum}' },
  sum: { en: 'sum', ko: '합' },
  sumOf: { en: 'sum of the {n}', ko: '{n}개의 합' },
  sumOfChannel: { en: 'channel {c}: sum of the {n}', ko: '채널 {c}: {n}개의 합' },
  sumOver: { en: 'sum over {n} channels', ko: '채널 {n}개의 합' },
  bias: { en: 'bias of filter {n}', ko: '필터 {n}의 편향' },
  biasOf: { en: 'bias of {name}', ko: '{name}의 편향' },
  overChannels: { en: 'over all channels of this place', ko: '이 자리의 모든 채널에 걸쳐' },

  film: { en: 'Film', ko: '필름' },
  play: { en: 'Let the window move on', ko: '창을 계속 옮기기' },
  pause: { en: 'Stop the window', ko: '창 멈추기' },
  next: { en: 'Next cell', ko: '다음 칸' },
  back: { en: 'Cell before', ko: '이전 칸' },
  byHand: { en: 'By hand', ko: '직접 정하기' },
  byName: { en: 'Kernels by name', ko: '이름 있는 커널' },
  setByHand: {
    en: 'Drag or type a weight of the kernel, or take one of these.',
    ko: '커널의 가중치를 끌거나 입력하세요. 아래에서 골라도 됩니다.',
  },
  noMiddle: {
    en: 'A kernel of this size has no middle: those with a name need odd sides.',
    ko: '이 크기의 커널에는 가운데 칸이 없다. 이름 있는 커널은 변이 홀수여야 한다.',
  },
  freezeLayer: { en: 'Freeze this layer (trainable = False)', ko: '이 층 고정(trainable = False)' },
  goesOn: { en: 'It learns on from there.', ko: '거기서부터 이어서 학습한다.' },

  map: { en: 'feature map', ko: '특징맵' },
  maxKeeps: { en: '{type} keeps the largest of each {pool}', ko: '{type}: {pool}칸에서 가장 큰 값만 넘긴다' },
  meanKeeps: { en: '{type} gives the mean of each {pool}', ko: '{type}: {pool}칸의 평균을 넘긴다' },
  leftOut: {
    en: 'No window of {type} covers this cell: it is left out.',
    ko: '{type}의 어느 창에도 들지 않는 칸이라 버려진다.',
  },
  rowColumn: { en: 'row {row}, column {column}', ko: '{row}행 {column}열' },
  lookAfter: { en: 'What the next layer makes of it', ko: '다음 층이 만드는 것' },

  side: { en: 'Beside it', ko: '옆에 보일 것' },
  gradient: { en: 'slope', ko: '기울기' },
  old: { en: 'kernel before', ko: '갱신 전 커널' },
  fresh: { en: 'after', ko: '갱신 후' },
  gradientLine: {
    en: 'slope: the mean over the batch of {k}; the update goes against it',
    ko: '기울기는 배치 {k}개의 평균이고, 갱신은 그 반대로 간다',
  },
  notYet: { en: 'not yet', ko: '아직 없음' },
  cellMoves: {
    en: 'row {row}, column {column}: slope {slope}, {before} → {after}',
    ko: '{row}행 {column}열: 기울기 {slope}, {before} → {after}',
  },
  biasMoves: { en: 'b: slope {slope}, {before} → {after}', ko: 'b: 기울기 {slope}, {before} → {after}' },
  reaches: { en: 'slope δ that reaches this cell', ko: '이 칸에 닿는 기울기 δ' },
  drawn: {
    en: 'A drawn picture has no answer, so no error comes back from it.',
    ko: '손으로 그린 그림에는 정답이 없어서 돌아오는 오차도 없다.',
  },
  frozen: {
    en: 'This layer is frozen (trainable = False): its weights stay.',
    ko: '이 층은 고정되어 있다(trainable = False). 가중치는 그대로다.',
  },

  largest: {
    en: 'the largest: row {row}, column {column} of what comes in',
    ko: '가장 큰 값은 들어온 맵의 {row}행 {column}열에 있다',
  },
  mean: { en: 'mean of the {n}', ko: '{n}개의 평균' },
  max: { en: 'largest of the {n}', ko: '{n}개 중 가장 큰 값' },
  inPadding: { en: 'Padding counts for nothing.', ko: '패딩은 세지 않는다.' },
  goesToOne: {
    en: 'The slope {slope} that reaches this cell goes to row {row}, column {column} alone; the others get 0.',
    ko: '이 칸에 닿는 기울기 {slope}은 {row}행 {column}열로만 간다. 나머지는 0을 받는다.',
  },
  goesToAll: {
    en: 'The slope {slope} that reaches this cell is shared out evenly among {n} cells.',
    ko: '이 칸에 닿는 기울기 {slope}을 {n}개의 칸이 똑같이 나누어 받는다.',
  },
  given: { en: 'slope that each cell gets', ko: '칸마다 받는 기울기' },

  flattened: {
    en: 'place = (row × {columns} + column) × {maps} + channel',
    ko: '자리 = (행 × {columns} + 열) × {maps} + 채널',
  },
  placeIs: { en: 'place {place} of {of}, counted from 0', ko: '{of}개 중 {place}번 자리, 0부터 센다' },
  cellIs: {
    en: 'channel {map}, row {row}, column {column}: value {value}.',
    ko: '채널 {map}, {row}행 {column}열: 값 {value}.',
  },
  vector: {
    en: 'The list, place {place}; arrow keys move along it',
    ko: '펼친 목록, {place}번 자리. 화살표 키로 옮깁니다',
  },
  fly: { en: 'Lay it out again', ko: '다시 펼치기' },
  aroundHere: { en: 'Places round this one', ko: '이 자리의 앞뒤' },
  channelFromZero: {
    en: 'Map {n} is channel {map} here: in this formula channels count from 0, as rows do.',
    ko: '여기서 {n}번째 특징맵은 채널 {map}이다. 이 식에서는 채널도 행처럼 0부터 센다.',
  },

  fromMap: { en: 'map {n}, row {row}, column {column}', ko: '특징맵 {n}, {row}행 {column}열' },
  fromPixel: { en: 'pixel row {row}, column {column}', ko: '픽셀 {row}행 {column}열' },
  fromNeuron: { en: 'neuron {n}', ko: '뉴런 {n}' },
  fromValue: { en: 'value {n}', ko: '값 {n}' },
  input: { en: 'input', ko: '입력' },
  weight: { en: 'weight', ko: '가중치' },
  product: { en: 'product', ko: '곱' },
  strongest: { en: 'The largest terms of the sum', ko: '합에서 가장 큰 항들' },
  others: { en: '{n} others together', ko: '나머지 {n}개의 합' },
  weightFrom: { en: 'weight from {from}', ko: '{from}에서 오는 가중치' },
  slopeHere: { en: 'slope here', ko: '이 그림의 기울기' },
  meanSlope: { en: 'mean slope', ko: '평균 기울기' },
  change: { en: 'before → after', ko: '갱신 전 → 후' },
  passes: { en: 'slope that reaches it', ko: '여기에 닿는 기울기' },
  comesIn: { en: 'comes in', ko: '들어온 값' },
  goesOut: { en: 'goes out', ko: '나가는 값' },

  batchIn: {
    en: '{batch}, {k} pictures: this picture is in it',
    ko: '{batch}, 그림 {k}개: 이 그림이 들어 있다',
  },
  batchLater: {
    en: '{batch}, {k} pictures: this picture comes in batch {j}',
    ko: '{batch}, 그림 {k}개: 이 그림은 배치 {j}에 나온다',
  },
  batchUsed: {
    en: '{batch}, {k} pictures: this picture was in an earlier one of this epoch',
    ko: '{batch}, 그림 {k}개: 이 그림은 이번 에포크의 앞선 배치에 있었다',
  },
  batchNever: {
    en: '{batch}, {k} pictures: this is a validation picture, never trained on',
    ko: '{batch}, 그림 {k}개: 이 그림은 검증 데이터라 학습에 쓰이지 않는다',
  },

  receptive: {
    en: 'receptive field: rows {a}–{b}, columns {c}–{d}',
    ko: '수용 영역: {a}–{b}행, {c}–{d}열',
  },
  receptivePart: {
    en: 'receptive field: within rows {a}–{b}, columns {c}–{d}',
    ko: '수용 영역: {a}–{b}행, {c}–{d}열 안의 일부',
  },
  receptiveNone: { en: 'receptive field: padding alone', ko: '수용 영역: 패딩뿐' },
  validSize: {
    en: 'valid: ⌊({n} − {k}) / {s}⌋ + 1 = {out} {sides}',
    ko: 'valid: {sides} ⌊({n} − {k}) / {s}⌋ + 1 = {out}',
  },
  sameSize: {
    en: 'same: ⌈{n} / {s}⌉ = {out} {sides}',
    ko: 'same: {sides} ⌈{n} / {s}⌉ = {out}',
  },
  leftOver: { en: '{rest}, {left} left out', ko: '{rest}, {left}줄 버림' },
  zerosRound: { en: '{rest}, zeros {before} + {after}', ko: '{rest}, 둘레의 0 {before} + {after}줄' },
  paddingRound: { en: '{rest}, padding {before} + {after}', ko: '{rest}, 패딩 {before} + {after}줄' },
  rowsAndColumns: { en: 'rows and columns', ko: '행과 열' },
  rows: { en: 'rows', ko: '행' },
  columns: { en: 'columns', ko: '열' },
  pictureIn: { en: 'The picture and the receptive field', ko: '그림과 수용 영역' },
} as const satisfies Record<string, Text>;
