import type { Text } from '../../text.ts';

/** The words of the Evaluate stage. */
export const words = {
  evaluate: { en: 'Evaluate', ko: '모델 평가' },
  parted: { en: '{train} to train, {validation} to validate', ko: '훈련 {train}개, 검증 {validation}개' },
  allTrain: { en: '{train} points, all to train', ko: '점 {train}개, 모두 훈련' },
  oneTrain: { en: '1 point, to train', ko: '점 1개, 훈련' },
  validationAccuracy: { en: 'Validation accuracy', ko: '검증 정확도' },
  trainingAccuracy: { en: 'Training accuracy', ko: '훈련 정확도' },
  tally: { en: '{right} of {rows} right, {wrong} wrong', ko: '{rows}개 중 {right}개 맞음, {wrong}개 틀림' },
  accuracies: { en: 'Accuracy', ko: '정확도' },
  train: { en: 'train', ko: '훈련' },
  validation: { en: 'validation', ko: '검증' },
  accuracyOf: { en: 'Accuracy, {set}', ko: '{set} 정확도' },
  lossAndMetrics: { en: 'Loss and metrics', ko: '손실과 평가지표' },
  trust: {
    en: 'The training points were learned from, the validation points were not. Trust validation.',
    ko: '훈련 점은 보고 배운 점이고, 검증 점은 처음 보는 점이다. 검증을 믿으세요.',
  },
  notYet: { en: 'not yet', ko: '아직' },
  matrix: { en: 'Confusion matrix', ko: '혼동 행렬' },
  axes: { en: 'rows: the answer, columns: the prediction', ko: '행: 정답, 열: 예측' },
  rowsShown: { en: 'Points counted', ko: '세는 점' },
  answer: { en: 'answer', ko: '정답' },
  sum: { en: 'sum', ko: '합' },
  counted: {
    en: 'answer {answer}, predicted {predicted}: {n}',
    ko: '정답 {answer}, 예측 {predicted}: {n}개',
  },
  perClass: { en: 'Per class', ko: '클래스별' },
  class: { en: 'class', ko: '클래스' },
  precision: { en: 'precision', ko: '정밀도' },
  recall: { en: 'recall', ko: '재현율' },
  precisionLine: {
    en: 'precision: of what it calls {c}, {p} is {c}',
    ko: '정밀도: {c:이라고/라고} 답한 것 중 정말 {c}인 비율 {p}',
  },
  recallLine: {
    en: 'recall: of the real {c}s it finds {r}',
    ko: '재현율: 실제 {c} 가운데 {c:이라고/라고} 답한 비율 {r}',
  },
  mistakes: { en: 'Wrong points, surest first', ko: '틀린 점, 확신이 큰 순' },
  arrow: { en: 'answer → prediction', ko: '정답 → 예측' },
  none: { en: 'No point is answered wrongly.', ko: '틀린 점이 없다.' },
  hidden: {
    en: 'Predictions are hidden. Press H to show them.',
    ko: '예측을 숨겼다. H를 누르면 보인다.',
  },
  pointing: {
    en: 'Point ({x1}, {x2}), answer {answer}, predicted {predicted}, {value}',
    ko: '점 ({x1}, {x2}), 정답 {answer}, 예측 {predicted}, {value}',
  },
  more: { en: 'and {n} more', ko: '그 밖에 {n}개' },
} as const satisfies Record<string, Text>;
