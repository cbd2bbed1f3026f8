import type { Text } from '../../text.ts';
import type { Field } from '../fields.ts';

/** A line of letters, e.g. the template of a file name. */
export interface TextField {
  readonly kind: 'text';
  readonly name: string;
  readonly words: Text;
  readonly hint?: Text;
  readonly effect: 'keep';
  readonly more?: true;
  readonly initial: string;
}

/** One of the names in the run's log, e.g. "val_loss". */
export interface MonitorField extends Omit<TextField, 'kind'> {
  readonly kind: 'monitor';
}

export type Setting = Field | TextField | MonitorField;

/** What the run says at a moment, under Keras's names: loss, accuracy, val_loss … */
export type Logs = Readonly<Record<string, number>>;

/** An error that ends the run: in our words, and Keras's class and words where it is Keras that refuses. */
export interface Failure {
  readonly error?: 'KeyError' | 'RuntimeError' | 'TypeError' | 'ValueError';
  readonly keras?: string;
  readonly text: Text;
}

/**
 * What a callback asks of the run, to be done in this order. Epochs are counted from 0, as Keras hands them over.
 * - stop: no batch after this one; the epoch under way still ends, then the run does.
 * - save: the model, or its weights alone, under this name; what had the name before is replaced. `rank` says how
 *   good it is by the watched value: less is better, null where that cannot be told.
 * - keep: remember the weights (moving statistics included, slots not) as they are at the end of this epoch.
 * - restore: put the weights kept at the end of this epoch back.
 * - rate: the optimizer's learning rate from now on, before it is rounded to float32.
 * - log: add a value to the logs of this moment; callbacks after this one, the history and the progress line see it.
 * - say: a line that Keras prints, with the empty line it puts before it; warn: one that Python warns with.
 * - fail: the run ends here with this error; nothing that would come after it is called.
 */
export type Action =
  | { readonly do: 'stop' }
  | {
      readonly do: 'save';
      readonly file: string;
      readonly weightsOnly: boolean;
      readonly rank: number | null;
    }
  | { readonly do: 'keep' | 'restore'; readonly epoch: number }
  | { readonly do: 'rate'; readonly rate: number }
  | { readonly do: 'log'; readonly name: string; readonly value: number }
  | { readonly do: 'say' | 'warn'; readonly line: string }
  | ({ readonly do: 'fail' } & Failure);

export interface Outcome<State> {
  readonly state: State;
  readonly actions: readonly Action[];
}

/** `rate` is the optimizer's learning rate now. */
export interface EpochBegin {
  readonly epoch: number;
  readonly rate: number;
}

/** `logs` holds the means over the epoch so far, without validation. */
export interface BatchEnd {
  readonly epoch: number;
  readonly batch: number;
  readonly logs: Logs;
}

export interface EpochEnd {
  readonly epoch: number;
  readonly logs: Logs;
  readonly rate: number;
}

/** What a callback's settings are checked against. */
export interface Circumstances {
  /** The compiled metrics' names as the log writes them, without val_. */
  readonly metrics: readonly string[];
  readonly validation: boolean;
  /** True where a learning-rate schedule sets the rate. */
  readonly scheduled: boolean;
}

/** Something in a callback's settings that does not fit; `refused` and `silent` as in a Problem. */
export interface Remark {
  readonly kind: 'refused' | 'silent';
  readonly text: Text;
  /** Keras's class and words where it is Keras that says it. */
  readonly error?: Failure['error'];
  readonly keras?: string;
  /** Settings that make it fit. */
  readonly fix?: { readonly words: Text; readonly set: Readonly<Record<string, string>> };
}

/**
 * A callback: everything that is known of it, said once. Its state is plain JSON. Moments are pure: they take the
 * state and give the next one; a moment it does not have is one at which Keras's callback does nothing.
 */
export interface Callback<Spec, State> {
  readonly name: string;
  readonly words: Text;
  /** What it does, in one line. */
  readonly line: Text;
  readonly fields: readonly Setting[];
  /** True where it sets the optimizer's learning rate. */
  readonly setsRate?: true;
  /** The state before the first epoch; `metrics` as in Circumstances. */
  start(spec: Spec, metrics: readonly string[]): State;
  /** The state at the beginning of another fit() with the same callback; left out: that of the first. */
  again?(state: State): State;
  /** Is there anything for it to do at the end of a batch? Left out: yes, if it has that moment. */
  seesBatches?(spec: Spec): boolean;
  epochBegin?(spec: Spec, state: State, at: EpochBegin): Outcome<State>;
  batchEnd?(spec: Spec, state: State, at: BatchEnd): Outcome<State>;
  epochEnd?(spec: Spec, state: State, at: EpochEnd): Outcome<State>;
  trainEnd?(spec: Spec, state: State): Outcome<State>;
  check?(spec: Spec, circumstances: Circumstances): readonly Remark[];
}

export const verboseField: Field & { readonly kind: 'switch' } = {
  kind: 'switch',
  name: 'verbose',
  words: { en: 'verbose', ko: 'verbose' },
  hint: { en: 'writes a line into the log', ko: '기록에 한 줄씩 적는다' },
  effect: 'keep',
  initial: false,
  more: true,
};
