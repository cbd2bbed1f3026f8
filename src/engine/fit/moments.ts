import {
  type Call,
  callAll,
  type CallbackName,
  callbackOf,
  type CallbackSpec,
  type Failure,
  type Logs,
  seesBatches,
} from '../callbacks/index.ts';
import { rateAt } from '../schedules/index.ts';
import type { Trainer } from '../trainer.ts';
import { type Ended, nextFit } from './fit.ts';
import { epochLine, progressLine } from './lines.ts';
import { epochLogs, runningLogs } from './meters.ts';
import { putWeights, weightsOf } from './weights.ts';

/** What a trainer tells as it happens; the trainer stands at a batch boundary then, with its counters up to date. */
export type Happening =
  /** A line of Keras's; `once`: a warning, which Python shows the first time only. */
  | { readonly kind: 'line'; readonly line: string; readonly once?: true }
  /** ModelCheckpoint saved: `epoch` counts from 1, `rank` as in Action. */
  | {
      readonly kind: 'saved';
      readonly name: string;
      readonly epoch: number;
      readonly weightsOnly: boolean;
      readonly rank: number | null;
    }
  /** The log of an epoch, what callbacks added included. */
  | { readonly kind: 'logged'; readonly logs: Logs }
  | { readonly kind: 'ended'; readonly ended: Ended }
  | { readonly kind: 'failed'; readonly failure: Failure };

const listOf = ({ settings }: Trainer): readonly CallbackSpec[] => settings.callbacks ?? [];

/** The optimizer's learning rate now. */
const rateNow = ({ settings, counters }: Trainer): number =>
  counters.fit.rate ?? rateAt(settings.optimizer, counters.step - counters.began);

/** The learning rate of the next update, as callbacks will set it if an epoch begins with it. */
export const nextRate = (trainer: Trainer): number => {
  const { epoch, batch, fit } = trainer.counters;
  const rate = rateNow(trainer);
  if (batch > 0) return rate;
  const { actions } = callAll(listOf(trainer), fit.states, { at: 'epochBegin', epoch, rate });
  const set = actions.findLast((action) => action.do === 'rate');
  return set ? Math.fround(set.rate) : rate;
};

/**
 * Calls the callbacks at the beginning of an epoch. It is done together with the update of its first batch: up to
 * there nothing but the rate could differ, and an edit may still come before it. What happened is to be told when
 * the batch is counted.
 */
export const beginEpoch = (trainer: Trainer): readonly Happening[] => {
  const { counters } = trainer;
  const { epoch, fit } = counters;
  if (listOf(trainer).length === 0) return NOTHING;
  const happened: Happening[] = [];
  const tell: Trainer['tell'] = (happening) => void happened.push(happening);
  call({ ...trainer, tell }, { at: 'epochBegin', epoch, rate: rateNow(trainer) }, epoch);
  happened.push({ kind: 'line', line: epochLine(epoch + 1, fit.stopAt) });
  return happened;
};
const NOTHING: readonly Happening[] = [];

/** Calls the callbacks at the end of a batch: which of them stops the epoch here, and the error that ends the fit(). */
export const endBatch = (trainer: Trainer): Pick<Done, 'stopped' | 'failure'> => {
  const { epoch, batch } = trainer.counters;
  if (!listOf(trainer).some(seesBatches)) return GOES_ON;
  // The batch is counted already; Keras counts from 0.
  return call(trainer, { at: 'batchEnd', epoch, batch: batch - 1, logs: runningLogs(trainer) }, epoch);
};
const GOES_ON = { stopped: null, failure: null };

/**
 * Calls the callbacks at the end of an epoch, which is counted already, and ends the fit() where one of them, or
 * `stopped` in its last batch, asks for it, or where it has its epochs: then another one begins.
 */
export const endEpoch = (trainer: Trainer, stopped: CallbackName | null): void => {
  const { counters, tell } = trainer;
  let by: Ended['by'] | null = stopped;
  if (listOf(trainer).length > 0) {
    const epoch = counters.epoch - 1;
    const logs = epochLogs(trainer);
    const outcome = call(trainer, { at: 'epochEnd', epoch, logs, rate: rateNow(trainer) }, epoch);
    if (outcome.failure) return fail(trainer, outcome.failure);
    const whole = { ...logs, ...outcome.added };
    tell({ kind: 'line', line: progressLine(counters.epochBatches, whole) });
    tell({ kind: 'logged', logs: whole });
    by ??= outcome.stopped;
  }
  if (counters.epoch >= counters.fit.stopAt) by ??= 'epochs';
  if (by) endFit(trainer, by);
};

const endFit = (trainer: Trainer, by: Ended['by']): void => {
  const { counters, settings, tell } = trainer;
  const { states } = counters.fit;
  const { restored } = call(trainer, { at: 'trainEnd' }, counters.epoch - 1);
  const ended: Ended = { step: counters.step, by, restored, states };
  counters.fit = nextFit(settings, counters.fit, counters.epoch, ended);
  tell({ kind: 'ended', ended });
};

/**
 * An error ends a fit() without its end being called, nor that of the epoch. In the middle of an epoch its other rows
 * belong to the next fit(); after its last batch it is counted already.
 */
export const fail = ({ counters, settings, tell }: Trainer, failure: Failure): void => {
  counters.fit = nextFit(settings, counters.fit, counters.epoch, counters.fit.ended);
  if (failure.error) tell({ kind: 'line', line: `${failure.error}: ${failure.keras}` });
  tell({ kind: 'failed', failure });
};

/** What came of a call, beside what was done. */
interface Done {
  readonly stopped: CallbackName | null;
  readonly failure: Failure | null;
  /** The epoch, counted from 1, whose weights were put back. */
  readonly restored: number | null;
  /** Values added to the log. */
  readonly added: Logs;
}

/** Calls the callbacks in turn and does what they ask for; `epoch` counts from 0. */
const call = (trainer: Trainer, moment: Call, epoch: number): Done => {
  const { counters, settings, tell } = trainer;
  const { states, actions, stopped } = callAll(listOf(trainer), counters.fit.states, moment);
  counters.fit = { ...counters.fit, states };
  let failure: Failure | null = null;
  let restored: number | null = null;
  const added: Record<string, number> = {};
  // Told when all is done: what is saved now holds what callbacks after ModelCheckpoint make of this moment.
  const told: Happening[] = [];
  for (const action of actions) {
    switch (action.do) {
      case 'stop':
        break;
      case 'save': {
        const { file: name, weightsOnly, rank } = action;
        told.push({ kind: 'saved', name, epoch: epoch + 1, weightsOnly, rank });
        break;
      }
      case 'keep':
        counters.fit = {
          ...counters.fit,
          kept: { epoch: action.epoch, weights: weightsOf(settings.model) },
        };
        break;
      case 'restore':
        if (counters.fit.kept) {
          putWeights(settings.model, counters.fit.kept.weights);
          restored = counters.fit.kept.epoch + 1;
        }
        break;
      case 'rate':
        counters.fit = { ...counters.fit, rate: Math.fround(action.rate) };
        break;
      case 'log':
        added[action.name] = action.value;
        break;
      case 'say':
        for (const line of action.line.split('\n')) told.push({ kind: 'line', line });
        break;
      case 'warn':
        told.push({ kind: 'line', line: `UserWarning: ${action.line}`, once: true });
        break;
      case 'fail':
        failure = action;
    }
  }
  for (const happening of told) tell(happening);
  return { stopped, failure, restored, added };
};

/** What TerminateOnNaN makes of a batch whose loss is not finite; null where it is not among the callbacks. */
export const terminated = (
  trainer: Trainer,
): { readonly line: string; readonly failure: Failure | null } | null => {
  const { epoch, batch } = trainer.counters;
  const spec = listOf(trainer).find(({ type }) => type === 'TerminateOnNaN');
  if (!spec) return null;
  const at = { epoch, batch, logs: { loss: trainer.loss } };
  for (const action of callbackOf(spec).batchEnd?.(spec, {}, at).actions ?? []) {
    if (action.do === 'say') return { line: action.line, failure: null };
    if (action.do === 'fail') return { line: `${action.error}: ${action.keras}`, failure: action };
  }
  return null;
};
