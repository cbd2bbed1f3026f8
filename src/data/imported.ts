import type { Text } from '../text.ts';
import { DIGIT_SIDE, digitNames } from './pictures/digits.ts';

/** Pictures of digits from files, with their answers: 28 × 28 each, row-major, 0 paper … 255 ink. */
export interface Imported {
  /** SHA-256, in hexadecimal, of pixels and labels: what a spec names them by. */
  readonly hash: string;
  /** What they are, by what the files say of themselves. */
  readonly words: Text;
  readonly count: number;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/** Numbers in a picture. */
const SIZE = DIGIT_SIDE * DIGIT_SIDE;

/** Is it named as a hash is, in hexadecimal? */
export const HASH = /^[0-9a-f]{64}$/;

/** Those that were read here. They are named by what is in them, so a spec means the same wherever they are known. */
const known = new Map<string, Imported>();

/** Makes pictures known to this page, or to this worker. Those that were known before stay. */
export const makeKnown = (imported: Imported): void => {
  const { hash, count, pixels, labels } = imported;
  if (pixels.length !== count * SIZE || labels.length !== count || count < 1) {
    throw new Error(
      `makeKnown: expected ${count} pictures of ${SIZE} pixels and as many labels, received ${pixels.length} pixels and ${labels.length} labels. Read them with readFile and join first.`,
    );
  }
  if (labels.some((label) => label >= digitNames.length)) {
    throw new Error('makeKnown: expected the labels 0 to 9, received larger ones. Refuse such files before.');
  }
  known.set(hash, imported);
};

/** The pictures of that hash; null where they are not known (any more). */
export const importedBy = (hash: string): Imported | null => known.get(hash) ?? null;

/** Which digit a picture shows. Beyond the last one they begin again; of pictures that are not known all are 0. */
export const importedAnswer = (hash: string, id: number): number => {
  const imported = importedBy(hash);
  return imported?.labels[id % imported.count] ?? 0;
};

/** Puts a picture's pixels, 0 … 1, into `pixels` from `at`; of pictures that are not known nothing. */
export const drawImported = (hash: string, id: number, pixels: Float32Array, at: number): void => {
  const imported = importedBy(hash);
  if (!imported) return;
  const from = (id % imported.count) * SIZE;
  for (let i = 0; i < SIZE; i++) pixels[at + i] = imported.pixels[from + i]! / 255;
};
