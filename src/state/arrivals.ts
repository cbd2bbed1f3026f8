import { addEdit } from '../experiment/edits.ts';
import type { Experiment, Patch } from '../experiment/experiment.ts';
import type { Frame, Moment } from '../worker/frame.ts';
import { refresh } from './frames.ts';
import { type Branch, useWork, work } from './store.ts';

/**
 * The run the trainer holds may be newer than the one on the screen: until its first frame is here, its document
 * waits, so that document and frame are always seen together.
 */
let coming: {
  readonly run: number;
  experiment: Experiment;
  readonly branches: readonly Branch[];
  readonly origin: Moment | null;
} | null = null;
let busy = false;
let waiting: readonly { readonly gesture: string | null; readonly task: () => void }[] = [];

/**
 * Does a task now; while another run is on its way to the screen, once it is there, so that what is done next is done
 * to it. Of one gesture only the newest task waits.
 */
export const inTurn = (gesture: string | null, task: () => void): void => {
  if (!busy) return task();
  const goesOn = gesture !== null && waiting.at(-1)?.gesture === gesture;
  waiting = [...(goesOn ? waiting.slice(0, -1) : waiting), { gesture, task }];
};

/** Another run is asked for: edits wait until it is on the screen, or until it turns out that it will not come. */
export const expectRun = (): void => {
  busy = true;
};

/** Is another run on its way to the screen? */
export const runExpected = (): boolean => busy || coming !== null;

/** Lets the tasks go that were waiting, until one of them asks for another run again. */
export const release = (): void => {
  busy = false;
  const [next, ...later] = waiting;
  if (!next) return;
  waiting = later;
  next.task();
  if (!busy) release();
};

/** Has a step back been asked for that may not be on the screen yet? */
let backAsked = false;

/** A step back is asked for: until an edit has met it, only the trainer knows whether time is rewound. */
export const expectBack = (): void => {
  backAsked = true;
};

/** The trainer has said where time stands. */
export const meetBack = (): void => {
  backAsked = false;
};

/** May time stand before the newest moment? */
export const mayBeRewound = (): boolean => {
  const { frame } = useWork.getState();
  return backAsked || (frame !== null && frame.position.step < frame.newest.step);
};

/** The trainer has taken up a run of this document (from its origin, if it has one): it is shown with its first frame. */
export const turnTo = (
  run: number,
  experiment: Experiment,
  branches: readonly Branch[],
  origin: Moment | null = null,
): void => {
  coming = { run, experiment, branches, origin };
  refresh();
};

/** Writes an edit that the trainer has made into the document of the run it holds. */
export const enter = (applied: number, step: number, patch: Patch): { readonly edits: number } => {
  const { experiment, origin } = coming ?? useWork.getState();
  const next = addEdit(experiment, applied, step, patch, origin?.counters.edits);
  if (coming) coming.experiment = next;
  else work({ experiment: next });
  return { edits: next.edits.length };
};

/** Shows a frame, with the document it belongs to; false if it belongs to a run that is no longer on the screen. */
export const arrive = (frame: Frame): boolean => {
  const { frame: before, pending } = useWork.getState();
  if (coming && coming.run === frame.run) {
    const { experiment, branches, origin } = coming;
    coming = null;
    // What was pending was meant for the run that is left, and has entered it.
    work({ frame, experiment, branches, origin, pending: [] });
    release();
    return true;
  }
  if (before && before.run !== frame.run) return false;
  // The moment of the frame may lie before an edit that was made: a step back came with it.
  const left = pending.filter(({ edits }) => edits > frame.written);
  work({ frame, pending: left.length === pending.length ? pending : left });
  return true;
};
