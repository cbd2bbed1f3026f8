import type { Text } from '../../text.ts';

/** The words of the Fit column. */
export const words = {
  fit: { en: 'Fit', ko: '모델 학습' },
  untilPaused: { en: 'until paused', ko: '멈출 때까지' },
  epochsHint: { en: 'empty: until paused', ko: '비우면 멈출 때까지' },
  parted: {
    en: '{n} points: {train} to train, {validation} to validate.',
    ko: '점 {n}개: 훈련 {train}개, 검증 {validation}개.',
  },
  single: { en: '1 point, used to train.', ko: '점 1개를 훈련에 쓴다.' },
  all: { en: '{n} points, all of them to train.', ko: '점 {n}개를 모두 훈련에 쓴다.' },
  even: {
    en: '{train} / {size} = {k} updates an epoch.',
    ko: '{train} / {size} = {k}: 한 에포크에 {k}번 갱신한다.',
  },
  one: {
    en: '{train} / {size} = 1 update an epoch.',
    ko: '{train} / {size} = 1: 한 에포크에 한 번 갱신한다.',
  },
  ragged: {
    en: '{train} / {size} = {share}: {k} updates an epoch, the last with {rest}.',
    ko: '{train} / {size} = {share}: 한 에포크에 {k}번 갱신하고, 마지막 배치는 {rest}개다.',
  },
  whole: {
    en: 'Fewer than {size}: one batch of {train}, 1 update an epoch.',
    ko: '{size}개가 안 되므로 {train}개가 한 배치다. 한 에포크에 한 번 갱신한다.',
  },
  next: { en: 'Next batch, {i} of {n}', ko: '다음 배치, {n}개 중 {i}번째' },
  keeps: {
    en: 'A change here keeps the weights. Another validation_split starts over.',
    ko: '여기서 바꿔도 가중치는 그대로다. validation_split만 처음부터 학습한다.',
  },
} as const satisfies Record<string, Text>;
