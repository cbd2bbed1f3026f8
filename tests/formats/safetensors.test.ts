// The bytes of a file: the library safetensors for Python, version 0.8.0.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTensors, type Tensors, writeTensors } from '../../src/formats/safetensors.ts';

/** save({'b/kernel': arange(6).reshape(2, 3) / 4, 'a': [-1.5, 2⁻¹⁴⁹]}, {'made': 'by python'}), all float32. */
const PYTHON = Uint8Array.from(
  Buffer.from(
    `a0000000000000007b225f5f6d657461646174615f5f223a7b226d616465223a22627920707974686f6e227d2c
    2261223a7b226474797065223a22463332222c227368617065223a5b325d2c22646174615f6f66667365747322
    3a5b302c385d7d2c22622f6b65726e656c223a7b226474797065223a22463332222c227368617065223a5b322c
    335d2c22646174615f6f666673657473223a5b382c33325d7d7d202020202020200000c0bf0100000000000000
    0000803e0000003f0000403f0000803f0000a03f`.replaceAll(/\s/g, ''),
    'hex',
  ),
);

const FILE: Tensors = {
  tensors: [
    { name: 'a', shape: [2], numbers: Float32Array.of(-1.5, 2 ** -149) },
    { name: 'b/kernel', shape: [2, 3], numbers: Float32Array.of(0, 0.25, 0.5, 0.75, 1, 1.25) },
  ],
  metadata: { made: 'by python' },
};

test('a file that the Python library wrote is read, and written byte for byte the same', () => {
  expect(readTensors(PYTHON)).toEqual(FILE);
  expect([...writeTensors(FILE)]).toEqual([...PYTHON]);
});

test('what is written is read again, wherever in memory its bytes lie', () => {
  // Not any name: those of JavaScript's own, such as "prototype", are let go of in reading.
  const word = fc.stringMatching(/^[a-z0-9_]{1,9}\/[a-z]{1,4}$/);
  const tensors = fc.uniqueArray(word, { maxLength: 5 }).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.tuple(fc.nat(4), fc.nat(4), fc.float({ noNaN: true })).map(([rows, columns, first]) => ({
          name,
          shape: [rows, columns],
          numbers: Float32Array.from({ length: rows * columns }, (_, i) => first + i),
        })),
      ),
    ),
  );
  const words = fc.dictionary(word, fc.string());
  fc.assert(
    fc.property(tensors, words, (made, metadata) => {
      const bytes = writeTensors({ tensors: made, metadata });
      const read = readTensors(Uint8Array.of(7, 7, 7, ...bytes).subarray(3));
      if ('problem' in read) throw new Error(read.problem.en);
      // Of tensors without numbers the order among each other is not in the file.
      const sorted = (all: Tensors['tensors']) => all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      expect(sorted(read.tensors)).toEqual(sorted(made));
      expect({ ...read.metadata }).toEqual({ ...metadata });
    }),
  );
});

/** A file with this head and so many bytes behind it. */
const file = (head: string, bytes: number): Uint8Array => {
  const text = Buffer.from(head);
  const all = new Uint8Array(8 + text.length + bytes);
  new DataView(all.buffer).setBigUint64(0, BigInt(text.length), true);
  all.set(text, 8);
  return all;
};
const tensor = (shape: readonly number[], from: number, to: number, dtype = 'F32'): string =>
  JSON.stringify({ dtype, shape, data_offsets: [from, to] });

test('the smallest file and one that holds nothing are read', () => {
  expect(readTensors(file('{}', 0))).toEqual({ tensors: [], metadata: {} });
  expect(readTensors(file(`{"a":${tensor([1], 0, 4)}}`, 4))).toMatchObject({ tensors: [{ name: 'a' }] });
});

test.each([
  ['nothing', new Uint8Array(0)],
  ['less than a length', PYTHON.slice(0, 7)],
  ['a head cut short', PYTHON.slice(0, 60)],
  ['numbers cut short', PYTHON.slice(0, -1)],
  ['bytes behind the numbers', Uint8Array.of(...PYTHON, 0)],
  ['a head beyond any file', file('{}', 0).fill(255, 0, 8)],
  ['a head that is no JSON', file('{', 0)],
  ['a head that is a list', file('[]', 0)],
  ['a head that is no text', file('{}', 0).fill(255, 8)],
  ['numbers of another kind', file(`{"a":${tensor([1], 0, 4, 'I32')}}`, 4)],
  ['a shape that does not fit its bytes', file(`{"a":${tensor([2], 0, 4)}}`, 4)],
  ['a hole before the numbers', file(`{"a":${tensor([1], 4, 8)}}`, 8)],
  ['a hole between two', file(`{"a":${tensor([1], 0, 4)},"b":${tensor([1], 8, 12)}}`, 12)],
  ['two in one place', file(`{"a":${tensor([1], 0, 4)},"b":${tensor([1], 0, 4)}}`, 4)],
  ['a shape below 0', file(`{"a":${tensor([-1, -1], 0, 4)}}`, 4)],
  ['a shape that is no whole number', file(`{"a":${tensor([0.5, 2], 0, 4)}}`, 4)],
  ['a shape larger than memory', file(`{"a":${tensor([0xffffffff, 0xffffffff], 0, 4)}}`, 4)],
  ['metadata that is no text', file('{"__metadata__":{"a":1}}', 0)],
])('%s is refused in a sentence', (_, bytes) => {
  expect(readTensors(bytes)).toHaveProperty('problem.en', expect.stringContaining('cannot be read'));
  expect(readTensors(bytes)).toHaveProperty('problem.ko', expect.stringContaining('읽을 수 없다'));
});
