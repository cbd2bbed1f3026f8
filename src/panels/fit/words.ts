import type { Text } from '../../text.ts';

/** The words of the Fit column. */
export const words = {
  fit: { en: 'Fit', ko: '모델 학습' },
  untilPaused: { en: 'until paused', ko: '멈출 때까지' },
  epochsHint: { en: 'empty: until paused', ko: '비우면 멈출 때까지' },
  parted: {
    en: '{n} {rows}: {train} to train, {validation} to validate.',
    ko: '{rows} {n}개: 훈련 {train}개, 검증 {validation}개.',
  },
  single: { en: '1 {rows}, used to train.', ko: '{rows} 1개를 훈련에 쓴다.' },
  all: { en: '{n} {rows}, all of them to train.', ko: '{rows} {n}개를 모두 훈련에 쓴다.' },
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
  noneYet: {
    en: 'The first epoch will be the best so far.',
    ko: '첫 에포크가 지금까지의 최고 기록이 된다.',
  },
  bestNow: { en: 'Epoch {e} is the best so far,', ko: '{e}에포크가 지금까지의 최고 기록이다.' },
  waitedOne: { en: '1 epoch without a better {monitor},', ko: '1에포크 동안 {monitor} 개선 없음,' },
  waited: { en: '{n} epochs without a better {monitor},', ko: '{n}에포크 동안 {monitor} 개선 없음,' },
  left: { en: '{n} left', ko: '남은 횟수 {n}' },
  more: { en: 'More', ko: '더 보기' },
  moreOf: { en: 'More settings of fit', ko: 'fit 설정 더 보기' },
  classWeight: {
    en: 'class_weight: what a {row} of each class counts in the training loss.',
    ko: 'class_weight: 훈련 손실에서 클래스마다 {row} 하나를 얼마로 치는지 정한다.',
  },
  classOf: { en: 'class {c}', ko: '클래스 {c}' },
  saved: { en: 'Saved models', ko: '저장된 모델' },
  earlier: { en: 'From other runs', ko: '다른 학습에서 저장' },
  savedAt: { en: 'epoch {e}', ko: '{e}에포크' },
  weightsOnly: { en: 'weights only', ko: '가중치만' },
  best: { en: 'best', ko: '최고 기록' },
  nMore: { en: '{n} more', ko: '{n}개 더 보기' },
  fewer: { en: 'Fewer', ko: '접기' },
  moreModels: { en: '{list}: {n} more', ko: '{list}: {n}개 더 보기' },
  fewerOf: { en: '{list}: fewer', ko: '{list}: 접기' },
  open: { en: 'Open', ko: '열기' },
  openOne: { en: 'Open {name}', ko: '{name} 열기' },
  remove: { en: 'Delete', ko: '삭제' },
  removeOne: { en: 'Delete {name}', ko: '{name} 삭제' },
  letGo: {
    en: 'The newest {n} are kept here; {k} older were let go.',
    ko: '최근 {n}개만 여기 남긴다. 오래된 {k}개는 지웠다.',
  },
  log: { en: 'Log', ko: '기록(log)' },
  noLog: { en: 'Nothing yet. Each epoch writes a line.', ko: '아직 없다. 에포크마다 한 줄씩 적힌다.' },
  copy: { en: 'Copy', ko: '복사' },
  copied: { en: 'Log copied.', ko: '기록을 복사했습니다.' },
  notCopied: {
    en: 'The browser did not allow copying. Select the lines and copy them by hand.',
    ko: '브라우저가 복사를 허락하지 않았습니다. 줄을 선택해 직접 복사해 주세요.',
  },
} as const satisfies Record<string, Text>;
