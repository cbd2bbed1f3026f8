/** Buffers that go to the page in a frame and come back with the next request, so that frames make no garbage. */
export interface Buffers {
  /** A Float32Array of `count` numbers, in a returned buffer if one of that size is here. */
  take(count: number): Float32Array;
  /** A copy of a stretch of memory. */
  copy(memory: ArrayLike<number>, at: number, count: number): Float32Array;
  /** Buffers that came back from the page. */
  give(buffers: readonly ArrayBuffer[]): void;
  /** What was taken since the last call: to be transferred. */
  taken(): ArrayBuffer[];
}

/** Buffers of one size kept for the next frame; more than this many are let go. */
const KEPT = 256;

export const createBuffers = (): Buffers => {
  const free = new Map<number, ArrayBuffer[]>();
  let out: ArrayBuffer[] = [];
  const take = (count: number): Float32Array => {
    const buffer = free.get(count * 4)?.pop() ?? new ArrayBuffer(count * 4);
    out.push(buffer);
    return new Float32Array(buffer);
  };
  return {
    take,
    copy(memory, at, count) {
      const copy = take(count);
      for (let i = 0; i < count; i++) copy[i] = memory[at + i]!;
      return copy;
    },
    give(buffers) {
      for (const buffer of buffers) {
        const kept = free.get(buffer.byteLength) ?? [];
        if (kept.length < KEPT) kept.push(buffer);
        free.set(buffer.byteLength, kept);
      }
    },
    taken() {
      const all = out;
      out = [];
      return all;
    },
  };
};
