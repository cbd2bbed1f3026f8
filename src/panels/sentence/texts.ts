import type { Text } from '../../text.ts';
import { count } from '../../ui/format.ts';
import type { Story, StoryButton } from './situation.ts';

export const PRESS_PLAY: Text = { en: 'Press play.', ko: '재생을 눌러 보세요.' };

export const STEP_OR_START: Text = { en: '→ one step, R from the start.', ko: '→ 한 단계씩, R 처음부터.' };

/** The same behind a sentence that has an arrow of its own. */
export const PRESS_STEP_OR_START: Text = {
  en: 'Press → for one step, R to start over.',
  ko: '→ 키는 한 단계, R 키는 처음부터.',
};

export const TRY_NEW_WEIGHTS: Text = { en: 'Try new weights.', ko: '새 가중치로 다시 해 보세요.' };

export const HIDDEN_LAYER: StoryButton = {
  words: { en: 'Add a hidden layer', ko: '은닉층 추가' },
  act: 'hidden-layer',
};
export const HOW_FEW: StoryButton = {
  words: { en: 'How few are enough?', ko: '몇 개면 충분할까?' },
  act: 'how-few',
};
export const BUILD_XOR: StoryButton = {
  words: { en: 'Build it from OR and NAND', ko: 'OR와 NAND로 만들기' },
  act: 'build-xor',
};
export const TRAIN_BUILT: StoryButton = {
  words: { en: 'Change to sigmoid and train', ko: 'sigmoid로 바꾸고 학습' },
  act: 'train-built',
  solid: true,
};
export const CHANGE_TO_SIGMOID: StoryButton = {
  words: { en: 'Change to sigmoid', ko: 'sigmoid로 바꾸기' },
  act: 'use-sigmoid',
  solid: true,
};
export const USE_SIGMOID: StoryButton = { words: { en: 'Use sigmoid', ko: 'sigmoid로' }, act: 'use-sigmoid' };
export const USE_TANH: StoryButton = { words: { en: 'Use tanh', ko: 'tanh로' }, act: 'use-tanh' };
export const USE_RELU: StoryButton = { words: { en: 'Use relu', ko: 'relu로' }, act: 'use-relu' };
export const LEARN_BY_RULE: StoryButton = {
  words: { en: 'Learn by the perceptron rule', ko: '퍼셉트론 규칙으로 학습' },
  act: 'learn-by-rule',
};
export const NEW_WEIGHTS: StoryButton = { words: { en: 'New weights', ko: '새 가중치' }, act: 'new-weights' };
export const RATE_TENTH: StoryButton = {
  words: { en: 'Rate ÷ 10', ko: '학습률 ÷ 10' },
  act: 'rate-tenth',
  solid: true,
};

/** In place of a sentence that would tell what the class is to guess. */
export const UNTOLD: Story = {
  so: { en: 'Predictions are hidden.', ko: '예측을 가렸다.' },
  todo: { en: 'Press H to show them.', ko: 'H를 누르면 다시 보인다.' },
  buttons: [],
};

/** The one of several that is the thing to do. */
export const solid = (button: StoryButton): StoryButton => ({ ...button, solid: true });

/** A tenth of a learning rate, as it is printed: 0.3 → 0.03. */
export const tenthOf = (rate: number): number => Number((rate / 10).toPrecision(10));

const ENGLISH = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const KOREAN = ['영', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];

/** A count as it is read: "Four" and "네" (개); figures beyond nine. */
export const counted = (many: number): Text => ({
  en: ENGLISH[many] ?? count(many),
  ko: KOREAN[many] ?? count(many),
});

/** English drops the plural s of a word where its count is 1. */
export const plural = (words: Text, many: number, word: string): Text =>
  many === 1 ? { ...words, en: words.en.replace(word, word.replace(/s$/, '')) } : words;

/** Puts a text into a hole of both languages before the values are filled in. */
export const withText = (frame: Text, hole: string, text: Text): Text => ({
  en: frame.en.replaceAll(`{${hole}}`, text.en),
  ko: frame.ko.replaceAll(`{${hole}}`, text.ko),
});
