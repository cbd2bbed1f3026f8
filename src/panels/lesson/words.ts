import type { Text } from '../../text.ts';

/** The words round a lesson; those of its frames are in src/lessons. */
export const words = {
  lesson: { en: 'Lesson: {name}', ko: '강의: {name}' },
  close: { en: 'Close the lesson: your own work comes back', ko: '강의 닫기: 하던 실험으로 돌아갑니다' },
  task: { en: 'Try', ko: '해 보기' },
  back: { en: '‹ Back', ko: '‹ 이전' },
  next: { en: 'Next ›', ko: '다음 ›' },
  done: { en: 'Done', ko: '마침' },
  frames: { en: 'Frames of the lesson', ko: '강의 장면' },
  frame: { en: 'frame {n} of {all}', ko: '장면 {n} / {all}' },
  film: { en: 'Show as a film', ko: '영화처럼 보기' },
  still: { en: 'Stop the film', ko: '영화 멈추기' },
  toLesson: { en: '‹ Back to the lesson', ko: '‹ 강의로' },
  again: { en: 'Back to this frame', ko: '이 장면으로' },
  left: { en: '← left', ko: '← 왼쪽' },
  right: { en: 'right →', ko: '오른쪽 →' },
} as const satisfies Record<string, Text>;

/** What is so once a person has gone another way than the frame. */
export const LIVE = {
  falls: {
    en: 'The slope is negative, so w moves right, by −η × slope = −{rate} × ({slope}) = {move}.',
    ko: '기울기가 음수이므로 w는 오른쪽으로 간다. 이동량은 −η × 기울기 = −{rate} × ({slope}) = {move}.',
  },
  rises: {
    en: 'The slope is positive, so w moves left, by −η × slope = −{rate} × {slope} = {move}.',
    ko: '기울기가 양수이므로 w는 왼쪽으로 간다. 이동량은 −η × 기울기 = −{rate} × {slope} = {move}.',
  },
  flat: {
    en: 'The slope is nearly 0, so w stays where it is.',
    ko: '기울기가 0에 가까우므로 w는 그대로 있다.',
  },
  place: { en: 'w is {w}, the loss is {loss}.', ko: 'w는 {w}, 손실은 {loss}.' },
} as const satisfies Record<string, Text>;
