import { type Imported, makeKnown } from '../data/imported.ts';
import type { Experiment, Patch } from '../experiment/experiment.ts';
import { createBalance } from './balance.ts';
import { breathing } from './breath.ts';
import { createBuffers } from './buffers.ts';
import type {
  Edited,
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
import { fork, isRewound } from './fork.ts';
import { createKept } from './kept.ts';
import { createStudies } from './landscape/studies.ts';
import { apart } from './apart.ts';
import { advance, advanceMany, type Goal, note, type Run, startRun } from './run.ts';
import { savedOf } from './saved.ts';
import { approach, batchesToEpoch, earlier, edit, goalOf, head, retreat } from './seek.ts';

/** What a session needs of the place it runs in. */
export interface Place {
  /** Milliseconds, from anywhere. */
  readonly now: () => number;
  /** Runs a task after `delay` milliseconds; 0: as soon as waiting commands are answered. */
  readonly later: (task: () => void, delay: number) => void;
  /** Marks the buffers in a value as moved rather than copied. */
  readonly transfer: <Value>(value: Value, buffers: ArrayBuffer[]) => Value;
}

/** One slice of training, in milliseconds. */
const SLICE = 8;
/** Batches are made in one go for about so many milliseconds. */
const GO = 2;
const MOST_AT_ONCE = 65_536;
/** Steps from one keyframe to the next are made again in about so many milliseconds. */
const REPLAY = 8;

/** The trainer's side of the page: holds the runs, trains while playing, answers commands. */
export const createSession = (place: Place): TrainerFace => {
  const kept = createKept();
  const buffers = createBuffers();
  let run: Run | null = null;
  let lastId = 0;
  let playing = false;
  let size: StepSize = 'epoch';
  let pace = 30;
  /** Steps made and the time, since the pace was last set or play was pressed. */
  let anchor = { at: 0, made: 0, epoch: 0 };
  /** Counts the slices that were asked for. */
  let turn = 0;
  /** Batches that are made in one go at present. */
  let atOnce = 1;
  const balance = createBalance();
  const studies = createStudies(place);
  /** Who waits until the run is where it is going. */
  const waiting: (() => void)[] = [];
  /** Bytes that the keyframes of the present run may take; null: as many as a history takes by itself. */
  let budget: number | null = null;

  const current = (): Run => {
    if (!run) throw new Error('Session: expected start() before any other command. Start an experiment.');
    return run;
  };
  const setAnchor = (): void => {
    anchor = { at: place.now(), made: 0, epoch: run?.trainer.counters.epoch ?? 0 };
    // What comes may be slower than what was: it is found out anew how much goes at once.
    atOnce = 1;
    balance.forget();
  };
  const stop = (): void => {
    if (!playing) return;
    playing = false;
    if (run) note(run);
    balance.release();
  };
  /** Moves the present run; false when it came to rest. */
  const move = (going: (run: Run) => boolean): boolean => {
    const moving = current();
    if (!going(moving)) retreat(moving);
    if (moving.halt) stop();
    return moving.halt === null;
  };
  const moveBy = (of: StepSize): boolean => move((moving) => advance(moving, of));

  /** Moves the present run by as many batches as take about two milliseconds, and finds out how many these are. */
  const go = (batches: number, going: (run: Run, batches: number) => boolean): void => {
    const { counters } = current().trainer;
    const { step } = counters;
    const began = place.now();
    move((moving) => going(moving, Math.min(batches, atOnce)));
    const took = place.now() - began;
    // By what was made, which may be less than was asked for.
    const made = counters.step - step;
    if (made > 0) current().every = apart((made * REPLAY) / took);
    atOnce = Math.floor(Math.max(0, made) * Math.min(2, GO / took));
    atOnce = Math.max(1, Math.min(atOnce, MOST_AT_ONCE));
  };

  /**
   * Goes on towards so many whole epochs, as far as one go comes: a long epoch is left for the next one in its middle.
   * Returns how many it finished.
   */
  const goTowards = (epochs: number): number => {
    const { trainer } = current();
    const { epoch } = trainer.counters;
    go(batchesToEpoch(trainer, epoch + epochs), advanceMany);
    return trainer.counters.epoch - epoch;
  };

  /** Goes on to where the run is going, for one slice; those who wait have their turn once it is there. */
  const travel = (): void => {
    const started = place.now();
    const going = current();
    while (going.goal && place.now() - started < SLICE) go(Number.POSITIVE_INFINITY, approach);
    if (!going.goal) arrive();
  };
  const arrive = (): void => {
    setAnchor();
    for (const resume of waiting.splice(0)) resume();
  };
  /** Stops, on the way to a moment ahead too. What waits for that moment keeps it, unless one is to `stay` here. */
  const rest = (stay = false): void => {
    stop();
    if (!run?.goal || run.goal.step <= run.newest.step || (waiting.length > 0 && !stay)) return;
    run.goal = null;
    arrive();
  };
  /** Sets the present run on its way: what is near is reached at once, what is far in slices, frames in between. */
  const goTo = (goal: Goal): void => {
    head(current(), goal);
    travel();
    again(0);
  };
  /**
   * Once the run is where it was going: what was asked for first has its turn first. False if another run has been
   * taken up meanwhile.
   */
  const there = async (): Promise<boolean> => {
    const asked = current();
    for (;;) {
      if (run !== asked) return false;
      if (!asked.goal) return true;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
  };

  const tick = (): void => {
    const going = current().goal !== null;
    if (going) travel();
    // Who waited for the moment has their turn before it plays on.
    again(going || !playing ? 0 : playOn());
  };
  /** Plays for one slice; returns how many milliseconds there are until something is due again. */
  const playOn = (): number => {
    const started = place.now();
    const due =
      pace === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : ((started - anchor.at) * pace) / 1000;
    while (anchor.made < due) {
      const began = place.now();
      const { step } = current().trainer.counters;
      anchor.made += size === 'epoch' ? goTowards(Math.ceil(due - anchor.made)) : Number(moveBy(size));
      const now = place.now();
      balance.trained(Math.max(0, current().trainer.counters.step - step), now - began);
      if (balance.gives(now) || !playing || now - started >= SLICE) break;
    }
    // A machine that cannot keep the pace does not try to catch up for ever.
    if (due - anchor.made > pace) anchor = { ...anchor, at: place.now() - ((anchor.made + 1) * 1000) / pace };
    // Where something is due still, it goes on as soon as waiting commands are answered.
    const wait = anchor.made < due ? 0 : anchor.at + ((anchor.made + 1) * 1000) / pace - place.now();
    return Math.max(0, Math.min(wait, 1000));
  };
  /** The next slice, in place of one that was to come later. */
  const again = (delay: number): void => {
    turn += 1;
    if (!playing && !run?.goal) return;
    const mine = turn;
    place.later(() => {
      if (mine === turn) tick();
    }, delay);
  };
  /** Takes another run up. What was to be done at the goal of the one before is not done to this one. */
  const take = (next: Run): void => {
    run = next;
    if (budget !== null) next.history.allow(budget);
    arrive();
    if (next.goal) travel();
    again(0);
  };

  return {
    async start(experiment: Experiment, options: StartOptions = {}): Promise<Started> {
      const next = startRun(lastId + 1, experiment, options.saved ?? null);
      if ('refused' in next) return { run: lastId, left: null, refused: next.refused };
      if (options.step) head(next, { step: options.step, epoch: 0, phases: 0 });
      lastId += 1;
      const left = run;
      if (left && !options.forget) kept.put(left);
      playing = options.playing ?? false;
      take(next);
      return { run: next.id, left: left?.id ?? null, refused: null };
    },
    async restore(id: number): Promise<boolean> {
      const found = kept.take(id);
      if (!found) return false;
      // It comes back as it was left, at rest: what was playing is the run that goes.
      stop();
      if (run) kept.put(run);
      take(found);
      return true;
    },
    reached: (id: number): Promise<Saved | null> => Promise.resolve(kept.reached(id)),
    async edit(patch: Patch, branch = false): Promise<Edited> {
      // Made at the moment that was asked for, not on the way to it.
      if (current().goal) await there();
      const left = branch && isRewound(current()) ? current() : null;
      if (left) {
        lastId += 1;
        take(fork(left, lastId));
        kept.put(left);
        if (!(await there())) throw new Error('Session: another run was taken up. Make the edit again.');
      }
      const made = edit(current(), patch);
      // Rows taken away can end the last epoch that the run was to have.
      if (current().halt) stop();
      setAnchor();
      return { ...made, run: current().id, left: left?.id ?? null };
    },
    know: async (imported: Imported): Promise<void> => makeKnown(imported),
    async play(): Promise<void> {
      current().halt = null;
      playing = true;
      setAnchor();
      again(0);
    },
    async pause(): Promise<void> {
      rest(true);
    },
    async pace(of: StepSize, rate: number): Promise<void> {
      size = of;
      pace = rate;
      setAnchor();
      again(0);
    },
    async forward(of: StepSize): Promise<void> {
      rest();
      if (current().goal && !(await there())) return;
      current().halt = null;
      moveBy(of);
      note(current());
    },
    async back(of: StepSize): Promise<void> {
      rest();
      if (current().goal && !(await there())) return;
      const goal = earlier(current(), of);
      if (goal) goTo(goal);
    },
    async frame(probes: readonly Probe[], recycled: ArrayBuffer[]): Promise<Frame> {
      buffers.give(recycled);
      // At full speed a frame waits for its turn; whatever a person does meanwhile shows at once.
      if (playing && pace === Number.POSITIVE_INFINITY && !current().goal) await balance.turn(place.now());
      balance.shown(place.now());
      const epochs = current().trainer.counters.epoch - anchor.epoch;
      const seconds = (place.now() - anchor.at) / 1000;
      const rate = playing && !current().goal && seconds > 0 ? epochs / seconds : 0;
      const frame = frameOf(current(), probes, buffers, playing, rate, studies);
      studies.goOn(() => !playing && !run?.goal);
      // The curve moves too, and does not come back: a ghost may keep it.
      const curve = Object.values(frame.curve).map(({ buffer }) => buffer as ArrayBuffer);
      return place.transfer(frame, [...buffers.taken(), ...curve]);
    },
    save: async (): Promise<Saved> => savedOf(current()),
    async file(name: string): Promise<SavedModel | null> {
      const asked = current();
      return fileOf(
        asked,
        name,
        breathing(place, SLICE, () => run === asked),
      );
    },
    async seek(step: number, phases = 0): Promise<void> {
      stop();
      // It takes the place of a moment that was sought before, unless something is to be done there.
      if (waiting.length > 0 && !(await there())) return;
      goTo(goalOf(current(), step, phases));
    },
    async remember(bytes: number): Promise<void> {
      budget = bytes;
      run?.history.allow(bytes);
    },
  };
};
