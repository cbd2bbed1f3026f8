import * as v from 'valibot';
import type { TextField } from '../engine/callbacks/callback.ts';
import { metricNames } from '../engine/metrics/index.ts';
import type { Text } from '../text.ts';

/** The most letters of a text in a document, e.g. the template of a file name. */
const MOST_LETTERS = 120;
/** No control characters, no signs that turn the direction of writing, no halves of letters, no new lines. */
const PLAIN = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;

/** Why a text cannot stand in a field, as a sentence for a person; null if it can. */
export const refuseLetters = ({ words: { en, ko } }: TextField, value: string): Text | null => {
  if (value === '') return { en: `${en} cannot be empty.`, ko: `${ko}에는 글자를 적어 주세요.` };
  if (value.length > MOST_LETTERS) {
    return {
      en: `${en} can have at most ${MOST_LETTERS} letters.`,
      ko: `${ko}에는 ${MOST_LETTERS}자까지 적을 수 있습니다.`,
    };
  }
  return PLAIN.test(value)
    ? null
    : {
        en: `${en} can only have letters that show: no line breaks or control characters.`,
        ko: `${ko}에는 보이는 글자만 적어 주세요. 줄바꿈이나 제어 문자는 쓸 수 없습니다.`,
      };
};

export const lettersOf = (field: TextField) =>
  v.pipe(
    v.string(),
    v.check((value) => refuseLetters(field, value) === null),
  );

/** Names that a log can have, and "acc", which courses of before Keras 3 still watch. */
const LOGGED = ['loss', 'acc', ...metricNames];

/** What can be watched: a name of the log, of training or validation, or the rate that callbacks add to it. */
export const monitorSchema = v.picklist([...LOGGED, ...LOGGED.map((name) => `val_${name}`), 'learning_rate']);
