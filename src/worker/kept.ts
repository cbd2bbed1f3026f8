import type { Saved } from './frame.ts';
import type { Run } from './run.ts';
import { reachedOf } from './saved.ts';

/** Runs that were left and can be taken up again. */
export interface Kept {
  put(run: Run): void;
  /** What opens a run again where it came furthest; null if it is not kept. */
  reached(id: number): Saved | null;
  /** Gives a run back, which is then no longer kept. */
  take(id: number): Run | undefined;
}

/** Runs kept for undo. */
const MOST = 20;
/** Bytes that their rows may take together, those that several runs share counted once: pictures are large. */
const BYTES = 256 * 1024 * 1024;
/** Keyframes that a run keeps while it waits, so that twenty of them stay small. */
const KEYFRAMES = 32;

export const createKept = (): Kept => {
  const runs = new Map<number, Run>();
  return {
    put(run) {
      run.history.keepFew(KEYFRAMES);
      runs.set(run.id, run);
      for (const id of runs.keys()) if (runs.size > MOST || bytesOf(runs.values()) > BYTES) runs.delete(id);
    },
    reached(id) {
      const run = runs.get(id);
      return run ? reachedOf(run) : null;
    },
    take(id) {
      const run = runs.get(id);
      runs.delete(id);
      return run;
    },
  };
};

const bytesOf = (runs: Iterable<Run>): number => {
  const buffers = new Set([...runs].map(({ setup }) => setup.train.inputs.buffer));
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
};
