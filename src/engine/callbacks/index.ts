import type { Action, BatchEnd, Callback, EpochBegin, EpochEnd, Logs, Outcome } from './callback.ts';
import { EarlyStopping, type EarlyStoppingSpec, type EarlyStoppingState } from './early_stopping.ts';
import {
  LearningRateScheduler,
  type LearningRateSchedulerSpec,
  type LearningRateSchedulerState,
} from './learning_rate_scheduler.ts';
import { ModelCheckpoint, type ModelCheckpointSpec, type ModelCheckpointState } from './model_checkpoint.ts';
import {
  ReduceLROnPlateau,
  type ReduceLROnPlateauSpec,
  type ReduceLROnPlateauState,
} from './reduce_lr_on_plateau.ts';
import { TerminateOnNaN, type TerminateOnNaNSpec, type TerminateOnNaNState } from './terminate_on_nan.ts';

export type { Action, Callback, Failure, Logs, Remark, Setting } from './callback.ts';

export type CallbackSpec =
  | ModelCheckpointSpec
  | EarlyStoppingSpec
  | ReduceLROnPlateauSpec
  | LearningRateSchedulerSpec
  | TerminateOnNaNSpec;
export type CallbackName = CallbackSpec['type'];
export type CallbackState =
  | ModelCheckpointState
  | EarlyStoppingState
  | ReduceLROnPlateauState
  | LearningRateSchedulerState
  | TerminateOnNaNState;

/** In the order of the course. */
export const callbacks = {
  ModelCheckpoint,
  EarlyStopping,
  ReduceLROnPlateau,
  LearningRateScheduler,
  TerminateOnNaN,
};
export const callbackNames = Object.keys(callbacks) as CallbackName[];

/** The definition behind a spec. */
export const callbackOf = (spec: CallbackSpec): Callback<CallbackSpec, CallbackState> => callbacks[spec.type];

/** A moment at which Keras calls every callback of the list in turn. */
export type Call =
  | ({ readonly at: 'epochBegin' } & EpochBegin)
  | ({ readonly at: 'batchEnd' } & BatchEnd)
  | ({ readonly at: 'epochEnd' } & EpochEnd)
  | { readonly at: 'trainEnd' };

/** The states of a list of callbacks before the first epoch; `metrics`: the compiled metrics' names in the log. */
export const startAll = (specs: readonly CallbackSpec[], metrics: readonly string[]): CallbackState[] =>
  specs.map((spec) => callbackOf(spec).start(spec, metrics));

/** The states at the beginning of another fit() with the same callbacks. */
export const againAll = (
  specs: readonly CallbackSpec[],
  states: readonly CallbackState[],
  metrics: readonly string[],
): CallbackState[] =>
  specs.map((spec, i) => {
    const definition = callbackOf(spec);
    return definition.again?.(states[i]!) ?? definition.start(spec, metrics);
  });

/** Does a callback have anything to do at the end of a batch? */
export const seesBatches = (spec: CallbackSpec): boolean => {
  const definition = callbackOf(spec);
  return definition.batchEnd !== undefined && (definition.seesBatches?.(spec) ?? true);
};

const callOne = (spec: CallbackSpec, state: CallbackState, call: Call): Outcome<CallbackState> => {
  const definition = callbackOf(spec);
  const same = { state, actions: [] };
  switch (call.at) {
    case 'epochBegin':
      return definition.epochBegin?.(spec, state, call) ?? same;
    case 'batchEnd':
      return definition.batchEnd?.(spec, state, call) ?? same;
    case 'epochEnd':
      return definition.epochEnd?.(spec, state, call) ?? same;
    case 'trainEnd':
      return definition.trainEnd?.(spec, state) ?? same;
  }
};

interface Called {
  readonly states: CallbackState[];
  readonly actions: readonly Action[];
  readonly stopped: CallbackName | null;
}

/**
 * Calls a list of callbacks in its order, as keras.callbacks.CallbackList does: a later one sees the logs and the
 * rate that an earlier one has changed. After a failure no further one is called. Their states have the specs' order;
 * `stopped` names the first that asked for an end.
 */
export const callAll = (
  specs: readonly CallbackSpec[],
  states: readonly CallbackState[],
  call: Call,
): Called => {
  const next = [...states];
  const actions: Action[] = [];
  let stopped: CallbackName | null = null;
  let now = call;
  for (const [i, spec] of specs.entries()) {
    const outcome = callOne(spec, states[i]!, now);
    next[i] = outcome.state;
    for (const action of outcome.actions) {
      actions.push(action);
      if (action.do === 'fail') return { states: next, actions, stopped };
      if (action.do === 'stop') stopped ??= spec.type;
      if (action.do === 'log' && 'logs' in now) now = { ...now, logs: withValue(now.logs, action) };
      if (action.do === 'rate' && 'rate' in now) now = { ...now, rate: Math.fround(action.rate) };
    }
  }
  return { states: next, actions, stopped };
};

const withValue = (logs: Logs, { name, value }: { readonly name: string; readonly value: number }): Logs => ({
  ...logs,
  [name]: value,
});
