import type { SavedFile } from './callbacks.ts';
import { isBy } from './log.ts';

/** One time that ModelCheckpoint saved. */
export interface Save {
  readonly name: string;
  /** The epoch, counted from 1, in which it was, updates made by then, and edits in force. */
  readonly epoch: number;
  readonly step: number;
  readonly edits: number;
  /** Of the state that was saved, as checksumOf gives it. */
  readonly checksum: number;
  readonly weightsOnly: boolean;
  /** How good by the watched value: less is better; null where that cannot be told. */
  readonly rank: number | null;
}

/** Everything that was saved in a run, read at any moment on the way. */
export interface Saves {
  push(save: Save): void;
  /** Forgets everything after a step, and what was saved there with more than so many edits in force. */
  cut(step: number, edits: number): void;
  /** What was saved last under a name by a moment. */
  find(name: string, moment: { readonly step: number; readonly edits: number }): Save | undefined;
  /** The files there are at a moment, in the order in which they were saved: the newest 100, and the best. */
  at(moment: { readonly step: number; readonly edits: number }): SavedFile[];
  /** Every time it has, oldest first. */
  all(): readonly Save[];
}

const SHOWN = 100;
/** Times it remembers beside the best, and how many more may gather before the oldest are let go. */
const MOST = 1000;
const SPARE = 200;
/** The most that a run ever holds. */
export const MOST_SAVES = MOST + SPARE;

/** The best of a list; of equally good ones, in single precision as Keras compares, the first. */
const bestOf = (saves: readonly Save[]): Save | undefined => {
  let best: Save | undefined;
  for (const save of saves) {
    if (save.rank === null) continue;
    if (!best || Math.fround(save.rank) < Math.fround(best.rank!)) best = save;
  }
  return best;
};

/** The newest of a list, and before them its best. */
const newest = (saves: readonly Save[], most: number): Save[] => {
  const best = bestOf(saves);
  const kept = saves.slice(-most);
  return best && !kept.includes(best) ? [best, ...kept] : kept;
};

export const createSaves = (from: readonly Save[] = []): Saves => {
  let saves = [...from];
  return {
    push(save) {
      saves.push(save);
      if (saves.length > MOST_SAVES) saves = newest(saves, MOST);
    },
    cut(step, edits) {
      saves = saves.filter((save) => isBy(save, { step, edits }));
    },
    find: (name, moment) => saves.findLast((save) => save.name === name && isBy(save, moment)),
    at(moment) {
      const there = new Map<string, Save>();
      for (const save of saves) {
        if (!isBy(save, moment)) break;
        // Saved again, it is the newest.
        there.delete(save.name);
        there.set(save.name, save);
      }
      const files = [...there.values()];
      const best = bestOf(files);
      return newest(files, SHOWN).map((save) => ({
        name: save.name,
        epoch: save.epoch,
        step: save.step,
        edits: save.edits,
        checksum: save.checksum,
        weightsOnly: save.weightsOnly,
        best: save === best,
      }));
    },
    all: () => saves,
  };
};
