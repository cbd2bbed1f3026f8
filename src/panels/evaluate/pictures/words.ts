import type { Text } from '../../../text.ts';

/** The words of the Evaluate stage where the data are pictures. */
export const words = {
  predict: { en: 'Predict', ko: '예측' },
  inDesign: { en: 'on the pad in Design', ko: '구조 설계의 그림판에서' },
  drawYourOwn: { en: 'Draw your own', ko: '직접 그리기' },
  surest: { en: 'Surest', ko: '가장 확신한 것' },
  which: { en: 'Which pictures', ko: '어떤 그림' },
  wrong: { en: 'mistakes', ko: '틀린 것' },
  right: { en: 'right', ko: '맞힌 것' },
  cell: { en: '{answer} taken for {predicted}', ko: '{answer:을/를} {predicted:으로/로} 본 그림' },
  cellRight: { en: '{answer}, right', ko: '{answer}, 맞음' },
  all: { en: 'All', ko: '모두' },
  arrow: { en: 'answer → prediction', ko: '정답 → 예측' },
  sample: {
    en: 'Picture {id}, answer {answer}, predicted {predicted}, {value}',
    ko: '그림 {id}, 정답 {answer}, 예측 {predicted}, {value}',
  },
  noneWrong: { en: 'No picture is answered wrongly.', ko: '틀린 그림이 없다.' },
  noneRight: { en: 'No picture is answered rightly.', ko: '맞힌 그림이 없다.' },
  noneHere: { en: 'No picture is in this cell.', ko: '이 칸에는 그림이 없다.' },
  dropFiles: {
    en: 'Drop MNIST’s files in Design, and real digits are judged as well.',
    ko: '구조 설계에 MNIST 파일을 넣으면 실제 숫자도 함께 평가한다.',
  },
  unseen: { en: 'None of these was learned from.', ko: '이 가운데 배운 것은 하나도 없다.' },
  counting: { en: 'Counting, of {n} in all.', ko: '모두 {n}개를 세는 중.' },
  atEpoch: { en: 'Counted at epoch {e}.', ko: '{e}에포크에 센 결과다.' },
  more: { en: 'and {n} more', ko: '그 밖에 {n}개' },
} as const satisfies Record<string, Text>;
