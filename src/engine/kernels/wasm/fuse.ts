import * as code from '../assembly/codes.ts';

/**
 * Lets a call that was just noted do what the next one asks for, where the assembly has both in one: true if it will. The
 * bits are those of the two calls one after the other.
 */
export const fuse = (words: Int32Array, last: number, next: number, given: readonly number[]): boolean => {
  const before = words[last]! & 0xffff;
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
