import { create } from 'zustand';
import { apply, designAt } from '../experiment/apply.ts';
import type { Design, Experiment, Patch } from '../experiment/experiment.ts';
import { opening } from '../experiment/presets.ts';
import type { Text } from '../text.ts';
import type { Curve, Frame, Moment, Saved } from '../worker/frame.ts';

/** A way back over one edit, and forth again. */
export type Entry =
  | { readonly kind: 'keep'; readonly gesture: string | null; readonly undo: Patch; readonly redo: Patch }
  | { readonly kind: 'restart'; readonly gesture: string | null; readonly other: Road };

/** A run that can be taken up again: as the trainer kept it, or from its document if it no longer does. */
export interface Road {
  readonly run: number;
  readonly experiment: Experiment;
  readonly step: number;
  readonly origin: Moment | null;
  readonly branches: readonly Branch[];
}

/** A run that was left for another one: its curve stays as a ghost, named by what was there. */
export interface Branch {
  readonly id: number;
  readonly name: Text;
  /** The name was given by a person. */
  readonly renamed: boolean;
  /** Its curve is drawn beside the present one. */
  readonly shown: boolean;
  /** What its loss measures; what was kept by an earlier version does not say it. */
  readonly measures?: string | undefined;
  readonly curve: Curve;
  /** What opens it again, where it came furthest; null: only its curve is known. */
  readonly road: { readonly experiment: Experiment; readonly saved: Saved } | null;
}

/** An edit that shows already and is not yet part of a frame: `edits` is how many its document will have. */
export interface Pending {
  readonly patch: Patch;
  readonly edits: number;
}

export interface Work {
  /** The document of the run on the screen. */
  readonly experiment: Experiment;
  /** The moment that run begins at, where it is not its first weights. */
  readonly origin: Moment | null;
  readonly pending: readonly Pending[];
  /** The design at the playhead, what is pending included. */
  readonly design: Design;
  readonly frame: Frame | null;
  /** Oldest first. */
  readonly branches: readonly Branch[];
  /** The ids of those that were deleted: no way back to an earlier run brings them along. */
  readonly deleted: readonly number[];
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export const useWork = create<Work>(() => ({
  experiment: opening,
  origin: null,
  pending: [],
  design: designAt(opening, 0),
  frame: null,
  branches: [],
  deleted: [],
  past: [],
  future: [],
}));

/** Changes the work and keeps `design` in step with what it is made of. */
export const work = (change: Partial<Omit<Work, 'design'>>): void => {
  useWork.setState((before) => {
    const after = { ...before, ...change };
    const same =
      after.experiment === before.experiment &&
      after.pending === before.pending &&
      (after.frame?.edits ?? 0) === (before.frame?.edits ?? 0);
    if (same) return change;
    const edits = after.frame?.edits ?? after.experiment.edits.length;
    const design = after.pending.reduce<Design>(
      (shown, { patch }) => apply(shown, patch),
      designAt(after.experiment, edits),
    );
    return { ...change, design: keepParts(before.design, design) };
  });
};

/** Parts that say the same stay the same objects, so that nothing is computed again for them. */
const keepParts = (before: Design, after: Design): Design => {
  const part = <Part>(old: Part, now: Part): Part =>
    JSON.stringify(old) === JSON.stringify(now) ? old : now;
  return {
    data: part(before.data, after.data),
    model: part(before.model, after.model),
    compile: part(before.compile, after.compile),
    fit: part(before.fit, after.fit),
    seed: after.seed,
  };
};
