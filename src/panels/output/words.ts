import type { Text } from '../../text.ts';

/** The words of the Output panel. */
export const words = {
  output: { en: 'Output', ko: '출력' },
  right: { en: '{right} of {rows}', ko: '{rows}개 중 {right}개' },
  rightRest: { en: 'right', ko: '맞음' },
  wrongValidation: { en: '{wrong} of {rows}', ko: '검증 {rows}개 중 {wrong}개' },
  wrongValidationRest: { en: 'validation points wrong', ko: '틀림' },
  mapOf: { en: '{name} over the inputs x₁ and x₂', ko: '입력 x₁, x₂에 따른 {name}' },
  ramp: { en: 'Colours of {name}', ko: '{name}의 색' },
  side0: { en: '0 side', ko: '0 쪽' },
  side1: { en: '1 side', ko: '1 쪽' },
  carry: { en: 'Points carry their answer.', ko: '점에 적힌 수는 정답이다.' },
  answeredWrongly: { en: 'answered wrongly', ko: '틀린 점' },
  train: { en: 'train', ko: '훈련' },
  validation: { en: 'validation', ko: '검증' },
  wrongCount: { en: 'wrong {count}', ko: '틀림 {count}' },
  classNamed: { en: 'class {class}', ko: '클래스 {class}' },
  colourIsAnswer: { en: 'Points carry the colour of their y.', ko: '점의 색은 정답 y의 색이다.' },
  surer: { en: 'stronger: surer', ko: '진할수록 확신' },
  handle: {
    en: 'Handle {number} of the line. Arrow keys move it, Shift ten times as far.',
    ko: '직선의 손잡이 {number}. 화살표로 움직이고 Shift를 누르면 열 배로 움직인다.',
  },
  points: {
    en: 'Data points. Arrow keys go from point to point. Enter picks one up or puts it down; held, arrow keys move it. Delete removes it.',
    ko: '데이터 점. 화살표로 점을 옮겨 다닌다. Enter로 집거나 놓고, 집은 동안 화살표로 움직인다. Delete로 지운다.',
  },
  adding: {
    en: 'Add points of class {class}. Arrow keys move the cross-hair, Enter adds a point there.',
    ko: '클래스 {class}인 점 추가. 화살표로 십자선을 움직이고 Enter로 점을 놓는다.',
  },
  addingHere: {
    en: 'Add points. Arrow keys move the cross-hair, Enter adds a point there.',
    ko: '점 추가. 화살표로 십자선을 움직이고 Enter로 점을 놓는다.',
  },
  addingNumber: {
    en: 'Add points with the answer {y}. Arrow keys move the cross-hair, Enter adds a point there.',
    ko: '정답이 {y}인 점 추가. 화살표로 십자선을 움직이고 Enter로 점을 놓는다.',
  },
  point: { en: 'Point {place}', ko: '점 {place}' },
  answer: { en: 'answer {answer}', ko: '정답 {answer}' },
  predicted: { en: 'predicted {shown}', ko: '예측 {shown}' },
  error: { en: 'error {error}', ko: '오차 {error}' },
  verdictRight: { en: 'right', ko: '맞음' },
  verdictWrong: { en: 'wrong', ko: '틀림' },
  hidden: { en: 'Predictions are hidden; H shows them.', ko: '예측을 숨겼다. H를 누르면 보인다.' },
} as const satisfies Record<string, Text>;
