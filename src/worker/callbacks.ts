import type { Patience } from '../engine/callbacks/early_stopping.ts';
import type { Moment } from './frame.ts';

export type { Patience } from '../engine/callbacks/early_stopping.ts';

/** A model that ModelCheckpoint saved on the way to this moment; a later one of the same name has replaced the earlier. */
export interface SavedFile {
  /** As the template gave it: "moons-018-0.2870.keras". */
  readonly name: string;
  /** When it was saved: epochs counted from 1, as in the name, and updates made. */
  readonly epoch: number;
  readonly step: number;
  /** How many of the experiment's edits were in force. */
  readonly edits: number;
  /** Of weights, slots and statistics, as checksumOf gives it: what tells it from another of its name. */
  readonly checksum: number;
  readonly weightsOnly: boolean;
  /** Is it the best of those by the watched value? */
  readonly best: boolean;
}

/** A model as it was saved: a moment to take the run up at. */
export interface SavedModel {
  readonly name: string;
  readonly epoch: number;
  readonly step: number;
  /** The optimizer begins anew: its slots are zero. */
  readonly weightsOnly: boolean;
  readonly moment: Moment;
  /**
   * Does the experiment, trained from its first weights, come by this very moment? A run that is taken up at one it does
   * not come by has its origin there.
   */
  readonly replays: boolean;
  /** How many of the experiment's edits were in force. */
  readonly edits: number;
}

/** What the callbacks of fit() have come to by this moment. */
export interface CallbacksReading {
  readonly files: readonly SavedFile[];
  /** How EarlyStopping stands; at the end of a fit() as it stood there. */
  readonly patience: Patience | null;
  /**
   * Keras's lines, oldest first, the newest 500: an epoch's number, what callbacks say, its values. Without callbacks
   * epochs that are not on the curve are left out: a line "…" stands for them.
   */
  readonly log: readonly string[];
}
