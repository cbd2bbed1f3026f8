import * as code from '../assembly/codes.ts';

/**
 * Lets a call that was just noted do what the next one asks for, where the assembly has both in one: true if it will. The
 * bits are those of the two calls one after the other.
 */
export const fuse = (words: Int32Array, last: number, next: number, given: readonly number[]): boolean => {
  const before = words[last]! & 0xffff;
  if (before === code.MATMUL && next === code.ADD_BIAS) {
    const [x, bias, y, rows, columns] = given;
    const [, , , c, m, , n, none] = words.subarray(last, last + 8);
    if (none !== 0 || x !== c || y !== c || rows !== m || columns !== n) return false;
    words[last + 7] = bias!;
    return true;
  }
  return false;
};
