import type { Experiment } from '../experiment/experiment.ts';
import { type Rest, restOf, wake } from './fork.ts';
import type { Saved } from './frame.ts';
import { note, type Run } from './run.ts';
import { reachedOf } from './saved.ts';

/** Runs that were left and can be taken up again. */
export interface Kept {
  put(run: Run): void;
  /** The experiment of a run; undefined if it is not kept. */
  experiment(id: number): Experiment | undefined;
  /** What opens a run again where it came furthest; null if it is not kept. */
  reached(id: number): Saved | null;
  /** Gives a run back, which is then no longer kept. It may be on its way to where it stood. */
  take(id: number): Run | undefined;
}

/** Runs kept for undo, and what all of them together may take, in bytes. */
const MOST = 20;
const LIMIT = 256 * 2 ** 20;
/** Keyframes that a run keeps while it waits, so that twenty of them stay small. */
const KEYFRAMES = 32;

/**
 * The run left last is kept whole. Of those before it as many as there is room for; the others, longest ago first, let go of
 * what they compute with, which is by far the most of a network for pictures, and of everything if that is not enough.
 */
export const createKept = (limit = LIMIT): Kept => {
  const runs = new Map<number, Run | Rest>();
  const isHeavy = (): boolean => weightOf([...runs.values()]) > limit;
  return {
    put(run) {
      note(run);
      run.history.keepFew(KEYFRAMES);
      runs.delete(run.id);
      const before = [...runs.keys()];
      runs.set(run.id, run);
      for (const id of before) if (runs.size > MOST) runs.delete(id);
      for (const [id, one] of runs)
        if (one !== run && 'trainer' in one && isHeavy()) runs.set(id, restOf(one));
      for (const id of before) if (isHeavy()) runs.delete(id);
    },
    experiment: (id) => runs.get(id)?.experiment,
    reached(id) {
      const run = runs.get(id);
      return run ? reachedOf(run) : null;
    },
    take(id) {
      const run = runs.get(id);
      runs.delete(id);
      return run && ('trainer' in run ? run : wake(run));
    },
  };
};

/** What runs take, in bytes: their moments, and of those that are whole the model and the rows, which some share. */
export const weightOf = (runs: readonly (Run | Rest)[]): number => {
  const blocks = new Set<ArrayBufferLike>();
  let moments = 0;
  for (const run of runs) {
    moments += run.history.bytes;
    if (!('trainer' in run)) continue;
    const { train, validation, settings } = run.setup;
    blocks.add(settings.model.arena.memory.buffer);
    for (const rows of [train, validation])
      if (rows) for (const { buffer } of [rows.inputs, rows.answers]) blocks.add(buffer);
  }
  return [...blocks].reduce((sum, { byteLength }) => sum + byteLength, moments);
};
