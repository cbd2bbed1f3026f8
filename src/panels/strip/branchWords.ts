import type { Text } from '../../text.ts';

/** The words of the list of branches. */
export const words = {
  branches: { en: 'Branches', ko: '갈래' },
  nBranches: { en: 'Branches {n}', ko: '갈래 {n}' },
  about: {
    en: 'Runs that were left when something was changed. Their curves are drawn in grey.',
    ko: '무언가를 바꾸며 떠나온 학습들. 곡선은 회색으로 그린다.',
  },
  none: { en: 'No branches.', ko: '갈래가 없다.' },
  this: { en: 'this run', ko: '지금 학습' },
  lossAt: { en: 'loss at epoch {e}', ko: '에포크 {e}의 손실' },
  reached: { en: 'epoch {e} · loss {loss}', ko: '에포크 {e} · loss {loss}' },
  validated: {
    en: 'epoch {e} · loss {loss} · val_loss {val}',
    ko: '에포크 {e} · loss {loss} · val_loss {val}',
  },
  shorter: { en: 'It ends before this epoch.', ko: '이 에포크까지 가지 않았다.' },
  rename: { en: 'Rename “{name}”', ko: '{name}: 이름 바꾸기' },
  nameOf: { en: 'Name of the branch', ko: '갈래의 이름' },
  show: { en: 'Show again', ko: '다시 보기' },
  showOne: { en: 'Show “{name}” again', ko: '{name} 다시 보기' },
  curveOnly: {
    en: 'Only its curve was kept: it cannot be shown again.',
    ko: '곡선만 남아 있어 다시 볼 수 없다.',
  },
  beside: { en: 'Beside', ko: '함께 그리기' },
  besideOne: { en: 'Draw “{name}” beside', ko: '{name} 함께 그리기' },
  otherLoss: {
    en: 'Its loss measures something else, so it is not drawn.',
    ko: '손실이 재는 것이 달라 함께 그리지 않는다.',
  },
  remove: { en: 'Delete', ko: '지우기' },
  removeOne: { en: 'Delete “{name}”', ko: '{name} 지우기' },
} as const satisfies Record<string, Text>;
