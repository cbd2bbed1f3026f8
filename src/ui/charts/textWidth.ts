/** Hangul is about as wide as it is high, Latin about half as wide. */
const HANGUL_WIDTH = 0.9;
const LATIN_WIDTH = 0.56;

/** The width of words in px at a type size, near enough to keep labels apart without measuring them. */
export const textWidth = (words: string, size: number): number => {
  let width = 0;
  for (const character of words) width += character >= 'ᄀ' && character <= '힣' ? HANGUL_WIDTH : LATIN_WIDTH;
  return width * size;
};
