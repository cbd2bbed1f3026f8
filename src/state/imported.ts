import * as v from 'valibot';
import { create } from 'zustand';
import { type Imported, importedBy, makeKnown } from '../data/imported.ts';
import { MOST_BYTES } from '../data/importing/importer.ts';
import { join, type LabelledPictures, type Part, type Problem, readFile } from '../data/importing/index.ts';
import { tooLarge } from '../data/importing/unpack.ts';
import { DIGIT_SIDE, digitNames } from '../data/pictures/digits.ts';
import { sets } from '../data/sets/index.ts';
import { fill, same, type Text } from '../text.ts';
import { hashOf, picturesKey, isPicturesKey } from './assetKeys.ts';
import { connect } from './database.ts';
import { trainer } from './trainer.ts';

interface Shelf {
  /** The digits from files that came last; null: none did. */
  readonly imported: Imported | null;
  /** Files that were read and wait for the ones that belong to them. */
  readonly parts: readonly Part[];
  /** What there is to say of the files that were dropped last: why nothing came of them, or what is still missing. */
  readonly said: Text | null;
  readonly busy: boolean;
}

export const useImports = create<Shelf>(() => ({ imported: null, parts: [], said: null, busy: false }));

const text = v.strictObject({ en: v.string(), ko: v.string() });
const bytes = v.instance(Uint8Array);
const asset = v.strictObject({
  words: text,
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  pixels: bytes,
  labels: bytes,
  at: v.number(),
});

/** Reads files that were dropped or chosen. What cannot be read is said, and what was there before stays. */
export const readFiles = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0 || useImports.getState().busy) return;
  useImports.setState({ busy: true, said: null });
  try {
    const read = await Promise.all(files.map(readOne));
    const problem = read.find((one) => 'problem' in one);
    if (problem) return say(problem.problem);
    const parts = [...useImports.getState().parts, ...read.filter(isPart)];
    const joined = join(parts);
    if ('wants' in joined) return useImports.setState({ parts, said: joined.wants });
    if ('problem' in joined) return say(joined.problem);
    const why = unfit(joined);
    if (why) return say(why);
    await take(joined);
  } finally {
    useImports.setState({ busy: false });
  }
};

const isPart = (one: Part | Problem): one is Part => !('problem' in one);

/** Reads one file, which is not looked into where it is larger than may be read. */
const readOne = async (file: File): Promise<Part | Problem> => {
  if (file.size > MOST_BYTES) return tooLarge(file.name);
  try {
    return await readFile(new Uint8Array(await file.arrayBuffer()), file.name);
  } catch {
    return { problem: fill(UNREADABLE, { file: file.name }) };
  }
};

/** Why nothing comes of the files; those that wait are let go, so that the next ones begin anew. */
const say = (said: Text): void => useImports.setState({ said, parts: [] });

/** Why pictures cannot take the place of the digits; null where they can. */
const unfit = ({ shape, classes, count }: LabelledPictures): Text | null => {
  const [height, width, channels] = shape;
  const most = digitNames.length;
  const least = sets.digits.points.min;
  if (height !== DIGIT_SIDE || width !== DIGIT_SIDE || channels !== 1)
    return fill(OTHER_SIZE, { h: height, w: width });
  if (classes > most) return fill(OTHER_CLASSES, { c: classes, most });
  if (count < least) return fill(TOO_FEW, { n: count, least });
  return null;
};

/** Keeps them, as many as may be learned from, and makes them known to the trainer. */
const take = async ({ words, count, pixels, labels }: LabelledPictures): Promise<void> => {
  const kept = Math.min(count, sets.digits.points.max);
  const own = {
    count: kept,
    pixels: pixels.slice(0, kept * DIGIT_SIDE * DIGIT_SIDE),
    labels: labels.slice(0, kept),
  };
  const hash = await hashOf('', [own.pixels, own.labels]);
  const imported: Imported = { ...own, hash, words: NAMES[hash] ?? words };
  await share(imported);
  useImports.setState({ imported, parts: [], said: kept < count ? fill(FIRST, { n: kept }) : null });
  try {
    await (await connect()).put(
      'assets',
      { ...own, words: imported.words, at: Date.now() },
      picturesKey(hash),
    );
  } catch {
    // No storage or no room: they are there as long as the page is.
    useImports.setState({ said: NOT_KEPT });
  }
};

/** Makes them known to the page and to its trainer. */
const share = (imported: Imported): Promise<void> => {
  makeKnown(imported);
  return trainer().know(imported);
};

/** Makes the pictures that an experiment names known, if they were kept here. */
export const provide = async (hash: string): Promise<void> => {
  if (importedBy(hash)) return;
  const kept = await readKept(picturesKey(hash));
  if (!kept) return;
  await share(kept.imported);
  useImports.setState({ imported: kept.imported });
};

/** Brings back what was read at an earlier visit: the newest. */
export const bringBackImports = async (): Promise<void> => {
  if (useImports.getState().imported) return;
  try {
    const keys = (await (await connect()).getAllKeys('assets')).filter(isPicturesKey);
    const kept = (await Promise.all(keys.map(readKept))).filter((one) => one !== null);
    const newest = kept.toSorted((one, other) => other.at - one.at)[0];
    if (!newest || useImports.getState().imported) return;
    await share(newest.imported);
    useImports.setState({ imported: newest.imported });
  } catch {
    // No storage here: there is nothing to bring back.
  }
};

/** What lies under a key, whatever it is; nothing, where there is no storage. */
const found = async (key: string): Promise<unknown> => {
  try {
    return await (await connect()).get('assets', key);
  } catch {
    return null;
  }
};

/** What is kept under a key: null where it is not as it should be. What it is named by is computed anew. */
const readKept = async (
  key: string,
): Promise<{ readonly imported: Imported; readonly at: number } | null> => {
  const parsed = v.safeParse(asset, await found(key));
  if (!parsed.success) return null;
  const { at, ...own } = parsed.output;
  const fits =
    own.pixels.length === own.count * DIGIT_SIDE * DIGIT_SIDE &&
    own.labels.length === own.count &&
    own.labels.every((label) => label < digitNames.length);
  const hash = await hashOf('', [own.pixels, own.labels]);
  return fits && picturesKey(hash) === key ? { imported: { ...own, hash }, at } : null;
};

/** What is known by its content: the files of LeCun, Cortes and Burges. */
const NAMES: Readonly<Record<string, Text>> = {
  c3f9adf9c66efb572b1f9326c3a511b45910c7173b97be66ceceeeeaef6b802b: {
    en: 'MNIST, its 10,000 test digits',
    ko: 'MNIST 테스트 숫자 10,000개',
  },
  edc0d1098aa497be14ace79ddd5171e5a3dcf9c4d196c015389203eb3ba1f59b: {
    en: 'MNIST, its 60,000 training digits',
    ko: 'MNIST 훈련 숫자 60,000개',
  },
};

const UNREADABLE: Text = {
  en: '{file} could not be read. Choose a file, not a folder.',
  ko: '{file}: 읽지 못했다. 폴더가 아니라 파일을 고르세요.',
};
/** What they are called where there is room for a word. */
export const shortName = ({ hash }: Imported): Text => (hash in NAMES ? MNIST : FILES);

const MNIST = same('MNIST');
const FILES: Text = { en: 'files', ko: '파일' };
const OTHER_SIZE: Text = {
  en: 'These pictures are {h} × {w}, and the digits here are 28 × 28. Choose files like those of MNIST.',
  ko: '이 그림은 {h} × {w}인데 여기 숫자는 28 × 28이다. MNIST와 같은 크기의 파일을 고르세요.',
};
const OTHER_CLASSES: Text = {
  en: 'These pictures have {c} classes, and digits have {most}. Choose files with the labels 0 to 9.',
  ko: '이 그림은 클래스가 {c}개인데 숫자는 {most}개다. 정답이 0부터 9까지인 파일을 고르세요.',
};
const TOO_FEW: Text = {
  en: 'There are {n} pictures, and at least {least} are needed. Choose a larger file.',
  ko: '그림이 {n}개인데 적어도 {least}개가 필요하다. 더 큰 파일을 고르세요.',
};
const FIRST: Text = {
  en: 'Of these the first {n} are used.',
  ko: '이 가운데 처음 {n}개를 쓴다.',
};
const NOT_KEPT: Text = {
  en: 'There is no room to keep these files: they are here as long as this page is open.',
  ko: '파일을 저장할 자리가 없다. 이 페이지가 열려 있는 동안만 남는다.',
};
