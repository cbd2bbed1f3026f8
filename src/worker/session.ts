import type { Experiment, Patch } from '../experiment/experiment.ts';
import { createBuffers } from './buffers.ts';
import type {
  Frame,
  Probe,
  Saved,
  SavedModel,
  Started,
  StartOptions,
  StepSize,
  TrainerFace,
} from './frame.ts';
import { frameOf } from './look.ts';
import { fileOf } from './file.ts';
import { advance, note, type Run, startRun } from './run.ts';
import { savedOf } from './saved.ts';
import { back, edit, retreat, seek } from './seek.ts';

/** What a session needs of the place it runs in. */
export interface Place {
  /** Milliseconds, from anywhere. */
  readonly now: () => number;
  /** Runs a task after `delay` milliseconds; 0: as soon as waiting commands are answered. */
  readonly later: (task: () => void, delay: number) => void;
  /** Marks the buffers in a value as moved rather than copied. */
  readonly transfer: <Value>(value: Value, buffers: ArrayBuffer[]) => Value;
}

/** Runs kept for undo. */
const KEPT = 20;
/** Keyframes that a run keeps while it waits, so that twenty of them stay small. */
const KEPT_KEYFRAMES = 32;
/** One slice of training, in milliseconds, and the longest it may grow to so that it ends with an epoch. */
const SLICE = 8;
const LONGEST = 24;

/** The trainer's side of the page: holds the runs, trains while playing, answers commands. */
export const createSession = (place: Place): TrainerFace => {
  const kept = new Map<number, Run>();
  const buffers = createBuffers();
  let run: Run | null = null;
  let lastId = 0;
  let playing = false;
  let size: StepSize = 'epoch';
  let pace = 30;
  /** Steps made and the time, since the pace was last set or play was pressed. */
  let anchor = { at: 0, made: 0, epoch: 0 };
  let ticking = false;

  const current = (): Run => {
    if (!run)
      throw new Error('Session: expected start() before any other command. Start an experiment first.');
    return run;
  };
  const setAnchor = (): void => {
    anchor = { at: place.now(), made: 0, epoch: run?.trainer.counters.epoch ?? 0 };
  };
  const keep = (left: Run | null): void => {
    if (!left) return;
    left.history.keepFew(KEPT_KEYFRAMES);
    kept.set(left.id, left);
    for (const id of kept.keys()) if (kept.size > KEPT) kept.delete(id);
  };
  const stop = (): void => {
    if (!playing) return;
    playing = false;
    if (run) note(run);
  };
  /** One step of a size; false when the run came to rest. */
  const move = (of: StepSize): boolean => {
    const moving = current();
    if (!advance(moving, of)) retreat(moving);
    if (moving.halt) stop();
    return moving.halt === null;
  };

  /** One step of the pace. An epoch goes by batches, so that a long one is left for the next slice in its middle. */
  const makeStep = (started: number): 'whole' | 'part' | 'rest' => {
    if (size !== 'epoch') return move(size) ? 'whole' : 'rest';
    do {
      if (!move('batch')) return 'rest';
      if (current().trainer.counters.cursor === 0) return 'whole';
    } while (place.now() - started < LONGEST);
    return 'part';
  };

  const tick = (): void => {
    ticking = false;
    if (!playing) return;
    const started = place.now();
    const due =
      pace === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : ((started - anchor.at) * pace) / 1000;
    while (anchor.made < due) {
      const came = makeStep(started);
      if (came === 'whole') anchor.made += 1;
      if (came !== 'whole' || place.now() - started >= SLICE) break;
    }
    // A machine that cannot keep the pace does not try to catch up for ever.
    if (due - anchor.made > pace) setAnchor();
    const wait =
      pace === Number.POSITIVE_INFINITY ? 0 : anchor.at + ((anchor.made + 1) * 1000) / pace - place.now();
    again(Math.max(0, Math.min(wait, 1000)));
  };
  const again = (delay: number): void => {
    if (!playing || ticking) return;
    ticking = true;
    place.later(tick, delay);
  };

  return {
    async start(experiment: Experiment, options: StartOptions = {}): Promise<Started> {
      const next = startRun(lastId + 1, experiment, options.saved ?? null);
      if ('refused' in next) return { run: lastId, left: null, refused: next.refused };
      if (options.step) {
        seek(next, options.step);
        if (next.trainer.counters.step < options.step) retreat(next);
      }
      lastId += 1;
      const left = run;
      if (!options.forget) keep(left);
      run = next;
      playing = options.playing ?? false;
      setAnchor();
      again(0);
      return { run: next.id, left: left?.id ?? null, refused: null };
    },
    async restore(id: number): Promise<boolean> {
      const found = kept.get(id);
      if (!found) return false;
      // It comes back as it was left, at rest: what was playing is the run that goes.
      stop();
      kept.delete(id);
      keep(run);
      run = found;
      setAnchor();
      return true;
    },
    async edit(patch: Patch) {
      const made = edit(current(), patch);
      // Rows taken away can end the last epoch that the run was to have.
      if (current().halt) stop();
      setAnchor();
      return made;
    },
    async play(): Promise<void> {
      current().halt = null;
      playing = true;
      setAnchor();
      again(0);
    },
    async pause(): Promise<void> {
      stop();
    },
    async pace(of: StepSize, rate: number): Promise<void> {
      size = of;
      pace = rate;
      setAnchor();
      again(0);
    },
    async forward(of: StepSize): Promise<void> {
      stop();
      current().halt = null;
      move(of);
      note(current());
    },
    async back(of: StepSize): Promise<void> {
      stop();
      back(current(), of);
    },
    async frame(probes: readonly Probe[], recycled: ArrayBuffer[]): Promise<Frame> {
      buffers.give(recycled);
      const epochs = current().trainer.counters.epoch - anchor.epoch;
      const seconds = (place.now() - anchor.at) / 1000;
      const rate = playing && seconds > 0 ? epochs / seconds : 0;
      const frame = frameOf(current(), probes, buffers, playing, rate);
      return place.transfer(frame, buffers.taken());
    },
    async save(): Promise<Saved> {
      return savedOf(current());
    },
    async file(name: string): Promise<SavedModel | null> {
      return fileOf(current(), name);
    },
    async seek(step: number): Promise<void> {
      stop();
      const sought = current();
      seek(sought, Math.min(Math.max(0, step), sought.newest.step));
    },
  };
};
