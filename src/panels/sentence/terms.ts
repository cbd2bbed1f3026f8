import { rowWords } from '../../data/rowWords.ts';
import type { ActivationName } from '../../engine/activations/index.ts';
import type { Design } from '../../experiment/experiment.ts';
import { fill, same, type Text } from '../../text.ts';
import { fixed, setting } from '../../ui/format.ts';
import { counted } from './texts.ts';

/** A number as narration prints it: three decimals. */
export const print = (value: number): string => fixed(value, 3);

/** The same without needless zeros where three decimals are all it has: 1, −0.5, but 0.347. */
export const brief = (value: number): string => {
  const printed = Number(value.toFixed(3));
  return Math.abs(value - printed) < 1e-6 ? setting(printed) : print(value);
};

/** In brackets where a minus would meet another sign. */
const bracketed = (value: number): string => (value < 0 ? `(${brief(value)})` : brief(value));

/** A further term of a sum, with its sign before it. */
const added = (value: number): string => `${value < 0 ? '−' : '+'} ${brief(Math.abs(value))}`;

/** "1 × 1 + (−1) × 0 + 0": weight × input for each input, then the bias, if there is one. */
export const spelled = (weights: readonly number[], inputs: readonly number[], bias?: number): string =>
  [
    ...weights.map(
      (weight, at) =>
        `${at === 0 ? brief(weight) : `+ ${bracketed(weight)}`} × ${bracketed(inputs[at] ?? Number.NaN)}`,
    ),
    ...(bias === undefined ? [] : [added(bias)]),
  ].join(' ');

/** "−1 − 1 + 1.5": the products alone, then the bias, if there is one. */
export const products = (weights: readonly number[], inputs: readonly number[], bias?: number): string => {
  const terms = weights.map((weight, at) => weight * (inputs[at] ?? Number.NaN));
  const [first = Number.NaN, ...others] = bias === undefined ? terms : [...terms, bias];
  return [brief(first), ...others.map(added)].join(' ');
};

/** What an activation is called in the middle of a sentence: "the sigmoid", "tanh". */
export const activationWords = (name: ActivationName): Text => {
  if (name === 'step') return { en: 'the step function', ko: '계단함수' };
  return name === 'sigmoid' ? { en: 'the sigmoid', ko: 'sigmoid' } : same(name);
};

/** "three", "세": figures beyond nine. */
export const few = (count: number): Text => {
  const { en, ko } = counted(count);
  return { en: en.toLowerCase(), ko };
};

/** "three rows", "세 행"; "128 points", "점 128개"; "three pictures", "그림 세 개". */
export const rowsWords = (count: number, { data }: Design, table = false): Text => {
  const { en, ko } = few(count);
  const noun: Text = table ? { en: count === 1 ? 'row' : 'rows', ko: '행' } : rowWords(data, count);
  const figures = /\d/.test(ko);
  return {
    en: count === 1 ? noun.en : `${en} ${noun.en}`,
    ko: figures ? `${noun.ko} ${ko}개` : noun.ko === '그림' ? `그림 ${ko} 개` : `${ko} ${noun.ko}`,
  };
};

/** Above 0.5 the answer is 1. */
export const threshold = (output: number, answer: number): Text => {
  const answered = output > 0.5 ? 1 : 0;
  const words: Text = {
    en: `The threshold is 0.5. {output} is ${answered ? 'above it' : 'not above it'}, so the answer is {answered}. ${
      answered === answer ? 'That is right.' : 'It should be {answer}: wrong.'
    }`,
    ko: `역치는 0.5. {output:은/는} 그보다 ${answered ? '크므로' : '크지 않으므로'} {answered}이라고 답한다. ${
      answered === answer ? '정답도 {answer}, 맞았다.' : '정답은 {answer}, 틀렸다.'
    }`,
  };
  return fill(words, { output: print(output), answered, answer });
};

export const STEP_ENDS: Text = {
  en: 'The step function’s slope is 0. Whatever arrives, times 0 is 0: it ends here.',
  ko: '계단함수의 기울기는 0. 앞에서 무엇이 오든 0을 곱하면 0, 여기서 끊긴다.',
};

/** Why the slope for z is just ŷ − y, with the numbers of one point. */
export const whyJoined = (output: number, answer: number): Text => {
  const slope = output * (1 - output);
  return fill(
    {
      en: 'Why just ŷ − y? Slope of the loss {loss} × slope of the sigmoid {slope} = {delta}. With binary cross-entropy and sigmoid together, it comes down to ŷ − y.',
      ko: '왜 ŷ − y일까? 손실의 기울기 {loss} × sigmoid의 기울기 {slope} = {delta}. 이진 교차 엔트로피와 sigmoid를 함께 쓰면 ŷ − y로 간단해진다.',
    },
    { loss: print((output - answer) / slope), slope: print(slope), delta: print(output - answer) },
  );
};

/** Texts one after the other, in one paragraph or a line each; undefined if there are none. */
export const joinedBy = (
  between: ' ' | '\n',
  texts: readonly (Text | null | undefined)[],
): Text | undefined => {
  const there = texts.filter((text) => !!text);
  if (there.length === 0) return undefined;
  return { en: there.map(({ en }) => en).join(between), ko: there.map(({ ko }) => ko).join(between) };
};
