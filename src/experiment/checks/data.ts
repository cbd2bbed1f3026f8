import { isExactGate, rowsOf } from '../../data/data.ts';
import { particle } from '../../text.ts';
import type { Problem } from '../problem.ts';
import type { Design } from '../experiment.ts';
import { setSplit } from '../moves.ts';
import { kerasSays } from './keras.ts';

/** Does a validation share leave something to train on? */
export const checkData = (design: Design): Problem[] => {
  const { validation_split } = design.fit;
  const rows = rowsOf(design.data);
  if (isExactGate(design.data) || Math.floor(rows * (1 - validation_split)) > 0) return [];
  const share = String(validation_split);
  return [
    {
      where: { part: 'fit' },
      kind: 'refused',
      text: {
        en: `Of ${rows} points, a validation share of ${share} leaves none to train on.`,
        ko: `점이 ${rows}개라 검증 비율 ${share}${particle(share, '을', '를')} 떼면 훈련할 점이 남지 않는다.`,
      },
      keras: kerasSays.split(rows, validation_split),
      fix: { words: { en: 'No validation', ko: '검증 없이' }, patch: setSplit(design, 0) },
    },
  ];
};
