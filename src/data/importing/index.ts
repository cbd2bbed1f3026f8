import { fill, say, type Text } from '../../text.ts';
import { idx } from './idx.ts';
import type { Importer, LabelledPictures, Part, Problem } from './importer.ts';
import { parted } from './numbers.ts';
import { unpack } from './unpack.ts';

export type { LabelledPictures, Part, Problem } from './importer.ts';

/** Every kind of file that pictures are read from; the first that recognises a file reads it. */
export const importers: readonly Importer[] = [idx];

/** Reads one file, packed with gzip or not; or says why not. It never throws. */
export const readFile = async (bytes: Uint8Array<ArrayBuffer>, fileName: string): Promise<Part | Problem> => {
  const unpacked = await unpack(bytes, fileName);
  if ('problem' in unpacked) return unpacked;
  const importer = importers.find(({ recognises }) => recognises(unpacked, fileName));
  return importer?.read(unpacked, fileName) ?? { problem: fill(UNKNOWN, { file: fileName }) };
};

/** What is still missing: a sentence that says which file to drop. */
export interface Wants {
  readonly wants: Text;
}

/**
 * Joins what was read from one file or more: pictures with their classes, if both are there and belong together. Of two
 * parts of a kind the later one counts.
 */
export const join = (parts: readonly Part[]): LabelledPictures | Problem | Wants => {
  const labelled = parts.findLast((part) => part.kind === 'labelled');
  if (labelled) return labelled;
  const pictures = parts.findLast((part) => part.kind === 'pictures');
  const labels = parts.findLast((part) => part.kind === 'labels');
  if (!pictures || !labels) {
    const [there] = [pictures, labels].filter((part) => part !== undefined);
    if (!there) return { wants: BOTH };
    const { words } = there;
    const ask = pictures ? LABELS : PICTURES;
    return { wants: { en: say(ask, 'en', { what: words.en }), ko: say(ask, 'ko', { what: words.ko }) } };
  }
  if (pictures.count !== labels.count) {
    return { problem: fill(APART, { n: parted(pictures.count), m: parted(labels.count) }) };
  }
  const { words, count, shape, pixels } = pictures;
  return { kind: 'labelled', words, count, shape, pixels, classes: labels.classes, labels: labels.labels };
};

/**
 * Joins the parts of several sets: pictures and labels of one count belong together, whatever they came in order. `rest`
 * are parts that wait for theirs.
 */
export const joinAll = (
  parts: readonly Part[],
): { readonly sets: readonly LabelledPictures[]; readonly rest: readonly Part[] } => {
  const counts = [...new Set(parts.map(({ count }) => count))];
  const sets: LabelledPictures[] = [];
  const rest: Part[] = [];
  for (const count of counts) {
    const own = parts.filter((part) => part.count === count);
    const joined = join(own);
    if ('pixels' in joined) sets.push(joined);
    else rest.push(...own);
  }
  return { sets, rest };
};

const UNKNOWN: Text = {
  en: '{file} is no file of pictures that can be read here. Drop files of MNIST, as they are or unpacked: pictures (…-idx3-ubyte.gz) and labels (…-idx1-ubyte.gz).',
  ko: '{file}: 여기서 읽을 수 있는 그림 파일이 아니다. MNIST 파일을 받은 그대로, 또는 압축을 풀어 넣으세요. 그림(…-idx3-ubyte.gz)과 정답(…-idx1-ubyte.gz)이 필요하다.',
};
const BOTH: Text = {
  en: 'Drop pictures (…-idx3-ubyte.gz) and their labels (…-idx1-ubyte.gz).',
  ko: '그림(…-idx3-ubyte.gz)과 그 정답(…-idx1-ubyte.gz)을 넣으세요.',
};
const LABELS: Text = {
  en: 'There are {what}, but what they show is not known. Drop their labels too (…-idx1-ubyte.gz).',
  ko: '{what:이/가} 있지만 정답이 없다. 정답 파일(…-idx1-ubyte.gz)도 넣으세요.',
};
const PICTURES: Text = {
  en: 'There are {what}, but not the pictures. Drop those too (…-idx3-ubyte.gz).',
  ko: '{what:은/는} 있지만 그림이 없다. 그림 파일(…-idx3-ubyte.gz)도 넣으세요.',
};
const APART: Text = {
  en: '{n} pictures and {m} labels do not belong together. Drop the pictures and the labels of one set.',
  ko: '그림은 {n}장인데 정답은 {m}개여서 서로 맞지 않는다. 같은 데이터의 그림과 정답을 넣으세요.',
};
