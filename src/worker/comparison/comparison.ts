import type { Imported } from '../../data/imported.ts';
import type { Both, PairKind } from '../../experiment/pair.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Text } from '../../text.ts';
import type { Halt, Saved } from '../frame.ts';

/** The name of a worker that compares. */
export const COMPARISON = 'comparison';

/** What the pictures that a network is judged by come to after so many epochs: validation, or training where there is none. */
export interface EpochEnd {
  readonly loss: number;
  /** The share of them that is answered rightly. */
  readonly accuracy: number;
  /** Milliseconds that the epoch took, validation as fit() makes it at its end included; 0 before the first one. */
  readonly took: number;
}

/** How far one of the two has come. */
export interface Side {
  readonly parameters: number;
  /** Before training, then after each epoch. */
  readonly ends: readonly EpochEnd[];
  /** The share of the epoch under way that is done. */
  readonly begun: number;
  /** Why it learns no more; null: it has not come to the end yet. */
  readonly halt: Halt | null;
  /** Of digits from files, how many are answered rightly, of how many; null: not counted, or not to the end. */
  readonly imported: { readonly right: number; readonly of: number } | null;
}

/** How many of held-out pictures are answered rightly where they are moved by 0, 1, 2 … pixels. */
export interface Shifted {
  /** Whole epochs that each had made. */
  readonly epochs: Both<number>;
  readonly pictures: number;
  /** Shares by pixels: of pictures moved right, left, down and up, all four together. */
  readonly accuracy: Both<readonly number[]>;
}

/** The held-out pictures: further ones of the same kind, or those of the validation set where there are too few. */
export interface HeldOut {
  readonly kind: 'further' | 'validation';
  readonly count: number;
}

/** Everything that is known of a comparison at one moment. */
export interface Compared {
  /** Counts what was known before. */
  readonly version: number;
  readonly going: boolean;
  readonly sides: Both<Side>;
  readonly judged: 'validation' | 'training';
  readonly held: HeldOut;
  /** The furthest that pictures are moved, in pixels. */
  readonly most: number;
  /** The newest that was measured to the end; null: none was. */
  readonly shifted: Shifted | null;
  /** The share that is done of those being measured; null: none are. */
  readonly measuring: number | null;
}

/** A held-out picture, moved, and what both say of it. */
export interface Moved {
  readonly down: number;
  readonly across: number;
  readonly pixels: Float32Array;
  /** The class, and the output that decided. */
  readonly said: Both<{ readonly answer: number; readonly value: number }>;
}

/** What can be done to a comparison. Every promise settles; a refusal is a value, never an exception. */
export interface ComparisonFace {
  /** Makes digits from files known. */
  know(imported: Imported): Promise<void>;
  /** Begins anew, at rest. Digits from these files, by their hash, are counted at the end. */
  begin(pair: Both<Experiment>, imported: string | null): Promise<{ readonly refused: Text | null }>;
  go(): Promise<void>;
  rest(): Promise<void>;
  /** What is known, once it is more than at that version; null: no comparison was begun. */
  compared(since: number): Promise<Compared | null>;
  /** Held-out picture `index`, from 0, moved each way by so many pixels. */
  moved(
    index: number,
    by: number,
  ): Promise<{ readonly answer: number; readonly ways: readonly Moved[] } | null>;
  /** What opens one of the two where it stands. */
  saved(kind: PairKind): Promise<Saved | null>;
}
