import { makeKnown } from '../data/imported.ts';
import { createBalance } from './balance.ts';
import { breathing, SLICE, slice } from './breath.ts';
import { createBuffers } from './buffers.ts';
import { carriedInto } from './carried.ts';
import type { StepSize, TrainerFace } from './frame.ts';
import { frameOf } from './look.ts';
import { fileOf } from './file.ts';
import { fork, isRewound } from './fork.ts';
import { createKept } from './kept.ts';
import { createStudies } from './landscape/studies.ts';
import { apart } from './apart.ts';
import { isJudging, judgeFor, putsOff } from './judging.ts';
import { isBusy, isReplaced, payOn } from './owed.ts';
import { createPace } from './pace.ts';
import type { Place } from './place.ts';
import { bringBack, prepare } from './prepare.ts';
import { advance, advanceMany, type Goal, note, type Run } from './run.ts';
import { savedOf } from './saved.ts';
import { createStride } from './stride.ts';
import { approach, batchesToEpoch, earlier, edit, goalOf, head, retreat } from './seek.ts';

/** Steps from one keyframe to the next are made again in about so many milliseconds. */
const REPLAY = 8;

/** The trainer's side of the page: holds the runs, trains while playing, answers commands. */
export const createSession = (place: Place): TrainerFace => {
  const kept = createKept();
  const buffers = createBuffers();
  let run: Run | null = null;
  let lastId = 0;
  let playing = false;
  /** The epoch at whose end it comes to rest by itself; null: none. */
  let until: number | null = null;
  const pace = createPace();
  /** Counts the slices that were asked for. */
  let turn = 0;
  const stride = createStride();
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
    pace.begin(place.now(), run?.trainer.counters.epoch ?? 0);
    stride.forget();
    balance.forget();
  };
  const stop = (): void => {
    if (!playing) return;
    playing = false;
    until = null;
    if (run) note(run);
    balance.release();
  };
  const breather = () => breathing(place, SLICE, () => true);
  /** Moves the present run; false when it came to rest. */
  const move = (going: (run: Run) => boolean): boolean => {
    const moving = current();
    if (!going(moving)) retreat(moving);
    if (moving.halt) stop();
    return moving.halt === null;
  };
  const moveBy = (of: StepSize): boolean => move((moving) => advance(moving, of));

  /** Moves the present run by as many batches as take about two milliseconds. */
  const go = (batches: number, going: (run: Run, batches: number) => boolean): void => {
    const { counters } = current().trainer;
    const { step } = counters;
    const began = place.now();
    move((moving) => going(moving, Math.min(batches, stride.batches)));
    const took = place.now() - began;
    const made = counters.step - step;
    if (made > 0) current().every = apart((made * REPLAY) / took);
    stride.met(made, took);
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

  /** Goes on with what is owed and to where the run is going, for one slice; those who wait have their turn then. */
  const travel = (): void => {
    const going = current();
    const travels = going.goal !== null;
    const time = slice(place);
    payOn(going, time);
    while (going.goal && !going.owed && time()) {
      go(Number.POSITIVE_INFINITY, approach);
      payOn(going, time);
    }
    if (isBusy(going)) return;
    if (travels) arrive();
    else wake();
  };
  const wake = (): void => {
    for (const resume of waiting.splice(0)) resume();
  };
  const arrive = (): void => {
    setAnchor();
    wake();
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
   * Once the run is where it was going and owes nothing: what was asked for first has its turn first. False if another
   * run has been taken up meanwhile.
   */
  const there = async (): Promise<boolean> => {
    const asked = current();
    for (;;) {
      if (run !== asked) return false;
      if (!isBusy(asked)) return true;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
  };

  const playTo = (epoch: number | null): void => {
    until = epoch;
    playing = true;
    setAnchor();
    again(0);
  };
  const tick = (): void => {
    const busy = isBusy(current());
    // What is shown meanwhile takes nothing from training.
    if (busy) balance.release();
    if (busy) travel();
    else if (!playing) judgeFor(current(), slice(place));
    // Who waited for the moment has their turn before it plays on.
    again(busy || !playing ? 0 : playOn());
  };
  /** Plays for one slice; returns how many milliseconds there are until something is due again. */
  const playOn = (): number => {
    const started = place.now();
    const due = until === null ? pace.due(started) : Number.POSITIVE_INFINITY;
    while (pace.made < due) {
      const began = place.now();
      const { step } = current().trainer.counters;
      pace.make(pace.size === 'epoch' ? goTowards(Math.ceil(due - pace.made)) : Number(moveBy(pace.size)));
      if (until !== null && current().trainer.counters.epoch >= until) stop();
      const now = place.now();
      balance.trained(Math.max(0, current().trainer.counters.step - step), now - began);
      if (balance.gives(now) || !playing || current().owed || now - started >= SLICE) break;
    }
    pace.catchUp(due, place.now());
    // Where something is due still, it goes on as soon as waiting commands are answered.
    return pace.wait(due, place.now());
  };
  /** The next slice, in place of one that was to come later. */
  const again = (delay: number): void => {
    turn += 1;
    if (!playing && !(run && (isBusy(run) || isJudging(run)))) return;
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
    async start(experiment, options = {}) {
      const next = await prepare(lastId + 1, experiment, options.saved ?? null, breather(), place.tell);
      if ('refused' in next) return { run: lastId, left: null, refused: next.refused };
      if (options.step) head(next, { step: options.step, epoch: 0, phases: 0 });
      lastId += 1;
      const left = run;
      if (left && !options.forget) kept.put(left);
      playing = options.playing ?? false;
      until = null;
      take(next);
      return { run: next.id, left: left?.id ?? null, refused: null };
    },
    async restore(id) {
      const found = await bringBack(kept, id, breather(), place.tell);
      if (!found) return false;
      // It comes back as it was left, at rest: what was playing is the run that goes.
      stop();
      if (run) kept.put(run);
      take(found);
      return true;
    },
    async carried(experiment, whole) {
      // What is carried over is what it has where it is going, not on the way there.
      if (current().goal) await there();
      return carriedInto(current(), experiment, whole);
    },
    reached: (id) => Promise.resolve(kept.reached(id)),
    async edit(patch, branch = false) {
      // Made at the moment that was asked for, not on the way to it.
      if (current().goal || !isReplaced(current())) await there();
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
      if (current().owed) again(0);
      return { ...made, run: current().id, left: left?.id ?? null };
    },
    know: async (imported) => makeKnown(imported),
    async play() {
      current().halt = null;
      playTo(null);
    },
    pause: async () => rest(true),
    async pace(of, rate) {
      pace.set(of, rate);
      setAnchor();
      again(0);
    },
    async forward(of) {
      rest();
      if (isBusy(current()) && !(await there())) return;
      current().halt = null;
      // An epoch of very many rows is trained in slices too.
      if (of === 'epoch' && putsOff(current())) return playTo(current().trainer.counters.epoch + 1);
      moveBy(of);
      note(current());
      again(0);
    },
    async back(of) {
      rest();
      if (isBusy(current()) && !(await there())) return;
      const goal = earlier(current(), of);
      if (goal) goTo(goal);
    },
    async frame(probes, recycled) {
      buffers.give(recycled);
      // At full speed a frame waits for its turn; whatever a person does meanwhile shows at once.
      if (playing && pace.atMost && !isBusy(current())) await balance.turn(place.now());
      balance.shown(place.now());
      const { goal, trainer } = current();
      const rate = playing && !goal ? pace.speed(place.now(), trainer.counters.epoch) : 0;
      const frame = frameOf(current(), probes, buffers, playing, rate, studies);
      studies.goOn(() => !playing && !run?.goal);
      if (!playing && isJudging(current())) again(0);
      // The curve moves too, and does not come back: a ghost may keep it.
      const curve = Object.values(frame.curve).map(({ buffer }) => buffer as ArrayBuffer);
      return place.transfer(frame, [...buffers.taken(), ...curve]);
    },
    async save() {
      if (current().owed) await there();
      return savedOf(current());
    },
    async file(name) {
      const asked = current();
      const breath = breathing(place, SLICE, () => run === asked);
      return fileOf(asked, name, breath);
    },
    async seek(step, phases = 0) {
      stop();
      // It takes the place of a moment that was sought before, unless something is to be done there.
      if ((waiting.length > 0 || current().owed) && !(await there())) return;
      goTo(goalOf(current(), step, phases));
    },
    async remember(bytes) {
      budget = bytes;
      run?.history.allow(bytes);
    },
  };
};
