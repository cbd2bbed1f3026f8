import { createHistory, createTrainer, type Happening, keyframeOf, type Trainer } from '../engine/index.ts';
import { designAt } from '../experiment/apply.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Text } from '../text.ts';
import { apart } from './apart.ts';
import { createCurve } from './curve.ts';
import { nothingEvaluated } from './evaluated.ts';
import { createSaves } from './files.ts';
import type { Moment, Saved } from './frame.ts';
import { type Heard, heardOf } from './heard.ts';
import { createLately } from './lately.ts';
import { createLog } from './log.ts';
import { createRounds } from './rounds.ts';
import type { Run } from './run.ts';
import { setUp } from './settings.ts';

/**
 * Numbers (weights × rows of a batch) that are computed between two keyframes as long as nobody has measured how long
 * a step takes: about eight milliseconds' worth.
 */
const REPLAY = 2e6;

interface Brought {
  /** The moment it begins at, where that is not its first weights. */
  readonly origin?: Moment | null;
  /** What was told of it before. */
  readonly before?: Pick<Saved, 'curve' | 'marks' | 'log' | 'files'> | null;
  /** Whoever has it waits for what it owes (see Run). */
  readonly patient?: boolean;
  /** Hears what happens on the way at the very moment it does. */
  readonly listen?: Listener;
}

type Listener = (happening: Happening, trainer: Trainer) => void;

/** A run at its first weights, of which nothing is measured and no edit is in force yet; or why there can be none. */
export const createRun = (
  id: number,
  experiment: Experiment,
  { origin = null, before = null, patient = false, listen }: Brought = {},
): Run | { readonly refused: Text } => {
  const setup = setUp(designAt(experiment, 0), null);
  if ('refused' in setup) return setup;
  const heard: Heard[] = [];
  const trainer = createTrainer(setup.settings, undefined, (what) => {
    heard.push(heardOf(what, trainer));
    listen?.(what, trainer);
  });
  return {
    id,
    experiment,
    setup,
    trainer,
    history: createHistory(origin ?? keyframeOf(trainer)),
    origin,
    curve: createCurve(before?.curve),
    marks: before ? [...before.marks] : [],
    log: createLog(before?.log),
    saves: createSaves(before?.files),
    heard,
    newest: { step: 0, epoch: 0, edits: 0 },
    halt: null,
    lost: null,
    settled: false,
    evaluations: nothingEvaluated(),
    patient,
    owed: null,
    noted: 0,
    every: apart(REPLAY / (setup.settings.model.ranges.count * setup.settings.model.capacity)),
    goal: null,
    rounds: createRounds(),
    lately: createLately(),
    before: null,
  };
};

/** Beyond every moment: nothing is drawn or written of a run that is only looked at. */
const FAR = { step: Infinity, epoch: Infinity, edits: Infinity };

/** A run that nobody sees, for what another one of this experiment came by: nothing of its way is measured. */
export const runBeside = (experiment: Experiment, listen?: Listener): Run | { readonly refused: Text } => {
  const run = createRun(0, experiment, listen && { listen });
  if (!('refused' in run)) run.newest = FAR;
  return run;
};
