import { recordCategorical } from './categorical_crossentropy.ts';
import { fromLogits } from './fields.ts';
import type { Loss } from './loss.ts';

export const sparse_categorical_crossentropy: Loss = {
  name: 'sparse_categorical_crossentropy',
  words: { en: 'sparse categorical cross-entropy', ko: '희소 범주형 교차 엔트로피' },
  line: {
    en: 'For several classes, when answers are integers.',
    ko: '다중분류에 쓴다. 정답이 정수일 때.',
  },
  fields: [fromLogits],
  answers: 'integer',
  joins: 'softmax',
  record: (tape, compared) => recordCategorical(tape, compared, compared.answers),
};
