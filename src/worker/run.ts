import {
  carryState,
  changedFit,
  changeSettings,
  copyState,
  type Counters,
  endShortEpoch,
  type History,
  type Size,
  stopAfter,
  takeCounters,
  train,
  trainMany,
  type Trainer,
} from '../engine/index.ts';
import { apply, designAt } from '../experiment/apply.ts';
import { trainingRows } from '../data/data.ts';
import { optimizerOf } from '../engine/optimizers/index.ts';
import type { Design, Experiment, WeightChange } from '../experiment/experiment.ts';
import type { Text } from '../text.ts';
import { belongs } from './belongs.ts';
import { createRun } from './create.ts';
import type { CurveStore } from './curve.ts';
import type { Evaluations } from './evaluated.ts';
import type { Saves } from './files.ts';
import type { Halt, Mark, Moment, Newest, Saved } from './frame.ts';
import { type Heard, takeIn } from './heard.ts';
import type { Lately } from './lately.ts';
import { batchesToLook } from './looks.ts';
import type { Log } from './log.ts';
import type { Owed } from './owed.ts';
import { measuresOtherwise, nameOf, shows } from './patches.ts';
import { epochNow, putPresent } from './points.ts';
import type { Rounds } from './rounds.ts';
import { setUp, type Setup } from './settings.ts';

/** One run of one experiment: its trainer, its past, and what the page is told of it. */
export interface Run {
  readonly id: number;
  experiment: Experiment;
  setup: Setup;
  readonly trainer: Trainer;
  /** Its first keyframe is where the run begins. */
  readonly history: History;
  /** The moment it begins at, where that is not its first weights. */
  readonly origin: Moment | null;
  readonly curve: CurveStore;
  marks: Mark[];
  /** The lines of fit(), and what ModelCheckpoint saved. */
  readonly log: Log;
  readonly saves: Saves;
  /** What the trainer has told and nobody has taken in yet. */
  readonly heard: Heard[];
  /** The furthest moment trained; points and marks are put on the curve only beyond it. */
  newest: Newest;
  halt: Halt | null;
  /** The line that the log ends with as long as the run is halted by a batch that was lost. */
  lost: { readonly halt: Halt; readonly line: string } | null;
  settled: boolean;
  readonly evaluations: Evaluations;
  /** Whoever has it waits, between two batches, for what it owes; else everything is done at once. */
  readonly patient: boolean;
  owed: Owed | null;
  /** Step of the last keyframe, and how many steps lie between two: as many as are quickly made again. */
  noted: number;
  every: number;
  /** The moment it is on its way to, back or far ahead; null where it stands, or goes on as it is told to. */
  goal: Goal | null;
  /** What the perceptron rule has seen, to notice a round that repeats. */
  readonly rounds: Rounds;
  /** The last two updates, to notice a slope that turns. */
  readonly lately: Lately;
  /** The counters as they were before the edit made last. */
  before: Counters | null;
}

/** A moment: so many updates and whole epochs have been made, and then so many phases of the next batch. */
export interface Goal {
  readonly step: number;
  readonly epoch: number;
  readonly phases: number;
  /** Why the run stands there, where it had come to rest. */
  readonly halt?: Halt | null;
}

/** Starts a run from its first weights, or takes it up at a saved moment; or says why it cannot start. */
export const startRun = (
  id: number,
  experiment: Experiment,
  saved: Saved | null,
  patient = false,
): Run | { readonly refused: Text } => {
  const origin = saved?.origin ? goingOn({ experiment }, saved.origin) : null;
  const run = createRun(id, experiment, { origin, before: saved, patient });
  if ('refused' in run) return run;
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
const takeUp = (run: Run, { now, origin, past, newest, curve }: Saved): boolean => {
  const { ranges, state: whole } = run.trainer.settings.model;
  const slotsOf = ({ compile }: Design): number => optimizerOf(compile.optimizer).slots.length;
  // Every optimizer has slots of its own number; all else in a state stays as long as it is.
  const besides = whole.count - ranges.count * slotsOf(designAt(run.experiment, 0));
  const fits = ({ counters, state }: Moment): boolean => {
    const design = designAt(run.experiment, counters.edits);
    const { kept } = counters.fit;
    return (
      state.length === besides + ranges.count * slotsOf(design) &&
      (!kept || kept.weights.length === besides) &&
      counters.cursor < trainingRows(design.data, design.fit.validation_split)
    );
  };
  if (![...(origin ? [origin] : []), ...past, now].every(fits)) return false;
  for (const moment of past) run.history.take(goingOn(run, moment));
  take(run, designAt(run.experiment, now.counters.edits));
  copyState(run.trainer.settings.model, now.state);
  takeCounters(run.trainer, goingOn(run, now).counters);
  run.newest = newest;
  note(run);
  // Taken up where nothing lies before it, it begins its curve there, as at first weights.
  if (curve.epoch.length === 0) putPresent(run);
  // A moment that was kept before an edit at its step: the edit is part of what comes.
  applyDue(run);
  return true;
};

/** A moment as it goes on: it may have been kept before an end of fit() was followed by the next one. */
const goingOn = ({ experiment }: Pick<Run, 'experiment'>, moment: Moment): Moment => {
  const { fit, epoch, edits } = moment.counters;
  if (fit.stopAt > epoch) return moment;
  const stopAt = stopAfter(designAt(experiment, edits).fit.epochs, epoch);
  return { ...moment, counters: { ...moment.counters, fit: { ...fit, stopAt } } };
};

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
  run.setup = next;
  changeSettings(run.trainer, next.settings);
};

/** Applies the edits that are due at the present step, oldest first. */
export const applyDue = (run: Run): void => {
  const { counters } = run.trainer;
  for (;;) {
    const edit = run.experiment.edits[counters.edits];
    if (!edit || edit.step > counters.step) return;
    const before = run.setup.design;
    const { settings } = run.trainer;
    take(run, apply(before, edit.patch));
    const otherwise = measuresOtherwise(edit.patch);
    counters.fit = changedFit(counters.fit, settings, run.trainer.settings, counters.epoch, otherwise);
    for (const change of edit.patch.weights ?? []) setWeight(run, change);
    counters.edits += 1;
    run.settled = false;
    for (const seen of [run.lately, run.rounds]) seen.forget();
    // Rows may have become fewer than the epoch has used: then it ends here.
    if (counters.cursor > 0 && endShortEpoch(run.trainer)) takeIn(run, true);
    if (counters.edits <= run.newest.edits) continue;
    run.newest = { step: counters.step, epoch: counters.epoch, edits: counters.edits };
    if (!shows(edit.patch)) continue;
    const words = nameOf(before, run.setup.design);
    if (words) run.marks.push({ epoch: epochNow(run), step: counters.step, words, kind: 'edit' });
    putPresent(run);
  }
};

const setWeight = (run: Run, { layer, at, value }: WeightChange): void => {
  const { model } = run.trainer.settings;
  const place = model.layers[layer];
  // A patch written for another network names places this one does not have: they are passed over.
  if (place && at < place.count) model.arena.memory[place.at + at] = value;
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
  if (train(trainer, size).next().value === 'lost') return false;
  if (trainer.counters.step !== before) {
    run.lately.meet(trainer);
    meetStep(run, trainer.counters.cursor === 0);
    if (pending) applyDue(run);
  }
  return true;
};

/** Takes in what came of the steps up to the present one. */
const meetStep = (run: Run, epochEnded: boolean): void => {
  takeIn(run, epochEnded);
  const { step, epoch, edits } = run.trainer.counters;
  if (step - run.noted >= run.every) note(run);
  if (step > run.newest.step) run.newest = { step, epoch, edits };
};

/**
 * Goes on by at most so many batches, in one go as far as nobody has to look at the weights in between. Edits of the
 * list are applied at their steps. False when the run came to rest instead, as by advance().
 */
export const advanceMany = (run: Run, batches: number): boolean => {
  const { trainer } = run;
  const { counters, settings } = trainer;
  if (trainer.phase > 0 || (settings.callbacks ?? []).length > 0) return advance(run, 'batch');
  const due = run.experiment.edits[counters.edits]?.step ?? Number.POSITIVE_INFINITY;
  const most = Math.min(
    batches,
    run.noted + run.every - counters.step,
    due - counters.step,
    batchesToLook(run),
  );
  const well = trainMany(trainer, Math.max(1, most), () => {
    // The keyframe is of the weights there are: only the last step is far enough to note one.
    meetStep(run, true);
    return run.halt === null && run.owed === null;
  });
  if (!well) return false;
  run.lately.meet(trainer);
  meetStep(run, false);
  if (counters.step === due) applyDue(run);
  return true;
};
