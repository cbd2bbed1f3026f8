import { SCRATCH_BYTES } from '../assembly/places.ts';
import { machineOver, type Machine } from './machine.ts';
import type { Sharing } from './split.ts';

/** What a thread is sent for: to compute in a memory until its visit is over. */
export interface Visit {
  /** The assembly of index-threads.ts. */
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly index: number;
  /** Where its kernels may write for themselves. */
  readonly scratch: number;
  readonly visit: number;
}

/** Threads beside the one that trains. Whoever has workers makes them; a set of kernels uses them. */
export interface Threads extends Sharing {
  /** The assembly of index-threads.ts. */
  readonly module: WebAssembly.Module;
  /** Bytes from which on a model has calls to share. */
  readonly from: number;
  /** Sends thread `index` (1 … threads − 1) on a visit: it calls `serve`, once the one before is over. */
  send(visit: Visit): void;
}

/** What the assembly for threads offers beside the rest (../assembly/threads.ts). */
interface Meeting extends Machine {
  expectThreads(visit: number): void;
  dismissThreads(): void;
  serve(index: number, scratch: number, visit: number): void;
}

const meetingOver = (module: WebAssembly.Module, memory: WebAssembly.Memory): Meeting =>
  machineOver(module, memory) as Meeting;

/** Makes a visit: returns when it is over. For the threads themselves. */
export const serve = ({ module, memory, index, scratch, visit }: Visit): void =>
  meetingOver(module, memory).serve(index, scratch, visit);

/** Bytes beyond an arena for the other threads' scratch memory. */
export const beside = ({ threads }: Threads): number => (threads - 1) * SCRATCH_BYTES;

/**
 * Machines over memories that threads may share. The threads are where something is computed at present: one memory at a time,
 * so that they keep no other alive.
 */
export const gatherings = (threads: Threads) => {
  let present: Meeting | null = null;
  let visit = 0;
  /** The machine over a memory, with scratch memory for the others from a place on. */
  return (memory: WebAssembly.Memory, from: number): Machine => {
    const meeting = meetingOver(threads.module, memory);
    const gather = (): Meeting => {
      if (present === meeting) return meeting;
      present?.dismissThreads();
      present = meeting;
      visit += 1;
      meeting.expectThreads(visit);
      for (let index = 1; index < threads.threads; index++) {
        const scratch = from + (index - 1) * SCRATCH_BYTES;
        threads.send({ module: threads.module, memory, index, scratch, visit });
      }
      return meeting;
    };
    return {
      sharing: threads,
      run: (start, end) => gather().run(start, end),
      setTime: meeting.setTime,
      repeat: (...given) => gather().repeat(...given),
    };
  };
};
