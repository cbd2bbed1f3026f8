import * as v from 'valibot';
import { sizeOf } from '../engine/shape.ts';
import { listOf, whole } from '../experiment/parts.ts';
import type { Text } from '../text.ts';

/**
 * The safetensors format (github.com/huggingface/safetensors): the length of a JSON head as 64 bits, lowest byte first;
 * the head, which gives each tensor its kind of number, its shape and where its bytes lie behind the head, and under
 * __metadata__ whatever words belong to them; then the bytes, lowest first, without holes. Read and written here are
 * float32 numbers only.
 */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: Float32Array;
}

export interface Tensors {
  /** In the order in which their bytes lie. */
  readonly tensors: readonly NamedTensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** The most that is read: bytes of the head, tensors, axes of one. */
const LONGEST_HEAD = 1_000_000;
const MOST_TENSORS = 1000;
const MOST_AXES = 8;
const LENGTH_BYTES = 8;
const NUMBER_BYTES = 4;
const METADATA = '__metadata__';

const entry = v.strictObject({
  dtype: v.literal('F32'),
  shape: listOf(whole(0, 0xffffffff), MOST_AXES),
  data_offsets: v.strictTuple([whole(0, 0xffffffff), whole(0, 0xffffffff)]),
});
const head = v.objectWithRest({ [METADATA]: v.optional(v.record(v.string(), v.string()), {}) }, entry);

/** Reads a file; a sentence where it is none, is cut, or says of itself what is not so. Nothing is allocated before. */
export const readTensors = (bytes: Uint8Array): Tensors | { readonly problem: Text } => {
  const broken = { problem: BROKEN };
  if (bytes.length < LENGTH_BYTES) return broken;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const begins = LENGTH_BYTES + length;
  if (view.getUint32(4, true) !== 0 || length > LONGEST_HEAD || begins > bytes.length) return broken;
  const read = v.safeParse(head, jsonOf(bytes.subarray(LENGTH_BYTES, begins)), { abortEarly: true });
  if (!read.success) return broken;
  const { [METADATA]: metadata, ...entries } = read.output;
  const named = Object.entries(entries).toSorted(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  let at = 0;
  for (const [, { shape, data_offsets }] of named) {
    if (data_offsets[0] !== at || data_offsets[1] !== at + NUMBER_BYTES * sizeOf(shape)) return broken;
    at = data_offsets[1];
  }
  if (named.length > MOST_TENSORS || begins + at !== bytes.length) return broken;
  const tensors = named.map(([name, { shape, data_offsets }]) => ({
    name,
    shape,
    numbers: Float32Array.from({ length: sizeOf(shape) }, (_, i) =>
      view.getFloat32(begins + data_offsets[0] + NUMBER_BYTES * i, true),
    ),
  }));
  return { tensors, metadata };
};

/** What a JSON text says by names; undefined where it is none, or a list. */
const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(said) ? undefined : said;
  } catch {
    return undefined;
  }
};

/** The bytes of a file. The head ends at a multiple of 8, filled up with spaces, as other programs write it. */
export const writeTensors = ({ tensors, metadata }: Tensors): Uint8Array<ArrayBuffer> => {
  let end = 0;
  const entries = tensors.map(({ name, shape, numbers }) => {
    const from = end;
    end += NUMBER_BYTES * numbers.length;
    return [name, { dtype: 'F32', shape, data_offsets: [from, end] }] as const;
  });
  const words = JSON.stringify({ [METADATA]: metadata, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(words);
  const length = Math.ceil(text.length / LENGTH_BYTES) * LENGTH_BYTES;
  const bytes = new Uint8Array(LENGTH_BYTES + length + end).fill(0x20, LENGTH_BYTES, LENGTH_BYTES + length);
  bytes.set(text, LENGTH_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  let at = LENGTH_BYTES + length;
  for (const { numbers } of tensors) {
    for (const number of numbers) {
      view.setFloat32(at, number, true);
      at += NUMBER_BYTES;
    }
  }
  return bytes;
};

const BROKEN: Text = {
  en: 'This file of weights cannot be read: it is cut short or of another kind. Get it again.',
  ko: '가중치 파일이 잘렸거나 다른 형식이어서 읽을 수 없다. 다시 받으세요.',
};
