import * as code from '../assembly/codes.ts';
import { touchedBy } from './touches.ts';

/** A stretch of memory, in bytes. */
export interface Range {
  readonly at: number;
  readonly end: number;
}

const apart = (a: Range, b: Range): boolean => a.end <= b.at || b.end <= a.at;
const within = (inner: Range, outer: Range): boolean => outer.at <= inner.at && inner.end <= outer.end;

/**
 * The zeros that a program has asked for and that nobody has written yet. Most of them are never written: gradients are
 * set to 0 and then added to, and a kernel whose target is known to be 0 need not read it.
 */
export interface Zeros {
  /** Takes a call that fills with 0 upon itself; false where a call does something else. */
  take(kernel: number, given: readonly number[]): boolean;
  /**
   * What becomes of the next call: nothing, where all that it adds is 0; or FRESH where its target is 0, else 0. Zeros that
   * it needs to be there are written before it by `fill`.
   */
  meet(kernel: number, given: readonly number[], fill: (zeros: Range) => void): number | null;
  /** Writes all that is left. */
  flush(fill: (zeros: Range) => void): void;
}

export const createZeros = (): Zeros => {
  let pending: Range[] = [];
  /** Takes a stretch out of what is pending. */
  const cut = (range: Range): void => {
    pending = pending.flatMap((zeros) =>
      apart(zeros, range)
        ? [zeros]
        : [
            { at: zeros.at, end: range.at },
            { at: range.end, end: zeros.end },
          ].filter(({ at, end }) => at < end),
    );
  };
  const isZero = (range: Range): boolean =>
    range.at < range.end && pending.some((zeros) => within(range, zeros));

  return {
    take(kernel, [to = 0, count = 0, value = 0]) {
      if (kernel !== code.FILL || value !== 0) return false;
      pending.push({ at: to, end: to + 4 * count });
      return true;
    },
    meet(kernel, given, fill) {
      if (pending.length === 0) return 0;
      const touched = touchedBy(kernel, given);
      if (!touched) {
        this.flush(fill);
        return 0;
      }
      const { reads, writes, adds, of } = touched;
      if (of && isZero(of)) return null;
      const fresh = adds !== undefined && isZero(adds);
      for (const range of [...reads, ...(adds && !fresh ? [adds] : [])]) {
        for (const zeros of pending.filter((one) => !apart(one, range))) fill(zeros);
        pending = pending.filter((one) => apart(one, range));
      }
      if (writes) cut(writes);
      if (fresh) cut(adds);
      return fresh ? code.FRESH : 0;
    },
    flush(fill) {
      for (const zeros of pending) fill(zeros);
      pending = [];
    },
  };
};
