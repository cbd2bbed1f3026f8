/**
 * Words for people. A text lives beside the thing it names and always has both languages: a missing
 * one is a type error.
 */
export type Language = 'en' | 'ko';
export type Text = { readonly en: string; readonly ko: string };

/** Values that may stand in a text: `{name}`, or `{name:은/는}` where Korean needs a particle. */
export type Values = Readonly<Record<string, string | number>>;

/** Words that are read the same in both languages: names of Keras, symbols, numbers. */
export const same = (word: string): Text => ({ en: word, ko: word });

/** A formula in one piece: no line breaks inside it, nor between it and a Korean particle. */
export const unbroken = (formula: string): string =>
  [...formula.replaceAll(' ', '\u00a0'), ''].join('\u2060');

/** Fills the live values into both languages, choosing the Korean particles. */
export const fill = (text: Text, values: Values): Text => ({
  en: put(text.en, values),
  ko: put(text.ko, values),
});

/** Fills in names that have their own words in each language, and values that do not. */
export const withNames = (text: Text, names: Readonly<Record<string, Text>>, values: Values = {}): Text => {
  const of = (language: Language): string =>
    put(text[language], {
      ...values,
      ...Object.fromEntries(Object.entries(names).map(([hole, name]) => [hole, name[language]])),
    });
  return { en: of('en'), ko: of('ko') };
};

/** The words of one language, live values filled in. */
export const say = (text: Text, language: Language, values: Values = {}): string =>
  put(text[language], values);

/** `{name}` is the value; `{name:이/가}` is the value with the particle its reading asks for. */
const put = (words: string, values: Values): string =>
  words.replace(
    /\{(\w+)(?::([^/}]+)\/([^}]+))?\}/g,
    (hole: string, name: string, closed?: string, open?: string) => {
      const value = values[name];
      if (value === undefined) return hole;
      const word = String(value);
      return closed && open ? word + particle(word, closed, open) : word;
    },
  );

/** How a last character that is no Hangul syllable is read in Korean, as far as its final consonant goes. */
type Final = 'none' | 'rieul' | 'other';
const READ: Readonly<Record<string, Final>> = Object.fromEntries([
  ...'0367₀₃₆₇'.split('').map((digit) => [digit, 'other'] as const),
  ...'178₁₇₈'.split('').map((digit) => [digit, 'rieul'] as const),
  ['ŷ', 'other'],
  ...'lr'.split('').map((letter) => [letter, letter === 'l' ? 'rieul' : 'none'] as const),
  ...'mn'.split('').map((letter) => [letter, 'other'] as const),
]);
// Latin words that are read as Korean words, not letter by letter: 렐루, 시그모이드, 탄젠트 …
const READ_AS: Readonly<Record<string, Final>> = {
  relu: 'none',
  tanh: 'none',
  sigmoid: 'none',
  softmax: 'none',
  step: 'other',
};

/** The final consonant of a word as it is read aloud: 받침 없음, ㄹ, or another. */
const finalOf = (word: string): Final => {
  const known = READ_AS[word.toLowerCase()];
  if (known) return known;
  const last = word.at(-1) ?? '';
  const code = last.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11172) return code % 28 === 0 ? 'none' : code % 28 === 8 ? 'rieul' : 'other';
  return READ[last.toLowerCase()] ?? 'none';
};

/** Chooses between the form after a consonant and the form after a vowel; 으로/로 takes 로 after ㄹ. */
export const particle = (word: string, afterConsonant: string, afterVowel: string): string => {
  const final = finalOf(word);
  if (final === 'none') return afterVowel;
  return final === 'rieul' && afterConsonant === '으로' ? afterVowel : afterConsonant;
};
