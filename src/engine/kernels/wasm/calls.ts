import type { Arena } from '../../arena.ts';
import type { Programs } from '../programs.ts';
import type { Machine } from './machine.ts';
import { PROGRAMS, PROGRAMS_BYTES } from '../assembly/places.ts';

/** Calls the kernel of a number, or notes the call. Words are 32 bits each: places in bytes, counts, `single`s. */
export type Call = (code: number, ...words: number[]) => void;

export interface Calls extends Programs {
  readonly call: Call;
  /** Makes a kernel of another set one of this: in a program it is called between two stretches. */
  foreign<Arguments extends unknown[]>(kernel: (...given: Arguments) => void): (...given: Arguments) => void;
}

/** Where a place of the arena lies. */
export const place = (index: number): number => index * 4;

const number = new Float32Array(1);
const bits = new Int32Array(number.buffer);
/** A number in single precision, as a word. */
export const single = (value: number): number => {
  number[0] = value;
  return bits[0]!;
};

/** Calls of the assembly from one word to another, or something else that is called. */
type Part = { readonly from: number; to: number } | (() => void);

const FIRST = PROGRAMS / 4;
const END = (PROGRAMS + PROGRAMS_BYTES) / 4;
/** A call made at once is written here: no kernel takes more words. */
const NOW = END - 64;

/** The calls over one arena, whose memory the machine computes in. */
export const createCalls = (arena: Arena, machineOf: (arena: Arena) => Machine): Calls => {
  let machine: Machine | null = null;
  let words: Int32Array = new Int32Array(0);
  const ready = (): Machine => {
    if (!machine) {
      machine = machineOf(arena);
      words = new Int32Array(arena.memory.buffer);
    }
    return machine;
  };
  /** What has been noted of the program that is being noted. */
  let noting: Part[] | null = null;
  let next = FIRST;
  /** Programs share one place. When it is full all of them are forgotten, and noted again when they are wanted. */
  let age = 0;

  const write = (at: number, code: number, given: readonly number[]): number => {
    const count = given.length + 1;
    words[at] = code | (count << 16);
    for (let i = 0; i < given.length; i++) words[at + i + 1] = given[i]!;
    return at + count;
  };

  const call: Call = (code, ...given) => {
    const { run } = ready();
    if (!noting) {
      run(NOW * 4, write(NOW, code, given) * 4);
      return;
    }
    if (next + given.length + 1 > NOW) throw FULL;
    const from = next;
    next = write(from, code, given);
    const last = noting.at(-1);
    if (last && typeof last === 'object') last.to = next;
    else noting.push({ from, to: next });
  };

  const noted = (calls: () => void): Part[] | null => {
    noting = [];
    const from = next;
    try {
      calls();
      return noting;
    } catch (thrown) {
      next = from;
      if (thrown === FULL) return null;
      throw thrown;
    } finally {
      noting = null;
    }
  };

  /** Notes a program, in the room that all the others leave if need be; null where there is not enough for it alone. */
  const parts = (calls: () => void): Part[] | null => {
    const first = noted(calls);
    if (first) return first;
    age += 1;
    next = FIRST;
    return noted(calls);
  };

  return {
    call,
    foreign:
      (kernel) =>
      (...given) => {
        if (noting) noting.push(() => kernel(...given));
        else kernel(...given);
      },
    note(calls) {
      let program: Part[] | null = null;
      let made = -1;
      return () => {
        if (noting) return calls();
        if (made !== age) {
          program = parts(calls);
          made = age;
        }
        if (!program) return calls();
        const { run } = ready();
        for (let i = 0; i < program.length; i++) {
          const part = program[i]!;
          if (typeof part === 'object') run(part.from * 4, part.to * 4);
          else part();
        }
      };
    },
    ask(calls) {
      if (noting) noting.push(calls);
      else calls();
    },
  };
};

/** Thrown where a program has no room. */
const FULL = new Error(
  'Programs: expected room for the calls of a program, found none. Nobody should see this.',
);
