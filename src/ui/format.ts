const MINUS = '\u2212';

/** Where the person is, whatever language the page is read in. */
const LOCALE = typeof navigator === 'undefined' ? 'en-US' : navigator.language;
const usesComma = (locale: string): boolean => {
  try {
    return new Intl.NumberFormat(locale).formatToParts(0.5).some(({ value }) => value === ',');
  } catch {
    // Where no language is set a browser may name none: WebKitGTK says "C".
    return false;
  }
};
/** Much of the world writes 0,5 for one half. */
const COMMA = usesComma(LOCALE);
const local = (words: string): string => (COMMA ? words.replace('.', ',') : words);

/** What parts the numbers of a list: where a comma is the decimal sign, a semicolon. */
export const APART = COMMA ? '; ' : ', ';

/** From this size on, a fixed count of decimals would no longer fit where numbers stand. */
const LARGE = 1e6;

/** At most six characters and the sign: "1.5e36", "2e308". */
const powerOfTen = (size: number): string => {
  const words = size.toExponential(1).replace('e+', 'e');
  return words.length <= 6 ? words : size.toExponential(0).replace('e+', 'e');
};

/**
 * A number with a fixed count of decimals and a true minus (U+2212); from a million on as a power of ten. Never
 * prints "−0.000"; what is no finite number is a dash.
 */
export const fixed = (value: number, digits: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= LARGE) return (value < 0 ? MINUS : '') + local(powerOfTen(Math.abs(value)));
  const words = Math.abs(value).toFixed(digits);
  return (value < 0 && Number(words) !== 0 ? MINUS : '') + local(words);
};

/** A setting as it is typed: no needless zeros, at most ten significant digits, a true minus. */
export const setting = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  return local(String(Number(value.toPrecision(10))).replace('-', MINUS));
};

/** A share of a whole as a percentage with one decimal: "96.1 %". */
export const percent = (share: number): string => `${fixed(share * 100, 1)} %`;

/** Made once: toLocaleString() makes one at each number, and every frame has dozens. */
const parted = new Intl.NumberFormat(COMMA ? LOCALE : 'en-US');

/** A whole number with thousands parted: "1,185", or "1.185" where the comma is the decimal sign. */
export const count = (value: number): string => parted.format(value);

/** Reads what a person typed: the true minus and a decimal comma are understood; NaN if it is no number. */
export const readNumber = (words: string): number => {
  const plain = words
    .trim()
    .replace(MINUS, '-')
    .replace(/^([^.,]*),([^.,]*)$/, '$1.$2');
  return plain === '' ? Number.NaN : Number(plain);
};
