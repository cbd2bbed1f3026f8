import * as code from '../assembly/codes.ts';

/**
 * Lets a call that was just noted do what the next one asks for, where the assembly has both in one: true if it will. The
 * bits are those of the two calls one after the other.
 */
export const fuse = (words: Int32Array, last: number, next: number, given: readonly number[]): boolean => {
  const before = words[last]! & 0xffff;
  if (next === (code.RELU_GRADIENT | code.FRESH)) return fuseRelu(words, last, before, given);
  if (next !== code.ADD_BIAS) return false;
  const [x, bias, y, rows, columns] = given;
  if (before === code.MATMUL) {
    const [, , , c, m, , n, none] = words.subarray(last, last + 8);
    if (none !== 0 || x !== c || y !== c || rows !== m || columns !== n) return false;
    words[last + 7] = bias!;
    return true;
  }
  if (before === code.CONVOLVE) {
    const [, , , to, r = 0, , filters, none, , , outHeight = 0, outWidth = 0] = words.subarray(
      last,
      last + 12,
    );
    if (none !== 0 || x !== to || y !== to || columns !== filters || rows !== r * outHeight * outWidth)
      return false;
    words[last + 7] = bias!;
    return true;
  }
  return false;
};

/** The gradient of what relu was given, beside that of what it let through, which pooling spreads over cells not met before. */
const fuseRelu = (words: Int32Array, last: number, before: number, given: readonly number[]): boolean => {
  if (before !== (code.MAX_POOL_GRADIENT | code.FRESH)) return false;
  const [y, dy, dx, count] = given;
  const [, x, , , to = 0, rows = 0, channels = 0, height = 0, width = 0] = words.subarray(last, last + 9);
  const further = last + 19;
  if (words[further] !== 0 || y !== x || dy !== to || count !== rows * height * width * channels)
    return false;
  words[further] = dx! - to;
  return true;
};
