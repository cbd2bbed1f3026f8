import { type Evaluation, type Tally, tallyOf } from '../engine/index.ts';
import { type Evaluated, isLarge, isLong, momentKey, productsOf, QUICK } from './evaluated.ts';
import { epochNow } from './points.ts';
import type { Run } from './run.ts';

/** All rows at the weights of one moment, counted part by part: where there are very many, nothing waits for them. */
export interface Judging {
  readonly key: string;
  readonly of: Run['experiment'];
  /** When that was: whole epochs, and epochs made. */
  readonly epoch: number;
  readonly at: number;
  readonly train: Tally;
  readonly held: Tally | null;
  /** What the output layer says to every row that is counted, in the order of the data set. */
  readonly outputs: Float32Array;
}

/** Is it a run that never holds its session up, with so many rows that counting them would? */
export const putsOff = (run: Run): boolean => run.patient && isLong(run);

/**
 * Are the rows of the present moment counted by and by? Of a large network they are too where one comes by on the curve: a
 * drag does not wait at each stop for all of them.
 */
export const isCountedLate = (run: Run): boolean =>
  putsOff(run) || (run.patient && isLarge(run) && run.trainer.counters.step < run.newest.step);

/** The count of the present moment, as far as it has come. */
export const judgingOf = (run: Run): Judging => {
  const key = momentKey(run);
  const { evaluations, experiment } = run;
  for (const known of [evaluations.judging, evaluations.judged])
    if (known?.key === key && known.of === experiment) return known;
  const { model } = run.trainer.settings;
  const { train, validation, data, design } = run.setup;
  const { metrics, metric_settings } = design.compile;
  const begun: Judging = {
    key,
    of: experiment,
    epoch: run.trainer.counters.epoch,
    at: epochNow(run),
    train: tallyOf(model, train, metrics, metric_settings),
    held: validation && tallyOf(model, validation, metrics, metric_settings),
    outputs: new Float32Array(data.rows * model.outputs),
  };
  evaluations.judging = begun;
  return begun;
};

/** Are the rows held back counted, and all of them? */
export const hasHeld = ({ setup: { validation } }: Run, { held }: Judging): boolean =>
  (held?.done ?? 0) === (validation?.count ?? 0);
export const hasAll = (run: Run, judging: Judging): boolean =>
  judging.train.done === run.setup.train.count && hasHeld(run, judging);

/** Is the present moment one whose rows are being counted? */
export const isJudging = (run: Run): boolean => {
  const { judging } = run.evaluations;
  if (!judging || judging.key !== momentKey(run) || judging.of !== run.experiment) return false;
  return !hasAll(run, judging);
};

/** The share of all rows that is counted. */
export const shareOf = ({ setup: { data } }: Run, { train, held }: Judging): number =>
  (train.done + (held?.done ?? 0)) / data.rows;

/** Counts some more: those held back first, a few milliseconds' worth. */
export const judgeOn = (run: Run, judging: Judging): void => {
  const early = !hasHeld(run, judging);
  count(run, judging, early && judging.held ? judging.held : judging.train);
  if (hasAll(run, judging) && run.evaluations.judged !== judging) {
    run.evaluations.judged = judging;
    run.evaluations.now = { ...soFar(judging), key: judging.key, of: judging.of };
  }
};

/** Counts the rows of the present moment for as long as there is `time`, if that was begun. */
export const judgeFor = (run: Run, time: () => boolean): void => {
  while (isJudging(run) && time()) judgeOn(run, judgingOf(run));
};

const count = (run: Run, { held, outputs }: Judging, tally: Tally): void => {
  const { arena, inference, outputs: units } = run.trainer.settings.model;
  const { at } = inference.recorded.at(-1)!.output;
  const before = tally === held ? run.setup.train.count : 0;
  const rows = Math.max(16, Math.floor(QUICK / Math.max(1, productsOf(run))));
  tally.go(rows, (from, chunk) => {
    outputs.set(arena.memory.subarray(at, at + chunk * units), (before + from) * units);
  });
};

/** What the rows come to that are counted. */
const soFar = ({ train, held, at }: Judging): Evaluated => ({
  train: train.soFar(),
  held: held && held.soFar(),
  epoch: at,
});

/** The same before all are counted: of either kind there are some. */
export const firstOf = (run: Run, judging: Judging): Evaluated => {
  const { train, held } = judging;
  for (const tally of [train, held]) if (tally?.done === 0) count(run, judging, tally);
  return soFar(judging);
};

/** Loss and metrics with every row counted alike, as model.evaluate() gives them. */
export const measuredBy = ({
  train,
  held,
}: Judging): { readonly train: Evaluation; readonly validation: Evaluation | null } => ({
  train: train.soFar(true),
  validation: held && held.soFar(true),
});

/**
 * What is known of all rows at the latest moment: at rest that is the present one, once it is counted. Null where no
 * moment of this experiment was.
 */
export const judgedFor = (run: Run, goes: boolean): Judging | null => {
  const { evaluations, experiment } = run;
  evaluations.asked = true;
  if (!goes) {
    const now = judgingOf(run);
    if (hasAll(run, now)) return now;
  }
  return evaluations.judged?.of === experiment ? evaluations.judged : null;
};
