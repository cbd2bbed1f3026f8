import { create } from 'zustand';
import { importedBy, type Imported, makeKnown } from '../data/imported.ts';
import { MOST_BYTES } from '../data/importing/importer.ts';
import {
  join,
  joinAll,
  type LabelledPictures,
  type Part,
  type Problem,
  readFile,
} from '../data/importing/index.ts';
import { tooLarge } from '../data/importing/unpack.ts';
import { DIGIT_SIDE, digitNames } from '../data/pictures/digits.ts';
import { sets } from '../data/sets/index.ts';
import { fill, same, type Text, withNames } from '../text.ts';
import { hashOf } from './assetKeys.ts';
import { putAway, tell } from './notice.ts';
import {
  type About,
  aboutPictures,
  keepPictures,
  listPictures,
  readPictures,
  removePictures,
} from './picturesKept.ts';
import { trainer } from './trainer.ts';

interface Shelf {
  /** The digits from files that are here, those that came last first. */
  readonly kept: readonly About[];
  /** Files that were read and wait for the ones that belong to them. */
  readonly parts: readonly Named[];
  /** What there is to say of the files that were dropped last: why nothing came of them, or what is still missing. */
  readonly said: Text | null;
  readonly busy: boolean;
}

/** What was read of a file, and its name. */
interface Named {
  readonly part: Part;
  readonly file: string;
}

export const useImports = create<Shelf>(() => ({ kept: [], parts: [], said: null, busy: false }));

/** Reads files that were dropped or chosen. What cannot be read is said, and what was there before stays. */
export const readFiles = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0 || useImports.getState().busy) return;
  useImports.setState({ busy: true, said: null });
  try {
    const read = await Promise.all(files.map(readOne));
    const problem = read.find((one) => 'problem' in one);
    if (problem) return say(problem.problem);
    const named = read.flatMap((part, at): Named[] =>
      'problem' in part ? [] : [{ part, file: files[at]!.name }],
    );
    await takeParts([...useImports.getState().parts, ...named]);
  } finally {
    useImports.setState({ busy: false });
  }
};

/** Takes what belongs together; the rest waits, or does not fit. */
const takeParts = async (named: readonly Named[]): Promise<void> => {
  const { sets: joined, rest } = joinAll(named.map(({ part }) => part));
  const why = joined.map(unfit).find((text) => text !== null);
  if (why) return say(why);
  const left = rest.length > 0 ? join(rest) : null;
  if (left && 'problem' in left) return say(left.problem);
  const waiting = named.filter(({ part }) => rest.includes(part));
  useImports.setState({ parts: waiting, said: left && 'wants' in left ? left.wants : null });
  // What is tested with is mostly smaller than what is learned from: it comes last, so that it is what is judged.
  for (const one of joined.toSorted((a, b) => b.count - a.count)) {
    const files = named.filter(({ part }) => part.count === one.count).map(({ file }) => file);
    await take(one, files);
  }
};

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
const take = async (
  { words, count, pixels, labels }: LabelledPictures,
  files: readonly string[],
): Promise<void> => {
  const kept = Math.min(count, sets.digits.points.max);
  const own = {
    count: kept,
    pixels: pixels.slice(0, kept * DIGIT_SIDE * DIGIT_SIDE),
    labels: labels.slice(0, kept),
  };
  const hash = await hashOf('', [own.pixels, own.labels]);
  const imported: Imported = { ...own, hash, words: NAMES[hash]?.words ?? words };
  await share(imported);
  const about: About = { hash, words: imported.words, count: kept, files, at: Date.now() };
  put(about);
  if (kept < count) useImports.setState({ said: fill(FIRST, { n: kept }) });
  try {
    await keepPictures(imported, about);
  } catch {
    // No storage or no room: they are there as long as the page is.
    useImports.setState(({ said }) => ({ said: said ?? NOT_KEPT }));
  }
};

/** Puts pictures on the shelf, before the others. */
const put = (about: About): void => {
  const others = useImports.getState().kept.filter(({ hash }) => hash !== about.hash);
  useImports.setState({ kept: [about, ...others] });
};

/** Makes them known to the page and to its trainer. */
const share = (imported: Imported): Promise<void> => {
  makeKnown(imported);
  return trainer().know(imported);
};

/** Makes the pictures that an experiment names known; where they are not here it says which files to drop. */
export const provide = async (hash: string): Promise<Text | null> => {
  if (importedBy(hash)) return null;
  const kept = await readPictures(hash);
  if (kept) {
    await share(kept.imported);
    return null;
  }
  const known = NAMES[hash] ?? (await aboutPictures(hash));
  if (!known || known.files.length === 0) return null;
  return withNames(NOT_HERE, { what: known.words }, { names: known.files.join(', ') });
};

/** Brings back what was read at earlier visits: what it is, and not yet its pixels. */
export const bringBackImports = async (): Promise<void> => {
  const found = await listPictures();
  const { kept } = useImports.getState();
  const here = new Set(kept.map(({ hash }) => hash));
  useImports.setState({ kept: [...kept, ...found.filter(({ hash }) => !here.has(hash))] });
};

/** The pictures that a network is judged by in Evaluate: those that came last, of those that are not learned from. */
export const judgedOf = (kept: readonly About[], asset: string | undefined): About | null =>
  kept.find(({ hash }) => hash !== asset) ?? null;

/** Deletes pictures; nothing is lost as long as the notice stands. What learns from them now goes on. */
export const deletePictures = async (about: About): Promise<void> => {
  const { hash, words } = about;
  const imported = importedBy(hash) ?? (await readPictures(hash))?.imported;
  useImports.setState({ kept: useImports.getState().kept.filter((one) => one.hash !== hash) });
  removePictures(about).catch(unkept);
  const back = (): void => {
    putAway();
    if (!imported) return;
    put(about);
    keepPictures(imported, about).catch(unkept);
  };
  tell(withNames(DELETED, { what: words }), { words: UNDO, run: back });
};

/** No storage, or a full one: what is there lives as long as the page. */
const unkept = (): void => {};

/** What is known by its content: the files of LeCun, Cortes and Burges. */
const NAMES: Readonly<Record<string, { readonly words: Text; readonly files: readonly string[] }>> = {
  c3f9adf9c66efb572b1f9326c3a511b45910c7173b97be66ceceeeeaef6b802b: {
    words: { en: 'MNIST, its 10,000 test digits', ko: 'MNIST 테스트 숫자 10,000개' },
    files: ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'],
  },
  edc0d1098aa497be14ace79ddd5171e5a3dcf9c4d196c015389203eb3ba1f59b: {
    words: { en: 'MNIST, its 60,000 training digits', ko: 'MNIST 훈련 숫자 60,000개' },
    files: ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'],
  },
};

const UNREADABLE: Text = {
  en: '{file} could not be read. Choose a file, not a folder.',
  ko: '{file}: 읽지 못했다. 폴더가 아니라 파일을 고르세요.',
};
/** What they are called where there is room for a word. */
export const shortName = ({ hash }: Pick<About, 'hash'>): Text => (hash in NAMES ? MNIST : FILES);

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
const NOT_HERE: Text = {
  en: 'This experiment learns from files that are not here: {what}. Choose Digits, drop {names} there, and open it again.',
  ko: '이 실험은 여기에 없는 파일로 배운다: {what}. 손글씨 숫자를 고르고 {names} 파일을 넣은 뒤 다시 여세요.',
};
const DELETED: Text = {
  en: '{what}: deleted from this browser. An experiment that learns from them asks for the files when it is opened.',
  ko: '{what:을/를} 이 브라우저에서 지웠습니다. 이것으로 배우는 실험을 열면 어떤 파일이 필요한지 알려 줍니다.',
};
const UNDO: Text = { en: 'Undo', ko: '되돌리기' };
