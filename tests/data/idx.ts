import { gzipSync } from 'node:zlib';

/** The bytes of an IDX file, written out by the format's own description. */
export const idxFile = (
  lengths: readonly number[],
  numbers: ArrayLike<number>,
  kind = 8,
): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(4 + 4 * lengths.length + numbers.length);
  bytes.set([0, 0, kind, lengths.length]);
  for (const [axis, length] of lengths.entries()) {
    bytes.set(
      [24, 16, 8, 0].map((shift) => (length >>> shift) & 255),
      4 + 4 * axis,
    );
  }
  bytes.set(numbers, 4 + 4 * lengths.length);
  return bytes;
};

/** The bytes 0, 1, 2 … below `most`, again and again. */
export const counted = (count: number, most: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, i) => i % most);

export const gzipped = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(gzipSync(bytes));
