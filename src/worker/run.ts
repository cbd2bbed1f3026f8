import {
  carryState,
  copyState,
  createHistory,
  createTrainer,
  endShortEpoch,
  type History,
  keyframeOf,
  type Size,
  train,
  type Trainer,
} from '../engine/index.ts';
import { apply, designAt } from '../experiment/apply.ts';
import { gateName } from '../data/gates.ts';
import { optimizerOf } from '../engine/optimizers/index.ts';
import type { Design, Experiment, Patch, WeightChange } from '../experiment/experiment.ts';
import { same, type Text } from '../text.ts';
import { belongs } from './belongs.ts';
import { createCurve, type CurveStore, type Point } from './curve.ts';
import { evaluate } from './evaluate.ts';
import type { Halt, Mark, Moment, Newest, Saved } from './frame.ts';
import { createRounds, type Rounds } from './rounds.ts';
import { setUp, type Setup } from './settings.ts';

/** One run of one experiment: its trainer, its past, and what the page is told of it. */
export interface Run {
  readonly id: number;
  experiment: Experiment;
  setup: Setup;
  readonly trainer: Trainer;
  readonly history: History;
  readonly curve: CurveStore;
  marks: Mark[];
  /** The furthest moment trained; points and marks are put on the curve only beyond it. */
  newest: Newest;
  halt: Halt | null;
  /** The epoch at which the run stops by itself; Infinity until paused. */
  stopAt: number;
  settled: boolean;
  /** Step of the last keyframe, and how many steps lie between two. */
  noted: number;
  readonly every: number;
  /** What the perceptron rule has seen, to notice a round that repeats. */
  readonly rounds: Rounds;
}

/** Numbers (weights × rows) that may be computed again for one step back: about ten milliseconds' worth. */
const REPLAY = 2e6;

/** Starts a run from its first weights, or takes it up at a saved moment; or says why it cannot start. */
export const startRun = (
  id: number,
  experiment: Experiment,
  saved: Saved | null,
): Run | { readonly refused: Text } => {
  const first = setUp(designAt(experiment, 0), null);
  if ('refused' in first) return first;
  const trainer = createTrainer(first.settings);
  const history = createHistory(keyframeOf(trainer));
  const run: Run = {
    id,
    experiment,
    setup: first,
    trainer,
    history,
    curve: createCurve(saved?.curve),
    marks: saved ? [...saved.marks] : [],
    newest: { step: 0, epoch: 0, edits: 0 },
    halt: null,
    stopAt: stopAfter(first.design.fit.epochs, 0),
    settled: false,
    noted: 0,
    every: Math.max(
      8,
      Math.min(2048, Math.floor(REPLAY / (first.settings.model.ranges.count * first.train.count))),
    ),
    rounds: createRounds(),
  };
  if (saved) return belongs(saved, experiment) && takeUp(run, saved) ? run : { refused: MISFIT };
  putPresent(run);
  applyDue(run);
  return run;
};

const MISFIT: Text = {
  en: 'The saved run does not belong to this experiment.',
  ko: '저장된 학습 기록이 이 실험의 것이 아닙니다.',
};

/** Puts a run at a saved moment of its own; false if that moment does not fit its model or its data. */
const takeUp = (run: Run, { now, past, newest, stopAt }: Saved): boolean => {
  const { ranges, state: whole } = run.trainer.settings.model;
  const slotsAt = (edits: number): number =>
    optimizerOf(designAt(run.experiment, edits).compile.optimizer).slots.length;
  // Every optimizer has slots of its own number; all else in a state stays as long as it is.
  const besides = whole.count - ranges.count * slotsAt(0);
  const fits = ({ counters, state }: Moment): boolean =>
    state.length === besides + ranges.count * slotsAt(counters.edits);
  if (![...past, now].every(fits)) return false;
  for (const moment of past) run.history.take(moment);
  take(run, designAt(run.experiment, now.counters.edits));
  if (now.counters.cursor >= run.trainer.settings.rows.count) return false;
  copyState(run.trainer.settings.model, now.state);
  Object.assign(run.trainer.counters, now.counters);
  run.newest = newest;
  run.stopAt = stopAt;
  note(run);
  return true;
};

/** Where a run stops that is to have `epochs` epochs and has `epoch` behind it: there, or after as many more. */
export const stopAfter = (epochs: number | null, epoch: number): number =>
  epochs === null ? Number.POSITIVE_INFINITY : epochs > epoch ? epochs : epoch + epochs;

/** Brings another design into force; the weights are carried over, and the slots where the optimizer stays. */
export const take = (run: Run, design: Setup['design']): void => {
  const { model } = run.trainer.settings;
  const next = setUp(design, run.setup);
  // The edit was checked before it was accepted, so a design in the list can be built.
  if ('refused' in next)
    throw new Error(`take: expected a design that can be built, received one refused: ${next.refused.en}`);
  const { counters } = run.trainer;
  // Another optimizer keeps the weights and begins with slots, schedule and count of its own.
  if (next.settings.model !== model && !carryState(model, next.settings.model))
    counters.began = counters.step;
  const { epochs } = next.design.fit;
  if (epochs !== run.setup.design.fit.epochs) run.stopAt = stopAfter(epochs, counters.epoch);
  run.setup = next;
  run.trainer.settings = next.settings;
};

/** Applies the edits that are due at the present step, oldest first. */
export const applyDue = (run: Run): void => {
  const { counters } = run.trainer;
  for (;;) {
    const edit = run.experiment.edits[counters.edits];
    if (!edit || edit.step > counters.step) return;
    const before = run.setup.design;
    take(run, apply(before, edit.patch));
    for (const change of edit.patch.weights ?? []) setWeight(run, change);
    counters.edits += 1;
    run.settled = false;
    run.rounds.forget();
    // Rows may have become fewer than the epoch has used: then it ends here.
    if (counters.cursor > 0 && endShortEpoch(run.trainer)) meetEpoch(run);
    if (counters.edits <= run.newest.edits) continue;
    run.newest = { step: counters.step, epoch: counters.epoch, edits: counters.edits };
    if (!shows(edit.patch)) continue;
    const words = nameOf(before, run.setup.design);
    if (words) run.marks.push({ epoch: epochNow(run), step: counters.step, words, kind: 'edit' });
    putPresent(run);
  }
};

/** What an edit is called on the curve: the gates, where it changed the gate. */
const nameOf = (before: Design, after: Design): Text | null => {
  const [from, to] = [gateName(before.data.answers), gateName(after.data.answers)];
  if (after.data.set !== 'gate' || from.en === to.en) return null;
  return { en: `${from.en} → ${to.en}`, ko: `${from.ko} → ${to.ko}` };
};

/** Puts the present moment on the curve as it is evaluated now: the start, or the foot of a jump. */
const putPresent = (run: Run): void => {
  const point = presentPoint(run);
  run.curve.push({ ...point, kept: true });
  if (point.wrong === 0) markSolved(run, point.epoch, point.step);
};

/** Does a patch change what the loss is at the present weights? Then the curve jumps there. */
export const shows = (patch: Patch): boolean =>
  Boolean(patch.data ?? patch.model ?? patch.weights ?? patch.compile?.loss ?? patch.compile?.loss_settings);

const setWeight = (run: Run, { layer, at, value }: WeightChange): void => {
  const { model } = run.trainer.settings;
  const place = model.layers[layer];
  // A patch written for another network names places this one does not have: they are passed over.
  if (place && at < place.count) model.arena.memory[place.at + at] = value;
};

/** The time axis: whole epochs and the part of the current one that is used. */
export const epochNow = (run: Run): number => {
  const { epoch, cursor } = run.trainer.counters;
  return epoch + cursor / run.trainer.settings.rows.count;
};

/** A point of the curve where nothing was trained since an edit or the start: an evaluation at these weights. */
const presentPoint = (run: Run): Omit<Point, 'kept'> => {
  const { model } = run.trainer.settings;
  const seen = evaluate(model, run.setup.train, []);
  const validation = run.setup.validation && evaluate(model, run.setup.validation, []);
  return {
    epoch: epochNow(run),
    step: run.trainer.counters.step,
    loss: seen.loss,
    val_loss: validation?.loss ?? Number.NaN,
    wrong: seen.rows - seen.right,
  };
};

/** A point at the end of an epoch: Keras's running mean, and the validation loss at these weights. */
export const epochPoint = (run: Run): Omit<Point, 'kept'> => {
  const { counters, settings } = run.trainer;
  const validation = run.setup.validation && evaluate(settings.model, run.setup.validation, []);
  return {
    epoch: epochNow(run),
    step: counters.step,
    loss: counters.epochLoss,
    val_loss: validation?.loss ?? Number.NaN,
    wrong: counters.epochWrong,
  };
};

/** Keeps a keyframe of the present moment if it is a batch boundary. */
export const note = (run: Run): void => {
  run.history.note(run.trainer);
  run.noted = run.trainer.counters.step;
};

/**
 * Goes on by one phase, batch or epoch. Edits of the list are applied at their steps. False when the run came to
 * rest instead: `run.halt` says why.
 */
export const advance = (run: Run, size: Size): boolean => {
  const { trainer } = run;
  const pending = run.experiment.edits.length > trainer.counters.edits;
  // An edit may be due inside the epoch: go by batches until the list is used up.
  if (size === 'epoch' && pending) {
    const { epoch } = trainer.counters;
    while (trainer.counters.epoch === epoch) if (!advance(run, 'batch')) return false;
    return true;
  }
  const before = trainer.counters.step;
  const moment = train(trainer, size).next().value;
  if (moment === 'lost') return false;
  if (trainer.counters.step !== before) {
    if (trainer.counters.cursor === 0) meetEpoch(run);
    if (trainer.counters.step - run.noted >= run.every) note(run);
    const { step, epoch } = trainer.counters;
    if (step > run.newest.step) run.newest = { step, epoch, edits: trainer.counters.edits };
    if (pending) applyDue(run);
  }
  return true;
};

/** What is looked at when an epoch ends. */
const meetEpoch = (run: Run): void => {
  const { counters } = run.trainer;
  const beyond = counters.step > run.newest.step;
  if (beyond && counters.epoch % run.curve.stride === 0) run.curve.push({ ...epochPoint(run), kept: false });
  if (beyond && counters.epochWrong === 0) {
    // With one batch an epoch the rows were answered before its update, i.e. at the end of the epoch before.
    const earlier = counters.epochBatches === 1 ? 1 : 0;
    markSolved(run, counters.epoch - earlier, counters.step - earlier);
  }
  if (run.setup.design.compile.loss === 'perceptron') {
    const end = run.rounds.meet(run.trainer, counters.epochWrong);
    if (end) run.halt = { kind: end, epoch: counters.epoch };
  }
  if (counters.epoch >= run.stopAt) run.halt = { kind: 'epochs', epoch: counters.epoch };
};

/** The mark "4/4": once between two edits, at the first moment when all rows were answered rightly. */
const markSolved = (run: Run, epoch: number, step: number): void => {
  const since = run.experiment.edits[run.trainer.counters.edits - 1]?.step ?? 0;
  if (step < since || run.marks.some((mark) => mark.kind === 'solved' && mark.step >= since)) return;
  const rows = run.setup.train.count;
  run.marks.push({ epoch, step, words: same(`${rows}/${rows}`), kind: 'solved' });
};
