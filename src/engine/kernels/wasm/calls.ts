import type { Arena } from '../../arena.ts';
import { FILL } from '../assembly/codes.ts';
import { PROGRAMS, PROGRAMS_BYTES } from '../assembly/places.ts';
import { plainPrograms, type Program, type Programs, type Step } from '../programs.ts';
import { fuse } from './fuse.ts';
import type { Machine } from './machine.ts';
import { share } from './split.ts';
import { createZeros, type Range, type Zeros } from './zeros.ts';

/** Calls the kernel of a number, or notes the call. Words are 32 bits each: places in bytes, counts, `single`s. */
export type Call = (code: number, ...words: number[]) => void;

export interface Calls extends Omit<Programs, 'take'> {
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

/** Calls that lie from one word to another. */
interface Stretch {
  readonly from: number;
  to: number;
  /** The last of them. */
  last: number;
}
/** A program by parts: calls of the assembly, and between them what it does not have. */
type Part = Stretch | (() => void);

interface Noted {
  parts: readonly Part[] | null;
  /** The age in which they were noted. */
  age: number;
}

// Words: room for programs, for one call made at once, and for the updates of a repeated step.
const FIRST = PROGRAMS / 4;
const END = (PROGRAMS + PROGRAMS_BYTES) / 4;
const UPDATES = END - 8192;
const NOW = UPDATES - 256;

/** Thrown where a program finds no room. */
class NoRoom extends Error {}

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
  /** What has been noted of the program that is being noted, and the zeros in it that are not written yet. */
  let noting: { readonly parts: Part[]; readonly zeros: Zeros } | null = null;
  let next = FIRST;
  let limit = NOW;
  /** Programs share one place. When it is full all of them are forgotten, and noted again when they are wanted. */
  let age = 0;
  const known = new WeakMap<Program, Noted>();

  const write = (at: number, code: number, given: readonly number[]): number => {
    const count = given.length + 1;
    words[at] = code | (count << 16);
    for (let i = 0; i < given.length; i++) words[at + i + 1] = given[i]!;
    return at + count;
  };

  /** Where a call that lies from … to ends, once it is shared by threads where it is worth it. */
  const shared = (from: number, to: number, room: number): number => {
    const { sharing } = ready();
    return sharing ? share(words, from, to, room, sharing) : to;
  };

  const call: Call = (code, ...given) => {
    const { run } = ready();
    if (!noting) {
      run(NOW * 4, shared(NOW, write(NOW, code, given), UPDATES) * 4);
      return;
    }
    const { parts, zeros } = noting;
    if (zeros.take(code, given)) return;
    const flag = zeros.meet(code, given, (range) => writeZeros(parts, range));
    if (flag !== null) append(parts, code | flag, given);
  };

  const append = (parts: Part[], code: number, given: readonly number[]): void => {
    const stretch = parts.at(-1);
    const open = typeof stretch === 'object' ? stretch : null;
    if (open && fuse(words, open.last, code, given)) return;
    settle(parts);
    if (next + given.length >= limit) throw new NoRoom();
    const at = next;
    next = write(at, code, given);
    if (open) Object.assign(open, { to: next, last: at });
    else parts.push({ from: at, to: next, last: at });
  };

  /** Says that the last call is complete: nothing will be fused with it. */
  const settle = (parts: Part[]): void => {
    const stretch = parts.at(-1);
    if (typeof stretch !== 'object' || stretch.to !== next) return;
    next = shared(stretch.last, next, limit);
    stretch.to = next;
  };

  const writeZeros = (parts: Part[], { at, end }: Range): void =>
    append(parts, FILL, [at, (end - at) / 4, 0]);

  /** Notes something that is not made by the assembly: it finds the memory as all calls before leave it. */
  const noteOther = (other: () => void): void => {
    noting!.zeros.flush((range) => writeZeros(noting!.parts, range));
    settle(noting!.parts);
    noting!.parts.push(other);
  };

  /** The parts of some calls, written into the room there is; null where it is not enough. */
  const note = (calls: () => void): Part[] | null => {
    ready();
    const parts: Part[] = [];
    const zeros = createZeros();
    const from = next;
    noting = { parts, zeros };
    try {
      calls();
      zeros.flush((range) => writeZeros(parts, range));
      settle(parts);
      return parts;
    } catch (thrown) {
      next = from;
      if (thrown instanceof NoRoom) return null;
      throw thrown;
    } finally {
      noting = null;
    }
  };

  /** The parts of a program; null where there is no room for it even alone. */
  const partsOf = (program: Program): readonly Part[] | null => {
    const noted = known.get(program)!;
    if (noted.age === age) return noted.parts;
    noted.parts = note(program.make);
    if (!noted.parts && next > FIRST) {
      age += 1;
      next = FIRST;
      noted.parts = note(program.make);
    }
    noted.age = age;
    return noted.parts;
  };

  const run = (parts: readonly Part[]): void => {
    const made = ready();
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      if (typeof part === 'object') made.run(part.from * 4, part.to * 4);
      else part();
    }
  };

  /** The one stretch that a program is, if it is one. */
  const stretchOf = (parts: readonly Part[] | null): Stretch | null =>
    parts?.length === 1 && typeof parts[0] === 'object' ? parts[0] : null;

  /** Notes the updates from one time to another in a room of their own: how many found room, and the words of one. */
  const noteUpdates = ({ update, same }: Step, from: number, to: number) => {
    const back = next;
    [next, limit] = [UPDATES, END];
    let [count, size] = [0, 0];
    for (let i = from; i < (same ? from + 1 : to); i++) {
      const stretch = stretchOf(note(() => update(i)));
      if (!stretch || (count > 0 && stretch.to - stretch.from !== size)) break;
      size = stretch.to - stretch.from;
      count += 1;
    }
    [next, limit] = [back, NOW];
    return { count: same && count > 0 ? to - from : count, size };
  };

  const { repeat: repeatPlainly } = plainPrograms(arena);
  /** Repeats a step that is not made of the assembly's calls alone. */
  const repeatByCalls = (step: Step, times: number): number => {
    const { setTime } = ready();
    let time = 0;
    const make = (): void => {
      setTime(time++);
      step.compute.make();
    };
    try {
      return repeatPlainly({ ...step, compute: { make } }, times);
    } finally {
      setTime(0);
    }
  };

  return {
    call,
    foreign:
      (kernel) =>
      (...given) => {
        if (noting) noteOther(() => kernel(...given));
        else kernel(...given);
      },
    note(calls) {
      const program: Program = {
        make() {
          const parts = noting ? null : partsOf(program);
          if (parts) run(parts);
          else calls();
        },
      };
      known.set(program, { parts: null, age: -1 });
      return program;
    },
    ask(calls) {
      if (noting) noteOther(calls);
      else calls();
    },
    repeat(step, times) {
      const compute = stretchOf(partsOf(step.compute));
      let done = 0;
      while (done < times) {
        const { count, size } = compute ? noteUpdates(step, done, times) : { count: 0, size: 0 };
        if (!compute || count === 0) {
          if (done > 0) throw new Error(MIXED);
          return repeatByCalls(step, times);
        }
        const made = ready().repeat(
          compute.from * 4,
          compute.to * 4,
          UPDATES * 4,
          size * 4,
          step.same ? 0 : size * 4,
          done,
          done + count,
          place(step.loss),
          place(step.right),
          place(step.told),
        );
        if (made < done + count) return made;
        done = made;
      }
      return done;
    },
  };
};

const MIXED =
  'Programs.repeat: expected updates that are all made of this set’s kernels, or none, received both. Update by the same kernels each time.';
