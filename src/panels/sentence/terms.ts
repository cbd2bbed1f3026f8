import { rowWords } from '../../data/rowWords.ts';
import type { ActivationName } from '../../engine/activations/index.ts';
import type { Design } from '../../experiment/experiment.ts';
import { fill, same, type Text } from '../../text.ts';
import { addingUp } from '../../ui/adding.ts';
import { fixed, setting } from '../../ui/format.ts';
import { counted } from './texts.ts';

const DIGITS = 3;

/** A number as narration prints it: three decimals. */
export const print = (value: number): string => fixed(value, DIGITS);

/** As a reader has it who works with what is printed. */
const printed = (value: number): number => Number(value.toFixed(DIGITS));

/** Are three decimals all it has? */
const isShort = (value: number): boolean => Math.abs(value - printed(value)) < 1e-6;

/** The same without needless zeros where three decimals are all it has: 1, −0.5, but 0.347. */
export const brief = (value: number): string => (isShort(value) ? setting(printed(value)) : print(value));

/** In brackets where a minus would meet another sign. */
const bracketed = (value: number): string => (value < 0 ? `(${brief(value)})` : brief(value));

/** A further term of a sum, with its sign before it. */
const added = (value: number): string => `${value < 0 ? '−' : '+'} ${brief(Math.abs(value))}`;

/** What a neuron adds up: its weights, what comes in, the bias, if there is one, and the sum z. */
interface Sum {
  readonly weights: readonly number[];
  readonly inputs: readonly number[];
  readonly bias: number | undefined;
  readonly z: number;
}

/** "1 × 1 + (−1) × 0 + 0 = 1": weight × input for each input, the bias, the sum; the products alone where that would not be right as printed. */
export const spelled = (sum: Sum): string => {
  const { weights, inputs, bias, z } = sum;
  const read = weights.reduce(
    (total, weight, at) => total + printed(weight) * printed(inputs[at] ?? Number.NaN),
    printed(bias ?? 0),
  );
  if (printed(read) !== printed(z)) return products(sum);
  const terms = [
    ...weights.map(
      (weight, at) =>
        `${at === 0 ? brief(weight) : `+ ${bracketed(weight)}`} × ${bracketed(inputs[at] ?? Number.NaN)}`,
    ),
    ...(bias === undefined ? [] : [added(bias)]),
  ];
  return `${terms.join(' ')} = ${brief(z)}`;
};

/** "−1 − 1 + 1.5 = −0.5": the products alone, the bias, if there is one, and the sum, which they add up to as printed. */
export const products = ({ weights, inputs, bias, z }: Sum): string => {
  const exact = weights.map((weight, at) => weight * (inputs[at] ?? Number.NaN));
  if (bias !== undefined) exact.push(bias);
  const rounded = Number.isFinite(z) ? addingUp(exact, DIGITS, z) : exact;
  const terms = rounded.map((value, at) => {
    // What is rounded has no more decimals: whether zeros are needed is seen from what it was.
    const words = isShort(exact[at] ?? value) ? brief(Math.abs(value)) : print(Math.abs(value));
    if (at === 0) return value < 0 ? `−${words}` : words;
    return `${value < 0 ? '−' : '+'} ${words}`;
  });
  return `${terms.join(' ')} = ${brief(z)}`;
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
