import type { Stage } from '../../state/view.ts';
import type { Text } from '../../text.ts';

/** Id of the panel that the stages change, and of each stage's tab. */
export const STAGE_PANEL = 'stage';
export const tabOf = (stage: Stage): string => `stage-${stage}`;

/** The four steps of the course, in their order. */
export const STAGES: readonly { readonly stage: Stage; readonly name: Text; readonly hint: Text }[] = [
  {
    stage: 'design',
    name: { en: 'Design', ko: '구조 설계' },
    hint: { en: 'stack input, hidden and output layers', ko: '입력층, 중간층, 출력층을 쌓는다' },
  },
  {
    stage: 'compile',
    name: { en: 'Compile', ko: '학습방법 설정' },
    hint: { en: 'choose loss, optimizer, metrics', ko: '손실, 최적화, 평가지표를 정한다' },
  },
  {
    stage: 'fit',
    name: { en: 'Fit', ko: '모델 학습' },
    hint: { en: 'fit the weights to the data', ko: '데이터로 가중치를 맞춘다' },
  },
  {
    stage: 'evaluate',
    name: { en: 'Evaluate', ko: '모델 평가' },
    hint: { en: 'check on data it has not seen', ko: '처음 보는 데이터로 확인한다' },
  },
];
