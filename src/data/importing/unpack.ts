import { fill, type Text } from '../../text.ts';
import { MOST_BYTES, type Problem } from './importer.ts';
import { megabytes } from './numbers.ts';

/** The first two bytes of a gzip file (RFC 1952, 2.3.1), and its smallest size: a header of 10 bytes and 8 at the end. */
const FIRST = 0x1f;
const SECOND = 0x8b;
const LEAST = 18;

/**
 * The bytes of a file, unpacked if it is a gzip file. How large it gets stands in its last four bytes: that much is
 * allocated, once, and only if it is within the limit; a file that holds more or less than it says is refused.
 */
export const unpack = async (
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
): Promise<Uint8Array | Problem> => {
  const packed = bytes[0] === FIRST && bytes[1] === SECOND;
  const cut = { problem: fill(CUT, { file: fileName }) };
  if (packed && bytes.length < LEAST) return cut;
  const size = packed
    ? new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true)
    : bytes.length;
  if (size <= MOST_BYTES) {
    if (!packed) return bytes;
    const unpacked = new Uint8Array(size);
    return (await pour(bytes, unpacked, size)) === 'whole' ? unpacked : cut;
  }
  // A file that was cut ends in any four bytes: whether it is large or cut shows only in what comes out of it.
  if (packed && (await pour(bytes, null, MOST_BYTES)) !== 'more') return cut;
  return tooLarge(fileName);
};

/** Unpacks so many bytes, into an array if there is one; says whether it was all, or there are more, or it broke off. */
const pour = async (
  bytes: Uint8Array<ArrayBuffer>,
  into: Uint8Array | null,
  most: number,
): Promise<'whole' | 'more' | 'broken'> => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'whole';
      if (at + value.length > most) {
        await reader.cancel();
        return 'more';
      }
      into?.set(value, at);
      at += value.length;
    }
  } catch {
    // The stream throws on what is no gzip, on a wrong checksum or size, and where it ends too soon.
    return 'broken';
  }
};

const CUT: Text = {
  en: '{file} cannot be unpacked: it is cut short or damaged. Download it again.',
  ko: '{file}: 파일이 잘렸거나 손상되어 압축을 풀 수 없다. 다시 내려받으세요.',
};
/** A file that is larger than may be read, which need not be looked into for that. */
export const tooLarge = (fileName: string): Problem => ({
  problem: fill(TOO_LARGE, { file: fileName, most: megabytes(MOST_BYTES) }),
});

const TOO_LARGE: Text = {
  en: '{file} holds more than {most} MB, which is the most that can be read. Choose a smaller file.',
  ko: '{file}: {most} MB보다 큰데 {most} MB까지만 읽을 수 있다. 더 작은 파일을 고르세요.',
};
