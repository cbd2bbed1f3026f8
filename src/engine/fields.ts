import type { Text } from '../text.ts';

/** What a change of a setting does to the run: 'keep' the weights and learn on, or 'restart' from step 0. */
export type Effect = 'keep' | 'restart';

interface Named {
  /** The setting's name as Keras spells it, e.g. "learning_rate"; also its key in the document. */
  readonly name: string;
  readonly words: Text;
  readonly hint?: Text;
  readonly effect: Effect;
  /** Kept under "more": a first course does without it. */
  readonly more?: true;
}

/** A number a person can type or drag. `step` is what one press of an arrow key adds. */
export interface NumberField extends Named {
  readonly kind: 'number';
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  /** True where `min` itself is not allowed, e.g. a learning rate must be above 0. */
  readonly above?: boolean;
  readonly integer?: boolean;
  readonly step: number;
  /** It may be left out of the document, which switches it off; `initial` is only where an arrow key begins. */
  readonly optional?: true;
  /** It may be two numbers in the document: for rows and for columns. */
  readonly pair?: true;
}

export interface ChoiceField<Value extends string = string> extends Named {
  readonly kind: 'choice';
  readonly initial: Value;
  readonly options: readonly { readonly value: Value; readonly words: Text; readonly hint?: Text }[];
}

export interface SwitchField extends Named {
  readonly kind: 'switch';
  readonly initial: boolean;
}

/** A list of numbers, each of which `item` allows. */
export interface ListField extends Named {
  readonly kind: 'list';
  readonly initial: readonly number[];
  readonly item: NumberField;
  readonly most: number;
  /** Each number must be larger than the one before. */
  readonly rising?: true;
}

export type Field = NumberField | ChoiceField | SwitchField | ListField;

/** Why a number cannot stand in a field, as a sentence for a person; null if it can. */
export const refuseNumber = (field: NumberField, value: number): Text | null => {
  const { min, max } = field;
  const { en, ko } = field.words;
  if (!Number.isFinite(value)) {
    return { en: `${en} must be a number.`, ko: `${ko}에는 숫자를 적어 주세요.` };
  }
  if (field.integer && !Number.isInteger(value)) {
    return { en: `${en} must be a whole number.`, ko: `${ko}에는 정수를 적어 주세요.` };
  }
  if (field.above && value <= min) {
    return { en: `${en} must be a number above ${min}.`, ko: `${ko}에는 ${min}보다 큰 수를 적어 주세요.` };
  }
  if (value < min || value > max) {
    return {
      en: `${en} must be between ${min} and ${max}.`,
      ko: `${ko}에는 ${min}부터 ${max}까지의 수를 적어 주세요.`,
    };
  }
  return null;
};
