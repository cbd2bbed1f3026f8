import { apply, effectOf, inverse, rebase } from '../experiment/apply.ts';
import { addEdit, isFull } from '../experiment/edits.ts';
import { type Design, type Experiment, type Patch, VERSION } from '../experiment/experiment.ts';
import { shapesThrough } from '../experiment/widths.ts';
import { inputShape } from '../data/inputs.ts';
import type { Text } from '../text.ts';
import { type Deed, noteDeed } from './deed.ts';
import { leaveFirst } from './leaving.ts';
import { tell } from './notice.ts';
import { beginningAt, carriedOver, type SavedRun } from './origin.ts';
import { noteEntry, roadHere, weightsBefore } from './entries.ts';
import { refresh } from './frames.ts';
import { enter, expectRun, inTurn, mayBeRewound, meetBack, release, turnTo } from './arrivals.ts';
import { branching } from './parts.ts';
import { checks, explainMisfit, refused } from './problems.ts';
import { type Branch, type Entry, type Pending, type Road, useWork, work } from './store.ts';
import { start } from './start.ts';
import { trainer } from './trainer.ts';

/** The design as it is at the playhead. */
export const useDesign = (): Design => useWork((now) => now.design);

export const useCanUndo = (): boolean => useWork((now) => now.past.length > 0);
export const useCanRedo = (): boolean => useWork((now) => now.future.length > 0);

export interface EditOptions {
  /** Edits one after the other with the same gesture (a drag) are undone as one. */
  readonly gesture?: string;
  readonly deed?: Deed;
  /** Where it starts over: stays at rest there, even if it was playing. */
  readonly rest?: boolean;
}

/** What an edit does: a patch, or how to make it from the design it will meet. Null does nothing. */
export type Move = Patch | null | ((design: Design) => Patch | null);

/** Makes an edit: keeps the weights or starts over as the patch asks for. Undoable. */
export const edit = (move: Move, options: EditOptions = {}): void => {
  if (!move) return;
  checks.need();
  noteDeed(options.deed ?? { kind: 'other' });
  const { gesture = null, rest = false } = options;
  inTurn(gesture, () => {
    const patch = typeof move === 'function' ? move(useWork.getState().design) : move;
    if (patch) make(patch, gesture, rest);
  });
};

const make = (patch: Patch, gesture: string | null, rest: boolean): void => {
  const { design, experiment } = useWork.getState();
  // An edit that was asked for twice while the first was on its way changes nothing any more.
  if (!patch.weights && JSON.stringify(apply(design, patch)) === JSON.stringify(design)) return;
  const after = apply(design, patch);
  if (patch.model && !shapesThrough(after.model.layers, inputShape(after.data))) return explainMisfit(after);
  if (effectOf(design, patch) === 'restart') return void startOver(patch, gesture, rest);
  if (isFull(experiment)) return tell(FULL);
  const undo = { ...inverse(design, patch), ...weightsBefore(patch) };
  const entry = { kind: 'keep', gesture, undo, redo: patch } as const;
  if (mayBeRewound()) {
    const turned = (other: Road): void => noteEntry({ kind: 'restart', gesture, other });
    void part(patch, () => noteEntry(entry), turned);
    return;
  }
  noteEntry(entry);
  void send(patch);
};

/** Settles when every edit sent so far has entered the document. */
let sent: Promise<void> = Promise.resolve();
export const edited = (): Promise<void> => sent;

/** Sends a patch that keeps the weights; it shows at once and enters the document when the trainer says where. */
const send = (patch: Patch): Promise<void> => {
  // What cannot be trained comes to rest; the sentence says why.
  if (refused(apply(useWork.getState().design, patch))) void trainer().pause();
  const waiting: Pending = { patch, edits: Number.POSITIVE_INFINITY };
  work({ pending: [...useWork.getState().pending, waiting] });
  const answer = trainer().edit(patch);
  const before = sent;
  sent = (async () => {
    await before;
    const settle = (as: (other: Pending) => readonly Pending[]): void =>
      work({ pending: useWork.getState().pending.flatMap(as) });
    try {
      const { step, applied } = await answer;
      const { edits } = enter(applied, step, patch);
      settle((other) => {
        if (other === waiting) return [{ patch, edits }];
        // An edit made after a step back replaces the later ones: then the document is shorter than they expect.
        return other.edits > edits && other.edits < Number.POSITIVE_INFINITY
          ? [{ ...other, edits }]
          : [other];
      });
    } catch {
      settle((other) => (other === waiting ? [] : [other]));
      tell(NOT_MADE);
    }
    refresh();
  })();
  return sent;
};

/**
 * Sends a patch that keeps the weights where time may be rewound. If it is, the run as it is becomes a branch and another
 * one goes on from this moment: `turned` gets the way back. If not, the edit is like any other, and `kept` is told.
 */
const part = (patch: Patch, kept: () => void, turned: (other: Road) => void): Promise<boolean> =>
  turn(async () => {
    const other = roadHere();
    const { experiment, design, origin, branches } = useWork.getState();
    const { step, applied, run, left } = await trainer().edit(patch, true);
    meetBack();
    if (refused(apply(design, patch))) void trainer().pause();
    if (left === null) {
      kept();
      const { edits } = enter(applied, step, patch);
      work({ pending: [...useWork.getState().pending, { patch, edits }] });
      refresh();
      return false;
    }
    const next = addEdit(experiment, applied, step, patch, origin?.counters.edits);
    turned({ ...other, run: left, step });
    turnTo(run, next, await amongBranches(branches, left, next), origin);
    return true;
  });

/** The branches, with the run that the trainer has left under this number among them if anything was trained in it. */
const amongBranches = async (
  branches: readonly Branch[],
  left: number | null,
  next: Experiment,
): Promise<readonly Branch[]> => {
  const { frame, origin } = useWork.getState();
  if (left === null || !frame || frame.newest.step <= (origin?.counters.step ?? 0)) return branches;
  try {
    const { branchOf, tellGone, withBranch } = await branching.fetch();
    const branch = await branchOf(left, next);
    const { gone, branches: list } = withBranch(branches, branch);
    // As it is named there, which may be with a number.
    tellGone(gone, list.at(-1) ?? null);
    return list;
  } catch {
    // What makes branches could not be fetched: undo still leads back to the run.
    return branches;
  }
};

const NOT_MADE: Text = {
  en: 'The change could not be made. What was there before stays.',
  ko: '바꾸지 못했습니다. 이전 상태를 그대로 둡니다.',
};
const FULL: Text = {
  en: 'This run holds as many edits as a link or a reload can keep. Press R to start over from here, then go on editing.',
  ko: '이 실험에는 링크와 저장에 담을 수 있는 만큼의 수정이 모두 들어 있습니다. R로 여기서 처음부터 시작한 뒤 이어서 고쳐 주세요.',
};

/** Starts over from the design with the patch in; the run before becomes a branch, named by what was there. */
const startOver = async (patch: Patch, gesture: string | null, rest: boolean): Promise<void> => {
  const { design, frame } = useWork.getState();
  const playing = !rest && (frame?.playing ?? false);
  const next = rebase({ version: VERSION, ...design, edits: [] }, 0, patch);
  const over = Object.keys(patch).length > 0 ? 'frozen' : 'all';
  await begin(next, { playing: playing && !refused(next), gesture, over });
};

/**
 * Starts an experiment (or takes it up at a saved moment) and shows it with its first frame; what was on the screen
 * stays if it is refused. While one gesture goes on, undo leads back to where it began, and what it passed through is
 * forgotten. False if it was refused.
 */
const begin = async (
  next: Experiment,
  options: {
    readonly playing?: boolean;
    readonly gesture?: string | null;
    readonly saved?: SavedRun;
    /** What goes on from the run on the screen: weights that are frozen, or all that it began with. */
    readonly over?: 'frozen' | 'all';
    readonly step?: number;
  },
): Promise<boolean> => {
  const { gesture = null, playing = false, over, step = 0 } = options;
  return turn(async () => {
    const carried = over ? await carriedOver(next, over === 'all') : null;
    const saved = carried ? { saved: carried } : options.saved;
    const { past, future, branches } = useWork.getState();
    const last = past.at(-1);
    const goesOn = gesture !== null && last?.kind === 'restart' && last.gesture === gesture;
    if (!goesOn) noteEntry({ kind: 'restart', gesture, other: roadHere() });
    const started = await start(next, {
      playing,
      forget: goesOn,
      saved: saved?.saved,
      step: refused(next) ? 0 : step,
    });
    if (started.refused) {
      work({ past, future });
      tell(started.refused);
      return false;
    }
    meetBack();
    const left = goesOn ? null : started.left;
    const list = saved?.branches ?? (await amongBranches(saved?.among ?? branches, left, next));
    turnTo(started.run, next, list, saved?.saved.origin);
    return true;
  });
};

/**
 * Asks for another run: once every edit that is on its way has arrived, and with those that follow waiting until it
 * is on the screen. False, and a sentence, if it does not come.
 */
export const turn = async (ask: () => Promise<boolean>): Promise<boolean> => {
  expectRun();
  let comes = false;
  try {
    await sent;
    comes = await ask();
  } catch {
    tell(NOT_MADE);
  }
  if (!comes) release();
  return comes;
};

/**
 * Opens another experiment in place of the one on the screen, at a saved moment or trained to a step; undo brings that
 * one back. False if it was refused.
 */
export const open = async (next: Experiment, saved?: SavedRun, step?: number): Promise<boolean> => {
  await leaveFirst();
  return new Promise((resolve) => inTurn(null, () => resolve(begin(next, { saved, step }))));
};

/** Makes a branch the run on the screen, where it came furthest; the one that was there becomes a branch. */
export const showAgain = ({ id, road }: Branch): Promise<boolean> =>
  new Promise((resolve) =>
    inTurn(null, () => {
      noteDeed({ kind: 'other' });
      const among = useWork.getState().branches.filter((branch) => branch.id !== id);
      resolve(road ? begin(road.experiment, { saved: { saved: road.saved, among } }) : false);
    }),
  );

/** From the start, with the same first weights. */
export const reset = (): void => inTurn(null, () => void startOver({}, null, true));

/** One edit back: the experiment changes, not the time; a run that was left for a new start comes back as it was. */
export const undo = (): Promise<void> => walk('past', 'future');
export const redo = (): Promise<void> => walk('future', 'past');

const walk = (from: 'past' | 'future', to: 'past' | 'future'): Promise<void> =>
  new Promise((resolve) => inTurn(null, () => resolve(travel(from, to))));

const travel = async (from: 'past' | 'future', to: 'past' | 'future'): Promise<void> => {
  const now = useWork.getState();
  const entry = now[from].at(-1);
  if (!entry) return;
  noteDeed({ kind: 'other' });
  const rest = now[from].slice(0, -1);
  if (entry.kind === 'keep') {
    if (isFull(now.experiment)) return tell(FULL);
    const patch = from === 'past' ? entry.undo : entry.redo;
    const note = (instead: Entry): void => work({ [from]: rest, [to]: [...now[to], instead] });
    if (mayBeRewound()) {
      const turned = (other: Road): void => note({ kind: 'restart', gesture: null, other });
      await part(patch, () => note(entry), turned);
      return;
    }
    note(entry);
    return send(patch);
  }
  const { run, experiment, step, origin } = entry.other;
  // A branch keeps what was done to it since: its name, and whether it is drawn.
  const branches = entry.other.branches
    .filter(({ id }) => !now.deleted.includes(id))
    .map((branch) => now.branches.find(({ id }) => id === branch.id) ?? branch);
  await turn(async () => {
    work({ [from]: rest, [to]: [...now[to], { kind: 'restart', gesture: null, other: roadHere() }] });
    meetBack();
    if (await trainer().restore(run)) {
      turnTo(run, experiment, branches, origin);
      return true;
    }
    const saved = origin ? beginningAt(origin) : undefined;
    const started = await start(experiment, { step, saved });
    if (started.refused) {
      work({ [from]: now[from], [to]: now[to] });
      tell(started.refused);
      return false;
    }
    turnTo(started.run, experiment, branches, origin);
    return true;
  });
};
