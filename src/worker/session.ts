import type { Experiment, Patch } from '../experiment/experiment.ts';
import { createBalance } from './balance.ts';
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
import { advance, advanceMany, note, type Run, startRun } from './run.ts';
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
/** One slice of training, in milliseconds. */
const SLICE = 8;
/** Batches are made in one go for about so many milliseconds. */
const GO = 2;
const MOST_AT_ONCE = 65_536;

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
  /** Batches that are made in one go at present. */
  let atOnce = 1;
  const balance = createBalance();
  /** Frames that wait until training has had its share. */
  let held: (() => void)[] = [];

  const current = (): Run => {
    if (!run)
      throw new Error('Session: expected start() before any other command. Start an experiment first.');
    return run;
  };
  const setAnchor = (): void => {
    anchor = { at: place.now(), made: 0, epoch: run?.trainer.counters.epoch ?? 0 };
    // What comes may be slower than what was: it is found out anew how much goes at once.
    atOnce = 1;
    balance.forget();
    release();
  };
  const release = (): void => {
    const going = held;
    held = [];
    for (const go of going) go();
  };
  /** At full speed a frame waits for its turn; whatever a person does meanwhile shows at once. */
  const turn = async (): Promise<void> => {
    if (!playing || pace !== Number.POSITIVE_INFINITY || balance.allows(place.now())) return;
    await new Promise<void>((go) => {
      held.push(go);
    });
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
    release();
  };
  /** Moves the present run; false when it came to rest. */
  const move = (going: (run: Run) => boolean): boolean => {
    const moving = current();
    if (!going(moving)) retreat(moving);
    if (moving.halt) stop();
    return moving.halt === null;
  };
  const moveBy = (of: StepSize): boolean => move((moving) => advance(moving, of));

  /**
   * Goes on towards so many whole epochs, as far as one go comes: a long epoch is left for the next one in its middle.
   * Returns how many it finished.
   */
  const goTowards = (epochs: number): number => {
    const { counters, settings } = current().trainer;
    const { rows, batchSize } = settings;
    const { epoch, step } = counters;
    const batches =
      Math.ceil((rows.count - counters.cursor) / batchSize) +
      (epochs - 1) * Math.ceil(rows.count / batchSize);
    const began = place.now();
    move((moving) => advanceMany(moving, Math.min(batches, atOnce)));
    const took = place.now() - began;
    // By what was made, which may be less than was asked for.
    atOnce = Math.floor(Math.max(0, counters.step - step) * Math.min(2, GO / took));
    atOnce = Math.max(1, Math.min(atOnce, MOST_AT_ONCE));
    return counters.epoch - epoch;
  };

  const tick = (): void => {
    ticking = false;
    if (!playing) return;
    const started = place.now();
    const due =
      pace === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : ((started - anchor.at) * pace) / 1000;
    while (anchor.made < due) {
      const began = place.now();
      const { step } = current().trainer.counters;
      anchor.made += size === 'epoch' ? goTowards(Math.ceil(due - anchor.made)) : Number(moveBy(size));
      const now = place.now();
      balance.trained(Math.max(0, current().trainer.counters.step - step), now - began);
      const asked = held.length > 0 && balance.allows(now);
      if (asked) release();
      if (asked || !playing || now - started >= SLICE) break;
    }
    // A machine that cannot keep the pace does not try to catch up for ever.
    if (due - anchor.made > pace) anchor = { ...anchor, at: place.now() - ((anchor.made + 1) * 1000) / pace };
    // Where something is due still, it goes on as soon as waiting commands are answered.
    const wait = anchor.made < due ? 0 : anchor.at + ((anchor.made + 1) * 1000) / pace - place.now();
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
      moveBy(of);
      note(current());
    },
    async back(of: StepSize): Promise<void> {
      stop();
      back(current(), of);
    },
    async frame(probes: readonly Probe[], recycled: ArrayBuffer[]): Promise<Frame> {
      buffers.give(recycled);
      await turn();
      balance.shown(place.now());
      const epochs = current().trainer.counters.epoch - anchor.epoch;
      const seconds = (place.now() - anchor.at) / 1000;
      const rate = playing && seconds > 0 ? epochs / seconds : 0;
      const frame = frameOf(current(), probes, buffers, playing, rate);
      // The curve moves too, and does not come back: a ghost may keep it.
      const curve = Object.values(frame.curve).map(({ buffer }) => buffer as ArrayBuffer);
      return place.transfer(frame, [...buffers.taken(), ...curve]);
    },
    async save(): Promise<Saved> {
      return savedOf(current());
    },
    async file(name: string): Promise<SavedModel | null> {
      const asked = current();
      let since = place.now();
      return fileOf(asked, name, () => {
        if (place.now() - since < SLICE) return true;
        return new Promise((resolve) => {
          place.later(() => {
            since = place.now();
            resolve(run === asked);
          }, 0);
        });
      });
    },
    async seek(step: number): Promise<void> {
      stop();
      const sought = current();
      seek(sought, Math.min(Math.max(0, step), sought.newest.step));
    },
  };
};
