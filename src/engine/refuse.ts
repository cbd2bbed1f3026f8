import { same, type Text } from '../text.ts';
import { type Field, type NumberField, refuseNumber } from './fields.ts';
import { lossNames, losses } from './losses/index.ts';
import type { Plan } from './model.ts';
import { optimizerNames } from './optimizers/index.ts';
import { type Shape, tuple } from './shape.ts';

/*
 * What build() refuses before it makes anything. The page refuses at the field; this holds for whoever else asks.
 */

/** No side of an input, and no batch, is larger; what is smaller may still be too much for the memory. */
const MOST = 1_000_000_000;

/** Are all sides whole numbers of at least 1? */
export const isWhole = (shape: Shape): boolean => shape.every((side) => Number.isInteger(side) && side >= 1);

/** Why a plan cannot be built, whatever its layers are; null if it can. Of layers shapesOf() speaks. */
export const refusePlan = ({ inputs, batchSize, loss, lossSettings = {}, optimizer }: Plan): Text | null => {
  const input: unknown = typeof inputs === 'number' ? [inputs] : inputs;
  if (!Array.isArray(input) || !isWhole(input) || Math.max(...input) > MOST) return wrongInput(inputs);
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > MOST) {
    return {
      en: `batch_size must be a whole number between 1 and ${MOST}.`,
      ko: `batch_size에는 1부터 ${MOST}까지의 정수를 적어 주세요.`,
    };
  }
  if (!lossNames.includes(loss)) return notOneOf(same('loss'), lossNames);
  const type: unknown = typeof optimizer === 'string' ? optimizer : optimizer?.type;
  if (!optimizerNames.some((name) => name === type)) return notOneOf(same('optimizer'), optimizerNames);
  return refuseSettings(losses[loss].fields, lossSettings);
};

/** Why a spec's settings cannot stand in its fields: the first that cannot. A number that is null counts as not named. */
export const refuseSettings = (fields: readonly Field[], spec: object): Text | null => {
  const settings = new Map<string, unknown>(Object.entries(spec));
  for (const field of fields) {
    const value = settings.get(field.name);
    const named = settings.has(field.name) && !(field.kind === 'number' && value === null);
    const text = named ? refuseSetting(field, value) : null;
    if (text) return text;
  }
  return null;
};

const refuseSetting = (field: Field, value: unknown): Text | null => {
  switch (field.kind) {
    case 'number':
      return field.pair && Array.isArray(value) ? refusePair(field, value) : refuseSize(field, value);
    case 'choice':
      return refuseChoice(
        field.words,
        field.options.map((option) => option.value),
        value,
      );
    case 'switch':
      return typeof value === 'boolean' ? null : notOneOf(field.words, ['true', 'false']);
    case 'list':
      if (!Array.isArray(value) || value.length > field.most) return notList(field.words, field.most);
      return firstOf(value, (item) => refuseSize(field.item, item));
  }
};

const firstOf = (values: readonly unknown[], refuse: (value: unknown) => Text | null): Text | null => {
  for (const value of values) {
    const text = refuse(value);
    if (text) return text;
  }
  return null;
};

/** Up to where numbers can be counted, how large a size may be is for the page to say, and for the memory. */
const refuseSize = (field: NumberField, value: unknown): Text | null => {
  const number = typeof value === 'number' ? value : Number.NaN;
  return refuseNumber(
    field,
    field.integer && Number.isSafeInteger(number) ? Math.min(number, field.max) : number,
  );
};

const refusePair = (field: NumberField, values: readonly unknown[]): Text | null =>
  values.length === 2
    ? firstOf(values, (value) => refuseSize(field, value))
    : {
        en: `${field.words.en} must be one number, or two: for rows and for columns.`,
        ko: `${field.words.ko}에는 수 하나, 또는 행과 열의 수 둘을 적어 주세요.`,
      };

/** A choice is a name, or a thing of that name with settings of its own. */
const refuseChoice = (words: Text, names: readonly string[], value: unknown): Text | null => {
  const name: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : value;
  return names.some((one) => one === name) ? null : notOneOf(words, names);
};

const notOneOf = ({ en, ko }: Text, names: readonly string[]): Text => ({
  en: `${en} must be one of these: ${names.join(', ')}.`,
  ko: `${ko}에는 다음 가운데 하나를 적어 주세요: ${names.join(', ')}.`,
});

const notList = ({ en, ko }: Text, most: number): Text => ({
  en: `${en} must be a list of at most ${most} numbers.`,
  ko: `${ko}에는 수를 ${most}개까지 나열해 주세요.`,
});

const wrongInput = (inputs: unknown): Text => {
  const received = Array.isArray(inputs) ? tuple(inputs) : String(inputs);
  return {
    en: `The sides of an input row must be whole numbers between 1 and ${MOST}, not ${received}.`,
    ko: `입력 한 행의 크기는 모두 1부터 ${MOST}까지의 정수여야 하는데 지금은 ${received}이다.`,
  };
};
