import {
  againAll,
  type CallbackName,
  callbackOf,
  type CallbackSpec,
  type CallbackState,
  startAll,
} from '../callbacks/index.ts';
import type { Settings } from '../trainer.ts';
import type { KeptWeights } from './weights.ts';

/** What a run knows of the fit() it is in. A value: what changes is replaced, never written into. */
export interface Fit {
  /** The epoch after which it ends by itself; Infinity: it goes on until paused. */
  readonly stopAt: number;
  /** What the callbacks remember, in the order of their list. */
  readonly states: readonly CallbackState[];
  /** The learning rate a callback has set, in single precision; null: the optimizer's own. */
  readonly rate: number | null;
  /** The weights a callback asked to be remembered. */
  readonly kept: KeptWeights | null;
  /** The fit() before this one. */
  readonly ended: Ended | null;
}

/** How a fit() came to its end. */
export interface Ended {
  /** Updates made by then. */
  readonly step: number;
  /** Because it had its epochs, or because this callback stopped it. */
  readonly by: 'epochs' | CallbackName;
  /** The epoch, counted from 1, whose weights were put back at the end. */
  readonly restored: number | null;
  /** What the callbacks remembered at the end. */
  readonly states: readonly CallbackState[];
}

/** Where a fit() of so many epochs ends that has `epoch` behind it: there, or after as many more. */
export const stopAfter = (epochs: number | null, epoch: number): number =>
  epochs === null ? Number.POSITIVE_INFINITY : epochs > epoch ? epochs : epoch + epochs;

/** The first fit() of a run. */
export const firstFit = ({
  epochs,
  callbacks,
  metrics,
}: Pick<Settings, 'epochs' | 'callbacks' | 'metrics'>): Fit => ({
  stopAt: stopAfter(epochs ?? null, 0),
  states: startAll(callbacks ?? [], metrics ?? []),
  rate: null,
  kept: null,
  ended: null,
});

/**
 * The fit() after another one: as many epochs more, counted on as by Keras's initial_epoch. Callbacks begin anew as in
 * on_train_begin (ModelCheckpoint, which has none, knows its best still); the optimizer keeps the rate that was set.
 */
export const nextFit = (
  { epochs, callbacks, metrics }: Settings,
  before: Fit,
  epoch: number,
  ended: Ended | null,
): Fit => ({
  stopAt: epoch + (epochs ?? Number.POSITIVE_INFINITY),
  states: againAll(callbacks ?? [], before.states, metrics ?? []),
  rate: before.rate,
  kept: null,
  ended,
});

/**
 * A fit() whose settings are changed while it runs.
 * - Other `epochs` are counted as at its start: it ends there, or after as many more where they are already gone.
 * - A callback that is as it was keeps what it remembers; one that is new, set otherwise, or that watches a metric
 *   which was compiled or taken away begins anew. Where the same weights measure `otherwise` than before (other data,
 *   another loss), no value can be compared with one from before, and all of them begin anew.
 * - Weights are remembered as long as a callback remembers their epoch.
 * - A rate that a callback set holds until the optimizer's own is set, or until no callback sets rates any more.
 */
export const changedFit = (
  fit: Fit,
  before: Settings,
  after: Settings,
  epoch: number,
  otherwise: boolean,
): Fit => {
  const [specs, were] = [after.callbacks ?? [], before.callbacks ?? []];
  const states = startAll(specs, after.metrics ?? []);
  if (!otherwise) {
    const known = startAll(were, before.metrics ?? []);
    specs.forEach((spec, i) => {
      const beginning = JSON.stringify([spec, states[i]]);
      const was = were.findIndex((one, n) => JSON.stringify([one, known[n]]) === beginning);
      if (was >= 0) states[i] = fit.states[was]!;
    });
  }
  const same = !otherwise && JSON.stringify(specs) === JSON.stringify(were);
  const keeps = states.some((state) => 'kept' in state && state.kept !== null);
  const held = sameRate(before, after) && specs.some(setsRate);
  return {
    stopAt: after.epochs === before.epochs ? fit.stopAt : stopAfter(after.epochs ?? null, epoch),
    states,
    rate: held ? fit.rate : null,
    kept: keeps ? fit.kept : null,
    ended: fit.ended && (same ? fit.ended : { ...fit.ended, states }),
  };
};

const setsRate = (spec: CallbackSpec): boolean => callbackOf(spec).setsRate === true;

const sameRate = ({ optimizer: a }: Settings, { optimizer: b }: Settings): boolean =>
  a.type === b.type &&
  a.learning_rate === b.learning_rate &&
  JSON.stringify(a.schedule) === JSON.stringify(b.schedule);
