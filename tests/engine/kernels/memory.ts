import { createArena, type Precision } from '../../../src/engine/arena.ts';
import type { Kernels } from '../../../src/engine/kernels/kernels.ts';
import { kernelsOver, type KernelSet } from '../../../src/engine/kernels/set.ts';
import type { Case, Places } from './case.ts';
import type { Draw } from './draw.ts';

/**
 * What unused memory holds: signalling NaNs that no kernel computes, each place its own (a wrong copy of one shows, too), so
 * that it shows where one is read or lost.
 */
const poisonAt = (index: number): number => 0x7fa0_0001 + (index & 0xfffff);
/** So many elements of it lie around every buffer at least. */
const AROUND = 8;

/** Elements in a page of WebAssembly's memory, and those beyond the arena's end that a vector may reach. */
const PAGE = 16384;
const BEYOND = 16;

/** Elements for cases in an arena that ends so with its pages that whoever reaches too far is stopped. */
export const roomIn = (set: KernelSet, pages: number): number => pages * PAGE - BEYOND - (set.own % PAGE);

/** Where the buffers of a case lie, counted from an arena's first free element. */
export interface Layout {
  readonly at: Places;
  readonly counts: Readonly<Record<string, number>>;
}

/** Lays the buffers of a case out one after the other, at any alignment, and often up to the very end of the room. */
export const layOut = ({ buffers }: Case, draw: Draw, room: number): Layout => {
  const at: Record<string, number> = {};
  const counts: Record<string, number> = {};
  let next = 0;
  for (const [name, [count]] of Object.entries(buffers)) {
    next += AROUND + draw.integer(0, 7);
    at[name] = next;
    counts[name] = count;
    next += count;
  }
  const left = room - next;
  if (left < 0) throw new Error(`Room for ${next} elements was expected, there is room for ${room}.`);
  const shift = draw.chance(0.4) ? left : Math.min(left, draw.integer(0, 3));
  for (const name of Object.keys(at)) at[name] = at[name]! + shift;
  return { at, counts };
};

/** An arena for one case after another, and the kernels over it. */
export interface Bed {
  readonly kernels: Kernels;
  /** The arena's free elements. */
  readonly free: Float32Array | Float64Array;
  /** The buffers' places, as kernels take them. */
  places(layout: Layout): Places;
}

export const createBed = (set: KernelSet, room: number, precision: Precision = 'float32'): Bed => {
  const arena = createArena(precision, set);
  const first = arena.reserve(room);
  arena.allocate();
  return {
    kernels: kernelsOver(arena),
    free: arena.memory.subarray(first, first + room),
    places: ({ at }) => Object.fromEntries(Object.entries(at).map(([name, place]) => [name, first + place])),
  };
};

const bitsOf = ({ free }: Bed): Int32Array => new Int32Array(free.buffer, free.byteOffset, free.length);

/** Poisons everything, and fills the buffers of a case. */
export const fill = (bed: Bed, { buffers }: Case, { at }: Layout, draw: Draw): void => {
  const bits = bitsOf(bed);
  for (let i = 0; i < bits.length; i++) bits[i] = poisonAt(i);
  for (const [name, [count, kind]] of Object.entries(buffers)) {
    for (let i = 0; i < count; i++) bed.free[at[name]! + i] = draw.element(kind);
  }
};

/** Copies everything bit for bit; between precisions, the buffers' numbers. */
export const copy = (from: Bed, to: Bed, { at, counts }: Layout): void => {
  if (to.free instanceof Float32Array) bitsOf(to).set(bitsOf(from));
  else {
    for (const name of Object.keys(at))
      to.free.set(from.free.subarray(at[name], at[name]! + counts[name]!), at[name]);
  }
};

/** Where two memories in Float32 differ, or unused memory was written; null: nowhere. NaN equals NaN in buffers alone. */
export const difference = (expected: Bed, received: Bed, { at, counts }: Layout): string | null => {
  const [one, other] = [bitsOf(expected), bitsOf(received)];
  let next = 0;
  const stretches = Object.keys(at).map((name) => ({ name, from: at[name]!, to: at[name]! + counts[name]! }));
  for (const { name, from, to } of [...stretches, { name: 'the end', from: one.length, to: one.length }]) {
    for (; next < from; next++) {
      if (one[next] !== poisonAt(next)) return `the reference wrote ${from - next} elements before ${name}`;
      if (other[next] !== poisonAt(next))
        return `unused memory was written ${from - next} elements before ${name}`;
    }
    for (; next < to; next++) {
      if (one[next] === other[next]) continue;
      const [a, b] = [expected.free[next]!, received.free[next]!];
      if (Number.isNaN(a) && Number.isNaN(b)) continue;
      return `${name}[${next - from}]: expected ${Object.is(a, -0) ? '-0' : a}, received ${Object.is(b, -0) ? '-0' : b}`;
    }
  }
  return null;
};

/** Where numbers are further than 1e-5 from those of Float64, taken relative to the larger of 1 and the number. */
export const distance = (single: Bed, double: Bed, { at, counts }: Layout): string | null => {
  for (const [name, from] of Object.entries(at)) {
    for (let i = from; i < from + counts[name]!; i++) {
      const [a, b] = [single.free[i]!, double.free[i]!];
      if (Object.is(a, b) || Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b))) continue;
      return `${name}[${i - from}]: in Float64 ${b}, in Float32 ${a}`;
    }
  }
  return null;
};
