import type { Logs } from '../engine/callbacks/index.ts';
import { evaluate, type Evaluation } from '../engine/index.ts';
import { sizeOf } from '../engine/shape.ts';
import { firstOf, hasAll, isCountedLate, judgingOf, type Judging } from './judging.ts';
import type { Judged } from './probes/imported.ts';
import type { Run } from './run.ts';
import type { Views } from './views.ts';

/** What all rows come to at the weights of one moment. */
export interface Evaluated {
  readonly train: Evaluation;
  readonly held: Evaluation | null;
  /** When that was, in epochs made. */
  readonly epoch: number;
}

/** The same with what the weights depended on then. */
interface EvaluatedOnce extends Evaluated, Kept {}

/** When something was kept: in which epoch, at which moment of which experiment. */
interface Kept {
  readonly epoch: number;
  readonly key: string;
  readonly of: Run['experiment'];
}

/** What a run keeps of that: all rows as they were evaluated last, the held ones at the end of the last epoch, what panels asked for. */
export interface Evaluations {
  now: EvaluatedOnce | null;
  epochEnd: EpochEnd | null;
  answers: (Kept & { readonly outputs: Float32Array; readonly at: number }) | null;
  measured: (Kept & { readonly evaluation: NonNullable<Views['evaluation']> }) | null;
  /** Digits from files, as far as they were judged. */
  imported: Judged | null;
  /** Where there are very many rows: the present count, the last one that was finished, and whether a panel asked for that. */
  judging: Judging | null;
  judged: Judging | null;
  asked: boolean;
}

export const nothingEvaluated = (): Evaluations => ({
  now: null,
  epochEnd: null,
  answers: null,
  measured: null,
  imported: null,
  judging: null,
  judged: null,
  asked: false,
});

/** What the epoch came to that ended last: of the training rows its own counts, of the others those at its end. */
interface EpochEnd extends Evaluated {
  readonly of: Run['experiment'];
}

/** Multiply-adds that are quickly done: about three milliseconds. */
export const QUICK = 2e7;
/** Those that hold up what waits for them even where nothing else goes on: about a sixth of a second. */
const LONG = 1e9;

/** Multiply-adds of one row on its way through the network. */
export const productsOf = ({ trainer }: Run): number =>
  trainer.settings.model.layers.reduce((sum, { weights: [kernel], outputShape }) => {
    // A kernel meets every place of a picture, and a list once.
    const places = sizeOf(outputShape.slice(0, -1));
    return sum + places * (kernel ? sizeOf(kernel.shape) : 0);
  }, 0);

/** Does it take longer to evaluate all rows than a frame may wait for while the run goes on? */
export const isLarge = (run: Run): boolean => productsOf(run) * run.setup.data.rows > QUICK;

/** Does it take so long that a frame may not wait for it at rest either? */
export const isLong = (run: Run): boolean => productsOf(run) * run.setup.data.rows > LONG;

/** What the weights of a run depend on at a moment. */
export const momentKey = ({ trainer }: Run): string => {
  const { step, edits, fit } = trainer.counters;
  return `${step} ${edits} ${fit.ended?.step === step}`;
};

/** Loss and right answers of all rows at the present weights, evaluated once a moment. */
export const evaluatedNow = (run: Run): Evaluated => {
  const key = momentKey(run);
  const { evaluations } = run;
  if (evaluations.now?.key === key && evaluations.now.of === run.experiment) return evaluations.now;
  const { model } = run.trainer.settings;
  const { train, validation } = run.setup;
  const { epoch, cursor } = run.trainer.counters;
  evaluations.now = {
    train: evaluate(model, train, []),
    held: validation && evaluate(model, validation, []),
    epoch: epoch + cursor / train.count,
    key,
    of: run.experiment,
  };
  return evaluations.now;
};

/**
 * Keeps what the end of an epoch of a large network comes to; the rows held back as they were counted, or from its log where
 * that says it.
 */
export const noteEpochEnd = (run: Run, logs: Logs | null, counted: Evaluation | null = null): void => {
  if (!isLarge(run)) return;
  const { validation } = run.setup;
  const { epoch, epochLoss, epochWrong } = run.trainer.counters;
  const rows = run.trainer.settings.rows.count;
  const [loss, accuracy] = [logs?.['val_loss'], logs?.['val_accuracy']];
  const said = validation && loss !== undefined && accuracy !== undefined;
  const held = said
    ? { rows: validation.count, loss, right: Math.round(accuracy * validation.count), metrics: {} }
    : (counted ?? (validation && evaluate(run.trainer.settings.model, validation, [])));
  const train = { rows, loss: epochLoss, right: rows - epochWrong, metrics: {} };
  run.evaluations.epochEnd = { train, held, epoch, of: run.experiment };
};

/**
 * The same while the run `goes` on. A large network is not held up for it: of the training rows it tells what the last
 * epoch came to, of the others what they came to at its end, as Keras does.
 */
export const evaluatedFor = (run: Run, goes: boolean): Evaluated => {
  if (isCountedLate(run)) return evaluatedLate(run, goes);
  if (!goes || !isLarge(run)) return evaluatedNow(run);
  const { now } = run.evaluations;
  return atEpochEnd(run) ?? (now?.of === run.experiment ? now : evaluatedNow(run));
};

/**
 * What the epoch that ended last came to, or the one before it while its end is still counted; null where that was not
 * met, or edits were made since.
 */
const atEpochEnd = (run: Run): Evaluated | null => {
  const { epochEnd: last } = run.evaluations;
  const ended = run.trainer.counters.epoch - (run.owed?.kind === 'epoch' ? 1 : 0);
  return last?.epoch === ended && last.of === run.experiment ? last : null;
};

/** Where there are very many rows: at rest as they are counted by and by, until then what was known last. */
const evaluatedLate = (run: Run, goes: boolean): Evaluated => {
  const { now: known } = run.evaluations;
  const judged = goes ? null : judgingOf(run);
  if (judged && hasAll(run, judged)) return firstOf(run, judged);
  const whole = known?.of === run.experiment ? known : null;
  const end = atEpochEnd(run);
  const latest = whole && end ? (whole.epoch > end.epoch ? whole : end) : (whole ?? end);
  return latest ?? firstOf(run, judgingOf(run));
};
