import { type Text, unbroken } from '../../../text.ts';

const BOX = unbroken('20 × 20');

/** The words of the Design column where the data are pictures. */
export const words = {
  data: { en: 'Data', ko: '데이터' },
  drawn: { en: '{h} × {w}, drawn', ko: '{h} × {w}, 직접 그림' },
  shown: { en: '{h} × {w}, answer {answer}', ko: '{h} × {w}, 정답 {answer}' },
  pad: { en: 'Drawing pad, {h} × {w} pixels', ko: '그림판, {h} × {w}픽셀' },
  keys: {
    en: 'Arrows move the cross, Space draws, Enter puts the pen down or lifts it.',
    ko: '화살표로 십자를 옮기고, 스페이스로 그리고, Enter로 펜을 내리거나 드세요.',
  },
  shiftKeys: { en: 'Arrows shift the picture.', ko: '화살표로 그림을 옮기세요.' },
  keysBriefly: {
    en: 'Arrows move, Space draws, Enter holds',
    ko: '화살표 이동, 스페이스 그리기, Enter 펜 고정',
  },
  place: {
    en: 'row {row}, column {column}, pen up',
    ko: '행 {row}, 열 {column}, 펜 듦',
  },
  placeDown: {
    en: 'row {row}, column {column}, pen down',
    ko: '행 {row}, 열 {column}, 펜 내림',
  },
  tool: { en: 'What the pen does', ko: '펜으로 할 일' },
  draw: { en: 'draw', ko: '그리기' },
  erase: { en: 'erase', ko: '지우기' },
  shift: { en: 'shift', ko: '옮기기' },
  clear: { en: 'Clear', ko: '비우기' },
  framed: { en: 'As MNIST frames it', ko: 'MNIST처럼 맞추기' },
  framedHint: {
    en: `Fitted to ${BOX}, its centre of mass in the middle.`,
    ko: `${BOX}에 맞추고 무게중심을 가운데에 둔다.`,
  },
  asItLies: { en: 'It goes in as it lies on the sheet.', ko: '그린 자리 그대로 들어간다.' },
  drawnOver: {
    en: 'On a picture of the data it stays where you draw it. Clear the sheet to have your own picture framed.',
    ko: '데이터의 그림 위에 그린 것은 그 자리 그대로 들어간다. 비우고 그리면 맞춰 준다.',
  },
  dataFramed: { en: 'This picture of the data is framed already.', ko: '데이터의 그림은 이미 맞춰져 있다.' },
  goesIn: { en: 'The picture that goes into the network', ko: '신경망에 들어가는 그림' },
  fromValidation: { en: 'From the validation set', ko: '검증 데이터에서' },
  fromTraining: { en: 'From the training set', ko: '훈련 데이터에서' },
  others: { en: 'Others', ko: '다른 그림' },
  sample: { en: 'Picture {id}, answer {answer}', ko: '그림 {id}, 정답 {answer}' },
  readsAs: { en: 'Reads as', ko: '예측' },
  second: { en: 'Then {a} with {p}.', ko: '다음은 {a} {p}.' },
  secondAndThird: { en: 'Then {a} with {p} and {b} with {q}.', ko: '다음은 {a} {p}, {b} {q}.' },
  right: { en: 'That is right.', ko: '맞았다.' },
  wrong: { en: 'The answer is {answer}: wrong.', ko: '정답은 {answer}, 틀렸다.' },
  hidden: {
    en: 'Predictions are hidden. Press H to show them.',
    ko: '예측을 숨겼다. H를 누르면 보인다.',
  },
  notYet: { en: 'not yet', ko: '아직' },
  network: { en: 'Network', ko: '신경망' },
  parameters: { en: '{n} parameters', ko: '파라미터 {n}개' },
  files: { en: 'Digits from files', ko: '파일의 숫자' },
  dropHere: {
    en: 'Drop MNIST’s files here: pictures and labels.',
    ko: 'MNIST 파일(그림과 정답)을 여기에 놓으세요.',
  },
  chooseFiles: { en: 'Choose files', ko: '파일 고르기' },
  reading: { en: 'Reading …', ko: '읽는 중 …' },
  learnFrom: { en: 'Learn from them', ko: '이것으로 배우기' },
  learning: { en: 'These are learned from.', ko: '지금 이것으로 배운다.' },
  drawnAgain: { en: 'Back to drawn digits', ko: '그린 숫자로' },
  judged: {
    en: 'Evaluate shows how many of them are right.',
    ko: '모델 평가에서 몇 개를 맞히는지 볼 수 있다.',
  },
  takes: { en: '{n} MB in this browser.', ko: '이 브라우저에 {n} MB.' },
  delete: { en: 'Delete', ko: '지우기' },
  deleteThese: { en: 'Delete from this browser: {what}', ko: '이 브라우저에서 지우기: {what}' },
  howDrawn: { en: 'How they are drawn', ko: '그리는 방식' },
} as const satisfies Record<string, Text>;
