import { fill, type Text } from '../../text.ts';
import {
  type Importer,
  type Labels,
  LARGEST_SIDE,
  MOST_CLASSES,
  MOST_PICTURES,
  type Part,
  type Pictures,
  type Problem,
} from './importer.ts';
import { parted } from './numbers.ts';

/**
 * The IDX format of LeCun, Cortes and Burges, "The MNIST database of handwritten digits": two bytes 0, the kind of
 * number, how many axes, then the length of each axis as 32 bits, highest byte first, then the numbers, last axis
 * fastest. Pictures are bytes with three axes (count, rows, columns), labels are bytes with one.
 */
export const idx: Importer = {
  name: 'IDX',
  recognises: (bytes) => bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && KINDS.has(bytes[2]!),
  read: (bytes, file) => {
    const axes = bytes[3]!;
    if (bytes[2] !== BYTES) return { problem: fill(NOT_BYTES, { file }) };
    if (axes !== 1 && axes !== 3) return { problem: fill(OTHER_AXES, { file, n: axes }) };
    const begins = 4 + 4 * axes;
    if (bytes.length < begins) return { problem: fill(NO_HEADER, { file }) };
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const lengths = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
    const numbers = bytes.subarray(begins);
    return axes === 3 ? pictures(lengths, numbers, file) : labels(lengths[0]!, numbers, file);
  },
};

/** The third byte: unsigned bytes, and the other kinds of number that the format knows. */
const BYTES = 0x08;
const KINDS = new Set([BYTES, 0x09, 0x0b, 0x0c, 0x0d, 0x0e]);

const pictures = (lengths: readonly number[], pixels: Uint8Array, file: string): Part | Problem => {
  const [count, height, width] = lengths as [number, number, number];
  const says = { file, n: parted(count), h: parted(height), w: parted(width) };
  if (count < 1 || height < 1 || width < 1) return { problem: fill(EMPTY, { file }) };
  if (Math.max(height, width) > LARGEST_SIDE) {
    return { problem: fill(TOO_WIDE, { ...says, most: LARGEST_SIDE }) };
  }
  if (count > MOST_PICTURES) return { problem: fill(TOO_MANY, { ...says, most: parted(MOST_PICTURES) }) };
  const needed = count * height * width;
  if (pixels.length !== needed) return { problem: lies(file, needed, pixels.length) };
  const words = fill(isMnist(height, width) ? (LIKE[count] ?? PICTURES) : PICTURES, says);
  return { kind: 'pictures', words, count, shape: [height, width, 1], pixels } satisfies Pictures;
};

const labels = (count: number, numbers: Uint8Array, file: string): Part | Problem => {
  const n = parted(count);
  if (count < 1) return { problem: fill(EMPTY, { file }) };
  if (count > MOST_PICTURES) {
    return { problem: fill(TOO_MANY_LABELS, { file, n, most: parted(MOST_PICTURES) }) };
  }
  if (numbers.length !== count) return { problem: lies(file, count, numbers.length) };
  const classes = 1 + numbers.reduce((most, label) => Math.max(most, label), 0);
  if (classes > MOST_CLASSES) {
    return { problem: fill(OTHER_LABELS, { file, largest: classes - 1, most: MOST_CLASSES - 1 }) };
  }
  return { kind: 'labels', words: fill(LABELS, { n }), count, classes, labels: numbers } satisfies Labels;
};

const isMnist = (height: number, width: number): boolean => height === 28 && width === 28;

/** The header promises so many bytes, and so many are there. */
const lies = (file: string, needed: number, there: number): Text =>
  fill(there < needed ? TOO_SHORT : TOO_LONG, { file, needed: parted(needed), there: parted(there) });

const PICTURES: Text = { en: '{n} pictures of {h} × {w}', ko: '{h} × {w} 그림 {n}장' };
/** By how many there are. Other sets have taken MNIST's sizes over, so that "as many as" is all that can be said. */
const LIKE: Readonly<Record<number, Text>> = {
  60_000: {
    en: '{n} pictures of {h} × {w}, as MNIST has for training',
    ko: '{h} × {w} 그림 {n}장(MNIST 훈련용과 같은 수)',
  },
  10_000: {
    en: '{n} pictures of {h} × {w}, as MNIST has for testing',
    ko: '{h} × {w} 그림 {n}장(MNIST 테스트용과 같은 수)',
  },
};
const LABELS: Text = { en: 'the labels of {n} pictures', ko: '그림 {n}장의 정답' };

const NOT_BYTES: Text = {
  en: '{file} is an IDX file, but its numbers are no bytes. Pictures and labels of MNIST are: choose a file that ends in -ubyte.',
  ko: '{file}: IDX 파일이지만 숫자가 바이트가 아니다. 이름이 -ubyte로 끝나는 MNIST 파일을 고르세요.',
};
const OTHER_AXES: Text = {
  en: '{file} is an IDX file with axes: {n}. Pictures have 3 and labels have 1: choose a file with idx3 or idx1 in its name.',
  ko: '{file}: 축이 {n}개인 IDX 파일이다. 그림은 3개, 정답은 1개다. 이름에 idx3이나 idx1이 있는 파일을 고르세요.',
};
const NO_HEADER: Text = {
  en: '{file} is an IDX file that ends before it has said how much it holds. Download it again.',
  ko: '{file}: IDX 파일인데 크기가 적힌 곳까지도 오지 못하고 끝난다. 다시 내려받으세요.',
};
const EMPTY: Text = {
  en: '{file} is an IDX file that holds nothing. Choose another one.',
  ko: '{file}: 비어 있는 IDX 파일이다. 다른 파일을 고르세요.',
};
const TOO_WIDE: Text = {
  en: '{file} has pictures of {h} × {w} pixels, and at most {most} × {most} can be learned here. Choose smaller pictures.',
  ko: '{file}: 그림이 {h} × {w}픽셀인데 {most} × {most}까지만 배울 수 있다. 더 작은 그림을 고르세요.',
};
const TOO_MANY: Text = {
  en: '{file} says that it has {n} pictures, and at most {most} can be read. Choose a smaller file.',
  ko: '{file}: 그림이 {n}장이라고 적혀 있는데 {most}장까지만 읽을 수 있다. 더 작은 파일을 고르세요.',
};
const TOO_MANY_LABELS: Text = {
  en: '{file} says that it has {n} labels, and at most {most} can be read. Choose a smaller file.',
  ko: '{file}: 정답이 {n}개라고 적혀 있는데 {most}개까지만 읽을 수 있다. 더 작은 파일을 고르세요.',
};
const TOO_SHORT: Text = {
  en: '{file} is cut short: it says that it holds {needed} bytes, and has {there}. Download it again.',
  ko: '{file}: 파일이 잘렸다. {needed}바이트라고 적혀 있는데 {there}바이트뿐이다. 다시 내려받으세요.',
};
const TOO_LONG: Text = {
  en: '{file} does not fit what it says: it names {needed} bytes, and has {there}. Download it again.',
  ko: '{file}: 적힌 크기와 맞지 않는다. {needed}바이트라고 적혀 있는데 {there}바이트가 있다. 다시 내려받으세요.',
};
const OTHER_LABELS: Text = {
  en: '{file} has the label {largest}, and only 0 to {most} can be learned here. Choose labels of fewer classes.',
  ko: '{file}: 정답에 {largest:이/가} 있는데 0부터 {most}까지만 배울 수 있다. 클래스가 더 적은 파일을 고르세요.',
};
