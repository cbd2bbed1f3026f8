import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importers, join, type Part, readFile } from '../../src/data/importing/index.ts';
import { MOST_BYTES } from '../../src/data/importing/importer.ts';
import { counted, gzipped, idxFile } from './idx.ts';

const PICTURES = idxFile([3, 4, 5], counted(60, 256));
const LABELS = idxFile([3], [0, 2, 1]);

/** What a file gives, which must be no problem. */
const part = async (bytes: Uint8Array<ArrayBuffer>, name = 'a'): Promise<Part> => {
  const read = await readFile(bytes, name);
  if ('problem' in read) throw new Error(read.problem.en);
  return read;
};

/** The English sentence on a file that is not read; both languages name the file. */
const problem = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const read = await readFile(bytes, 'this.file');
  if (!('problem' in read)) throw new Error('expected a problem');
  expect(read.problem.en).toContain('this.file');
  expect(read.problem.ko).toContain('this.file');
  expect(`${read.problem.en} ${read.problem.ko}`).not.toMatch(/[{}]/);
  return read.problem.en;
};

test.each([
  ['as it is', PICTURES],
  ['packed', gzipped(PICTURES)],
])('pictures are read from an IDX file %s', async (_, bytes) => {
  expect(await part(bytes)).toMatchObject({
    kind: 'pictures',
    count: 3,
    shape: [4, 5, 1],
    pixels: counted(60, 256),
    words: { en: '3 pictures of 4 × 5', ko: '4 × 5 그림 3장' },
  });
});

test('labels are read, and how many classes they are of', async () => {
  expect(await part(gzipped(LABELS))).toMatchObject({
    kind: 'labels',
    count: 3,
    classes: 3,
    labels: Uint8Array.of(0, 2, 1),
  });
});

test.each([
  [10_000, '10,000 pictures of 28 × 28, as MNIST has for testing'],
  [60_000, '60,000 pictures of 28 × 28, as MNIST has for training'],
  [20_000, '20,000 pictures of 28 × 28'],
])('%i pictures of MNIST’s size are named for what they are', async (count, words) => {
  const { words: said } = await part(idxFile([count, 28, 28], new Uint8Array(count * 784)));
  expect(said.en).toBe(words);
});

test('pictures and labels are joined in either order, and a later file replaces an earlier one', async () => {
  const [pictures, labels] = [await part(PICTURES), await part(LABELS)];
  const other = await part(idxFile([3], [1, 1, 0]));
  const joined = { kind: 'labelled', count: 3, shape: [4, 5, 1], classes: 3 };
  expect(join([pictures, labels])).toMatchObject(joined);
  expect(join([labels, pictures])).toMatchObject(joined);
  expect(join([labels, pictures, other])).toMatchObject({ classes: 2, labels: Uint8Array.of(1, 1, 0) });
});

test('what is missing is asked for, and what does not belong together is refused', async () => {
  const [pictures, labels] = [await part(PICTURES), await part(LABELS)];
  expect(join([])).toHaveProperty('wants.en', expect.stringContaining('idx3-ubyte.gz'));
  expect(join([pictures])).toHaveProperty('wants.en', expect.stringMatching(/3 pictures of 4 × 5.*idx1/));
  expect(join([pictures])).toHaveProperty('wants.ko', expect.stringMatching(/4 × 5 그림 3장이 .*idx1/));
  expect(join([labels])).toHaveProperty('wants.en', expect.stringMatching(/labels of 3 pictures.*idx3/));
  expect(join([pictures, await part(idxFile([2], [0, 1]))])).toHaveProperty(
    'problem.en',
    '3 pictures and 2 labels do not belong together. Drop the pictures and the labels of one set.',
  );
});

test.each([
  ['an empty file', new Uint8Array(0), /no file of pictures/],
  ['a text', Uint8Array.from(Buffer.from('label,pixel0\n5,0\n')), /no file of pictures/],
  ['a picture of another format', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /no file of pictures/],
  ['a file of floats', idxFile([1, 2, 2], new Uint8Array(16), 0x0d), /no bytes/],
  ['a file with two axes', idxFile([2, 2], new Uint8Array(4)), /axes: 2/],
  ['a file with no axis', idxFile([], []), /axes: 0/],
  ['a file that ends in its header', PICTURES.slice(0, 11), /before it has said/],
  ['no pictures', idxFile([0, 28, 28], []), /holds nothing/],
  ['pictures without width', idxFile([3, 28, 0], []), /holds nothing/],
  ['no labels', idxFile([0], []), /holds nothing/],
  ['pictures cut short', PICTURES.slice(0, -1), /cut short.* 60 bytes, and has 59/],
  ['bytes behind the pictures', idxFile([2, 4, 5], counted(60, 256)), /40 bytes, and has 60/],
  ['labels cut short', LABELS.slice(0, -1), /cut short.* 3 bytes, and has 2/],
  ['pictures too wide', idxFile([1, 65, 2], new Uint8Array(130)), /65 × 2 pixels.*64 × 64/],
  ['more pictures than there may be', idxFile([70_001, 1, 1], new Uint8Array(70_001)), /70,001/],
  ['more labels than there may be', idxFile([70_001], new Uint8Array(70_001)), /70,001 labels/],
  ['a label too large', idxFile([2], [0, 64]), /label 64, and only 0 to 63/],
  ['four billion pictures', idxFile([0xffffffff, 28, 28], new Uint8Array(784)), /4,294,967,295 pictures/],
  ['a packed file cut short', gzipped(PICTURES).slice(0, -9), /cut short or damaged/],
  ['the beginning of a packed file', gzipped(PICTURES).slice(0, 5), /cut short or damaged/],
  ['something packed that is no picture', gzipped(Buffer.from('hello there')), /no file of pictures/],
])('%s is refused in a sentence', async (_, bytes, words) => {
  expect(await problem(Uint8Array.from(bytes))).toMatch(words);
});

/** A packed file that says in its last four bytes that it holds so many. */
const claiming = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = gzipped(PICTURES);
  new DataView(bytes.buffer).setUint32(bytes.length - 4, size, true);
  return bytes;
};

test('a packed file that lies about its size is refused', async () => {
  expect(await problem(claiming(PICTURES.length - 1))).toMatch(/cut short or damaged/);
  expect(await problem(claiming(PICTURES.length + 1))).toMatch(/cut short or damaged/);
  expect(await problem(claiming(0))).toMatch(/cut short or damaged/);
  expect(await problem(claiming(MOST_BYTES + 1))).toMatch(/cut short or damaged/);
  const damaged = gzipped(PICTURES);
  damaged[damaged.length - 6]! ^= 1;
  expect(await problem(damaged)).toMatch(/cut short or damaged/);
});

test('a file as large as may be is unpacked, and one byte more is not', async () => {
  expect(await problem(gzipped(new Uint8Array(MOST_BYTES)))).toMatch(/no bytes|no file of pictures/);
  expect(await problem(gzipped(new Uint8Array(MOST_BYTES + 1)))).toMatch(/more than 64 MB/);
});

test('whatever bytes a file has, it is read whole or refused', async () => {
  const header = fc.tuple(
    fc.constantFrom(8, 8, 8, 9, 13, 0),
    fc.array(fc.oneof(fc.nat(6), fc.nat(0xffff), fc.constant(0xffffffff)), { maxLength: 5 }),
    fc.uint8Array({ maxLength: 80 }),
  );
  const files = fc.oneof(
    header.map(([kind, lengths, numbers]) => idxFile(lengths, numbers, kind)),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes)),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.of(0x1f, 0x8b, 8, ...bytes)),
    header.map(([kind, lengths, numbers]) => gzipped(idxFile(lengths, numbers, kind))),
  );
  await fc.assert(
    fc.asyncProperty(files, async (bytes) => {
      const read = await readFile(bytes, 'this.file');
      if ('problem' in read) return read.problem.en.length > 0 && read.problem.ko.length > 0;
      if (read.kind === 'labels') return read.labels.length === read.count;
      const [height, width, channels] = read.shape;
      return read.pixels.length === read.count * height * width * channels;
    }),
    { numRuns: 400 },
  );
});

test('every importer has a name of its own', () => {
  expect(new Set(importers.map(({ name }) => name)).size).toBe(importers.length);
});

const folder = new URL('../../../shared/data/mnist/', import.meta.url);
const real = (name: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(new URL(name, folder)));

// The checksum of the unpacked pictures is the one their publishers give.
describe.skipIf(!existsSync(folder))('MNIST’s own files', () => {
  test('are read, named and joined', async () => {
    const pictures = await part(real('t10k-images-idx3-ubyte.gz'));
    const labels = await part(real('t10k-labels-idx1-ubyte.gz'));
    const joined = join([labels, pictures]);
    expect(joined).toMatchObject({
      kind: 'labelled',
      count: 10_000,
      shape: [28, 28, 1],
      classes: 10,
      words: { en: '10,000 pictures of 28 × 28, as MNIST has for testing' },
    });
    if (!('pixels' in joined)) throw new Error('expected pictures');
    const whole = idxFile([10_000, 28, 28], joined.pixels);
    expect(createHash('md5').update(whole).digest('hex')).toBe('2646ac647ad5339dbf082846283269ea');
    // The first digits of the test set: 7, 2, 1, 0, 4.
    expect([...joined.labels.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
  });

  test('are refused when they are cut', async () => {
    const bytes = real('t10k-labels-idx1-ubyte.gz');
    expect(await problem(bytes.slice(0, bytes.length / 2))).toMatch(/cut short or damaged/);
  });
});
