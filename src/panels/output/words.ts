import type { Text } from '../../text.ts';

/** The words of the Output panel. */
export const words = {
  output: { en: 'Output', ko: '출력' },
  right: { en: '{right} of {rows}', ko: '{rows}개 중 {right}개' },
  rightRest: { en: 'right', ko: '맞음' },
  wrongValidation: { en: '{wrong} of {rows}', ko: '검증 {rows}개 중 {wrong}개' },
  wrongValidationRest: { en: 'validation points wrong', ko: '틀림' },
  mapOf: { en: '{name} over the inputs x₁ and x₂', ko: '입력 x₁, x₂에 따른 {name}' },
  seenMap: { en: 'ŷ over what it sees: {first} and {second}', ko: '{first}, {second}에 따른 ŷ' },
  ramp: { en: 'Colours of {name}', ko: '{name}의 색' },
  side0: { en: '0 side', ko: '0 쪽' },
  side1: { en: '1 side', ko: '1 쪽' },
  carry: { en: 'Points carry their answer.', ko: '점에 적힌 수는 정답이다.' },
  answeredWrongly: { en: 'answered wrongly', ko: '틀린 점' },
  train: { en: 'train', ko: '훈련' },
  validation: { en: 'validation', ko: '검증' },
  wrongCount: { en: 'wrong {count}', ko: '틀림 {count}' },
  classNamed: { en: 'class {class}', ko: '클래스 {class}' },
  surer: { en: 'stronger: surer', ko: '진할수록 확신' },
  handle: {
    en: 'Handle {number} of the line. Arrow keys move it, Shift ten times as far.',
    ko: '직선의 손잡이 {number}. 화살표로 움직이고 Shift를 누르면 열 배로 움직인다.',
  },
  points: {
    en: 'Data points. Arrow keys go from point to point. Enter picks one up or puts it down; held, arrow keys move it. Delete removes it.',
    ko: '데이터 점. 화살표로 점을 옮겨 다닌다. Enter로 집거나 놓고, 집은 동안 화살표로 움직인다. Delete로 지운다.',
  },
  seenPoints: {
    en: 'The data points where ŷ sees them. Arrow keys go from point to point.',
    ko: 'ŷ이 보는 자리의 데이터 점. 화살표로 점을 옮겨 다닌다.',
  },
  adding: {
    en: 'Add points of class {class}. Arrow keys move the cross-hair, Enter adds a point there.',
    ko: '클래스 {class}인 점 추가. 화살표로 십자선을 움직이고 Enter로 점을 놓는다.',
  },
  point: { en: 'Point {place}', ko: '점 {place}' },
  answer: { en: 'answer {answer}', ko: '정답 {answer}' },
  predicted: { en: 'predicted {shown}', ko: '예측 {shown}' },
  verdictRight: { en: 'right', ko: '맞음' },
  verdictWrong: { en: 'wrong', ko: '틀림' },
  inputsTitle: { en: 'the inputs,', ko: '입력 평면' },
  inputsNames: { en: 'x₁ and x₂', ko: 'x₁, x₂' },
  seenTitle: { en: 'what ŷ sees,', ko: 'ŷ이 보는 평면' },
  seenNames: { en: '{first} and {second}', ko: '{first}, {second}' },
  both1: { en: 'both 1', ko: '둘 다 1' },
  from: { en: 'from {places}', ko: '{places}이 옮겨 온 곳' },
  and: { en: ' and ', ko: ', ' },
  hidden: { en: 'Predictions are hidden; H shows them.', ko: '예측을 숨겼다. H를 누르면 보인다.' },
  builtInputs: {
    en: 'Two lines. Between them OR and NAND are both 1: the band.',
    ko: '직선 두 개. 그 사이 띠에서 OR와 NAND가 모두 1이다.',
  },
  builtSeen: {
    en: 'The four points have become three. One line is enough.',
    ko: '네 점이 세 점이 되었다. 이제 직선 하나면 된다.',
  },
  plainInputs: { en: 'Each point at its inputs.', ko: '점마다 자기 입력 자리에 있다.' },
  plainSeen: {
    en: 'The same points after the hidden layer: the output neuron parts them by one line.',
    ko: '은닉층을 지난 같은 점들. 출력 뉴런은 직선 하나로 나눈다.',
  },
  carried: {
    en: 'The hidden layer carries each point to a new place: (x₁, x₂) → ({first}, {second}).',
    ko: '은닉층은 점마다 새 자리로 옮긴다: (x₁, x₂) → ({first}, {second}).',
  },
} as const satisfies Record<string, Text>;
