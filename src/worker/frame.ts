import type { Counters } from '../engine/index.ts';
import type { Imported } from '../data/imported.ts';
import type { Text } from '../text.ts';
import type { Experiment, Patch } from '../experiment/experiment.ts';
import type { CallbacksReading, SavedModel } from './callbacks.ts';
import type { Save } from './files.ts';
import type { Line } from './log.ts';
import type { Probe, Views } from './views.ts';

export type { Region } from '../data/data.ts';
export type { Evaluation } from '../engine/index.ts';
export { type Map2d, type Probe, probeKey, type Views } from './views.ts';
export type { CallbacksReading, Patience, SavedFile, SavedModel } from './callbacks.ts';

/** The sizes of a step: a phase of one batch, one batch (= one update), one epoch. */
export type StepSize = 'phase' | 'batch' | 'epoch';

/** What a batch is doing: L forward phases, the loss, L backward phases, the update: 2L + 2 in all. */
export interface Phase {
  readonly kind: 'forward' | 'loss' | 'backward' | 'update';
  /** Index of the layer, from 0; null for loss and update. */
  readonly layer: number | null;
}

/** Where in time a frame stands. All counts are of things finished. */
export interface Position {
  /** Updates made since the start. */
  readonly step: number;
  /** Whole epochs finished. */
  readonly epoch: number;
  /** Rows of the current epoch already used. */
  readonly cursor: number;
  /** Batches of the current epoch already used. */
  readonly batch: number;
  /** Phases of the current batch already done: 0 at a batch boundary, at most 2L + 1. */
  readonly phase: number;
}

/** Why a run came to rest by itself. */
export type Halt =
  /** `restored`: the epoch, from 1, whose weights EarlyStopping has put back; null if none. */
  | { readonly kind: 'epochs'; readonly epoch: number; readonly restored?: number | null }
  | {
      readonly kind: 'stopped';
      readonly epoch: number;
      readonly by: 'EarlyStopping' | 'TerminateOnNaN';
      readonly restored: number | null;
    }
  /** A callback ended the run with an error; `keras`: what Keras says to it. */
  | { readonly kind: 'failed'; readonly epoch: number; readonly text: Text; readonly keras?: string }
  /** The id of the first layer whose weights or sums are not finite; null if only the loss is not. */
  | {
      readonly kind: 'diverged';
      readonly epoch: number;
      readonly step: number;
      readonly layer: number | null;
    }
  | { readonly kind: 'parted'; readonly epoch: number }
  | { readonly kind: 'repeats'; readonly epoch: number };

/** The weights of one layer: kernel row-major (inputs × units), bias (units). */
export interface Weights {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** The curve of a run, thinned to at most 2,000 points, oldest first. */
export interface Curve {
  /** Position on the time axis in epochs; whole, except while a batch or an edit stands inside an epoch. */
  readonly epoch: Float64Array;
  /** Updates made by then. */
  readonly step: Float64Array;
  readonly loss: Float32Array;
  /** NaN where there is no validation set. */
  readonly val_loss: Float32Array;
  /** Training rows answered wrongly by then. */
  readonly wrong: Float32Array;
}

/** Something that happened on the curve: all right for the first time, an edit, named by what it changed, or weights put back. */
export interface Mark {
  readonly epoch: number;
  readonly step: number;
  readonly words: Text;
  readonly kind: 'solved' | 'edit' | 'restored';
  /** Of 'solved': the last edit before it that changed what the loss is, counted from 1; one step may see several. */
  readonly edits?: number;
}

/** Numbers of the phase just done, for the narration; null at a batch boundary. */
export interface PhaseReading {
  readonly phase: Phase;
  /** Rows in the batch, its place in the epoch (from 1) and how many batches the epoch has. */
  readonly rows: number;
  readonly batch: number;
  readonly batches: number;
  /** Loss of this batch before its update, once known. */
  readonly loss: number | null;
  /** In a backward phase: the slope largest in size in that layer, and its place (kernel, then bias). */
  readonly slope: { readonly at: number; readonly value: number } | null;
}

/** Everything the machine computed at one moment, as one immutable snapshot. */
export interface Frame {
  /** Changes whenever a run starts over or another one is taken up. */
  readonly run: number;
  /** How many of the experiment's edits are in force at this moment. */
  readonly edits: number;
  /** How many edits its document has, those after this moment included. */
  readonly written: number;
  readonly position: Position;
  /** The furthest moment ever trained on this road; beyond `position` after stepping back. */
  readonly newest: { readonly step: number; readonly epoch: number };
  readonly playing: boolean;
  /** The moment it is on its way to, in updates and epochs made, as far as each is told; null where it stands or plays. */
  readonly seeking: { readonly step: number; readonly epoch: number } | null;
  /** Moments that are kept to go back from, what they take and may take, in bytes. */
  readonly moments: { readonly count: number; readonly bytes: number; readonly budget: number };
  readonly halt: Halt | null;
  /** True once the gradient norm over the training set is below 0.01 while accuracy is below 1. */
  readonly settled: boolean;
  readonly phase: PhaseReading | null;
  readonly weights: readonly Weights[];
  /**
   * Norm of the last update's gradient per layer; null before the first update. A layer at exactly 0 did not learn.
   */
  readonly slopes: readonly number[] | null;
  /** Training and validation loss where the curve ends at this moment, and rows right now. */
  readonly reading: {
    readonly loss: number;
    readonly val_loss: number | null;
    readonly right: number;
    readonly rows: number;
    readonly valRight: number;
    readonly valRows: number;
    /** 'now': evaluated at these weights; 'epoch': Keras's running mean over the last epoch; 'batch': the last batch before its update. */
    readonly measured: 'now' | 'epoch' | 'batch';
    /** The training loss evaluated at these very weights, whatever was measured for the curve. */
    readonly present: number;
    /** When the answers were counted and val_loss was measured, in epochs made, where that was not now: a large network is not held up for it. */
    readonly evaluated?: number;
    /** The share of all rows that is counted, where they are so many that this takes several frames: at rest the next one knows more, on the way it is a sample. */
    readonly counted?: number;
  };
  /** The last row the perceptron rule looked at: its id, its answer and output before the update; null elsewhere. */
  readonly looked: { readonly id: number; readonly answer: number; readonly output: number } | null;
  readonly curve: Curve;
  readonly marks: readonly Mark[];
  readonly views: Views;
  readonly callbacks: CallbacksReading;
  /** Updates that the present optimizer has made, and the learning rate of the next one, by its schedule if it has one. */
  readonly optimizer: { readonly iterations: number; readonly learning_rate: number };
  /** Measured speed while playing: epochs a second; 0 until it is known. */
  readonly rate: number;
}

/** Is a run training: as it plays, or on its way to a moment that was never there? */
export const goesOn = ({
  playing,
  seeking,
  newest,
}: Pick<Frame, 'playing' | 'seeking' | 'newest'>): boolean =>
  playing || (seeking !== null && seeking.step > newest.step);

/** What can be done to the trainer. Every promise settles; a refusal is a value, never an exception. */
export interface TrainerFace {
  /**
   * Starts a run of this experiment from step 0 (or takes up a saved moment). The run before is kept as a snapshot
   * (up to 20, and 256 MB), named by the returned `left`. Problems mean that nothing was started and the old run stays.
   */
  start(experiment: Experiment, options?: StartOptions): Promise<Started>;
  /** Makes digits from files known to the trainer: an experiment that names them can be started then. */
  know(imported: Imported): Promise<void>;
  /** Takes up a kept run as it was, or sets it on its way there; false if it is no longer kept. */
  restore(run: number): Promise<boolean>;
  /**
   * The moment at which an experiment begins that this run starts over with: what is frozen in it keeps what it has
   * learned here, and with `again` all begins as this run began. Null: it begins at its own first weights.
   */
  carried(experiment: Experiment, again: boolean): Promise<Moment | null>;
  /** What opens a kept run again where it came furthest; null if it is no longer kept. */
  reached(run: number): Promise<Saved | null>;
  /**
   * Applies a patch that keeps the weights, at this batch boundary. Where the run is rewound its future is cut; with
   * `branch` it is kept whole, as by start(), and another run goes on from this moment.
   */
  edit(patch: Patch, branch?: boolean): Promise<Edited>;
  play(): Promise<void>;
  /** Stops, on the way to a moment that was never there too; what was there before is come to. */
  pause(): Promise<void>;
  /** `rate` steps of `size` a second; Infinity is Max. */
  pace(size: StepSize, rate: number): Promise<void>;
  forward(size: StepSize): Promise<void>;
  back(size: StepSize): Promise<void>;
  frame(probes: readonly Probe[], recycled: ArrayBuffer[]): Promise<Frame>;
  /** What a reload needs to open here again. */
  save(): Promise<Saved>;
  /** What ModelCheckpoint saved under this name on the way to the present moment; null if it is not there any more. */
  file(name: string): Promise<SavedModel | null>;
  /**
   * Puts the run, at rest, where it stood after so many updates and phases of the next batch. What takes longer than about a frame goes on after the
   * answer: `seeking` says so. A later seek replaces it; an edit, a step or a play waits until it is there.
   */
  seek(step: number, phases?: number): Promise<void>;
  /** How many bytes the moments of a run may take that are kept to go back from. */
  remember(bytes: number): Promise<void>;
}

export interface StartOptions {
  /** A moment of this very experiment to take up instead of its first weights. */
  readonly saved?: Saved;
  /** A step to train to, as if it were sought. */
  readonly step?: number;
  readonly playing?: boolean;
  /** The run before is not kept: a gesture passed through it. */
  readonly forget?: boolean;
}

/** An edit that was made: what addEdit needs to write it into the document. */
export interface Edited {
  /** Updates and edits that had been made before it. */
  readonly step: number;
  readonly applied: number;
  /** The number of the run that has it, and of the run that was left for it (null: the same one goes on). */
  readonly run: number;
  readonly left: number | null;
}

export interface Started {
  /** The new run's number, and the number of the run that was left (null at the first start). */
  readonly run: number;
  readonly left: number | null;
  readonly refused: Text | null;
}

/** A run at rest: its state at a batch boundary, keyframes of its past, and its curve. */
export interface Saved {
  readonly now: Moment;
  /**
   * Where the run begins, if it was taken up at a moment that its experiment does not come by itself: a saved model
   * whose weights or slots are others than the replayed ones. Nothing before it belongs to the run; left out: it begins
   * at its first weights.
   */
  readonly origin?: Moment;
  /** Moments before, oldest first, so that the first step back need not train again from the start. */
  readonly past: readonly Moment[];
  /** The furthest moment trained. */
  readonly newest: Newest;
  readonly curve: Curve;
  readonly marks: readonly Mark[];
  /** The lines of fit(), and what ModelCheckpoint saved; left out: none. */
  readonly log?: readonly Line[];
  readonly files?: readonly Save[];
}

/** The furthest moment of a run: updates, epochs, and edits made by then. */
export interface Newest {
  readonly step: number;
  readonly epoch: number;
  readonly edits: number;
}

/** A batch boundary: counters, and weights, slots and statistics in one range. */
export interface Moment {
  readonly counters: Counters;
  readonly state: Float32Array;
}
