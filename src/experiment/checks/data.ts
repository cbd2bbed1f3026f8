import { exactPoints, rowsOf } from '../../data/data.ts';
import { rowWords } from '../../data/rowWords.ts';
import { particle } from '../../text.ts';
import type { Problem } from '../problem.ts';
import type { Design } from '../experiment.ts';
import { setSplit } from '../moves.ts';
import { kerasSays } from './keras.ts';

/** Does a validation share leave something on both sides? Keras refuses it with one message where either is empty. */
export const checkData = (design: Design): Problem[] => {
  const { validation_split } = design.fit;
  const rows = rowsOf(design.data);
  const noun = rowWords(design.data, rows);
  const trained = Math.floor(rows * (1 - validation_split));
  if (exactPoints(design.data) !== null || validation_split === 0 || (trained > 0 && trained < rows))
    return [];
  const share = String(validation_split);
  return [
    {
      where: { part: 'fit' },
      kind: 'refused',
      text:
        trained === 0
          ? {
              en: `Of ${rows} ${noun.en}, a validation share of ${share} leaves none to train on.`,
              ko: `${noun.ko}${particle(noun.ko, '이', '가')} ${rows}개라 검증 비율 ${share}${particle(share, '을', '를')} 떼면 훈련할 ${noun.ko}${particle(noun.ko, '이', '가')} 남지 않는다.`,
            }
          : {
              en: `Of ${rows} ${noun.en}, a validation share of ${share} takes none to validate on.`,
              ko: `${noun.ko}${particle(noun.ko, '이', '가')} ${rows}개라 검증 비율 ${share}${particle(share, '으로', '로')}는 검증할 ${noun.ko}${particle(noun.ko, '이', '가')} 하나도 나오지 않는다.`,
            },
      keras: kerasSays.split(rows, validation_split),
      fix: { words: { en: 'No validation', ko: '검증 없이' }, patch: setSplit(design, 0) },
    },
  ];
};
