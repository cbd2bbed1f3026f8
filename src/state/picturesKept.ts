import * as v from 'valibot';
import type { Imported } from '../data/imported.ts';
import { DIGIT_SIDE, digitNames } from '../data/pictures/digits.ts';
import type { Text } from '../text.ts';
import { aboutKey, hashOf, picturesAt, picturesKey } from './assetKeys.ts';
import { connect } from './database.ts';

/** What is known about pictures from files: it is small, and stays when they are deleted. */
export interface About {
  readonly hash: string;
  /** What they are, by what the files say of themselves. */
  readonly words: Text;
  readonly count: number;
  /** The names of the files they came in. */
  readonly files: readonly string[];
  /** When they came, in milliseconds since 1970. */
  readonly at: number;
}

const text = v.strictObject({ en: v.string(), ko: v.string() });
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const bytes = v.instance(Uint8Array);
const pictures = v.strictObject({ words: text, count, pixels: bytes, labels: bytes, at: v.number() });
const about = v.strictObject({
  words: text,
  count,
  files: v.array(v.string()),
  at: v.number(),
  gone: v.boolean(),
});

/** Bytes that pictures take. */
export const sizeOf = ({ count: n }: Pick<About, 'count'>): number => n * (DIGIT_SIDE * DIGIT_SIDE + 1);

/** Keeps pictures. Rejects where there is no storage, or no room. */
export const keepPictures = async (imported: Imported, { files, at }: About): Promise<void> => {
  const { hash, words, count: n, pixels, labels } = imported;
  const database = await connect();
  await database.put('assets', { words, count: n, pixels, labels, at }, picturesKey(hash));
  await database.put('assets', { words, count: n, files, at, gone: false }, aboutKey(hash));
};

/** Lets pictures go; what they were is remembered. */
export const removePictures = async ({ hash, ...known }: About): Promise<void> => {
  const database = await connect();
  await database.put('assets', { ...known, gone: true }, aboutKey(hash));
  await database.delete('assets', picturesKey(hash));
};

/** What pictures are kept, newest first. Nothing is read of them but that; nothing, where there is no storage. */
export const listPictures = async (): Promise<readonly About[]> => {
  try {
    const keys = await (await connect()).getAllKeys('assets');
    const hashes = keys.map(picturesAt).filter((hash) => hash !== null);
    const known = await Promise.all(
      hashes.map(async (hash) => (await aboutPictures(hash)) ?? describe(hash)),
    );
    return known.filter((one) => one !== null).toSorted((one, other) => other.at - one.at);
  } catch {
    return [];
  }
};

/** What is known about pictures, whether they are still there or not; null where nothing is. */
export const aboutPictures = async (hash: string): Promise<About | null> => {
  const parsed = v.safeParse(about, await found(aboutKey(hash)));
  if (!parsed.success) return null;
  const { gone: _gone, ...known } = parsed.output;
  return { hash, ...known };
};

/** Pictures that were kept before anything was noted about them. */
const describe = async (hash: string): Promise<About | null> => {
  const kept = await readPictures(hash);
  if (!kept) return null;
  const { words, count: n } = kept.imported;
  const { at } = kept;
  await (await connect()).put('assets', { words, count: n, files: [], at, gone: false }, aboutKey(hash));
  return { hash, words, count: n, files: [], at };
};

/** What is kept of a hash: null where it is not as it should be. What it is named by is computed anew. */
export const readPictures = async (
  hash: string,
): Promise<{ readonly imported: Imported; readonly at: number } | null> => {
  const parsed = v.safeParse(pictures, await found(picturesKey(hash)));
  if (!parsed.success) return null;
  const { at, ...own } = parsed.output;
  const fits =
    own.pixels.length === own.count * DIGIT_SIDE * DIGIT_SIDE &&
    own.labels.length === own.count &&
    own.labels.every((label) => label < digitNames.length);
  const same = fits && (await hashOf('', [own.pixels, own.labels])) === hash;
  return same ? { imported: { ...own, hash }, at } : null;
};

/** What lies under a key, whatever it is; nothing, where there is no storage. */
const found = async (key: string): Promise<unknown> => {
  try {
    return await (await connect()).get('assets', key);
  } catch {
    return null;
  }
};
