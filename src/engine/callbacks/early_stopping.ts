import type { NumberField, SwitchField } from '../fields.ts';
import { type Action, type Callback, verboseField } from './callback.ts';
import {
  checkWatch,
  type Direction,
  directionOf,
  isBetter,
  type Kept,
  keep,
  minDelta,
  modeField,
  monitorField,
  noDirection,
  patienceField,
  type Watch,
} from './monitor.ts';

export interface EarlyStoppingSpec extends Watch {
  readonly type: 'EarlyStopping';
  readonly min_delta?: number;
  readonly patience?: number;
  readonly verbose?: boolean;
  /** Left out: none. */
  readonly baseline?: number;
  readonly restore_best_weights?: boolean;
  readonly start_from_epoch?: number;
}

export interface EarlyStoppingState {
  readonly direction: Direction | null;
  readonly best: Kept | null;
  /** Epochs since the last improvement. */
  readonly wait: number;
  readonly best_epoch: number;
  /** The epoch whose weights are kept; null before there are any. */
  readonly kept: number | null;
  readonly stopped_epoch: number;
}

/** How it stands. Epochs are counted from 1. */
export interface Patience {
  readonly monitor: string;
  readonly waited: number;
  readonly patience: number;
  /** The best epoch so far and its value; null before the first epoch it looks at. */
  readonly best: { readonly epoch: number; readonly value: number } | null;
  readonly restores: boolean;
}

const minDeltaField = minDelta(0);
const patience = patienceField(0);

const baseline: NumberField = {
  kind: 'number',
  name: 'baseline',
  words: { en: 'baseline', ko: 'baseline' },
  hint: { en: 'only what beats this value resets the wait', ko: '이 값보다 좋아야 기다림을 다시 센다' },
  effect: 'keep',
  initial: 0,
  min: -1_000_000,
  max: 1_000_000,
  step: 0.1,
  optional: true,
  more: true,
};

const restoreBest: SwitchField = {
  kind: 'switch',
  name: 'restore_best_weights',
  words: { en: 'restore_best_weights', ko: '가장 좋았던 가중치로 되돌리기' },
  hint: {
    en: 'goes back to the best epoch at the end of the run',
    ko: '학습이 끝나면 가장 좋았던 에포크의 가중치로 돌아간다',
  },
  effect: 'keep',
  initial: false,
};

const startFrom: NumberField = {
  kind: 'number',
  name: 'start_from_epoch',
  words: { en: 'start_from_epoch', ko: 'start_from_epoch' },
  hint: { en: 'epochs it does not look at first', ko: '처음에 보지 않고 넘기는 에포크 수' },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 1_000_000,
  integer: true,
  step: 1,
  more: true,
};

/** keras.callbacks.EarlyStopping. The first epoch it looks at is the best so far, so it never stops there; it restores after a run that went all the way too. */
export const EarlyStopping: Callback<EarlyStoppingSpec, EarlyStoppingState> = {
  name: 'EarlyStopping',
  words: { en: 'EarlyStopping', ko: '조기 학습 중단(EarlyStopping)' },
  line: {
    en: 'Stops the run when the watched value has not improved for so many epochs.',
    ko: '지켜보는 값이 정한 에포크 동안 나아지지 않으면 학습을 멈춘다.',
  },
  fields: [monitorField, minDeltaField, patience, verboseField, modeField, baseline, restoreBest, startFrom],
  start: (spec, metrics) => ({
    direction: directionOf(spec, metrics),
    best: null,
    wait: 0,
    best_epoch: 0,
    kept: null,
    stopped_epoch: 0,
  }),
  epochEnd(spec, state, { epoch, logs }) {
    const name = spec.monitor ?? monitorField.initial;
    const { direction } = state;
    if (direction === null) {
      return { state, actions: [{ do: 'fail', ...noDirection('EarlyStopping', name) }] };
    }
    const current = logs[name];
    if (current === undefined) {
      const line = `Early stopping conditioned on metric \`${name}\` which is not available. Available metrics are: ${Object.keys(logs).join(',')}`;
      return { state, actions: [{ do: 'warn', line }] };
    }
    if (epoch < (spec.start_from_epoch ?? startFrom.initial)) return { state, actions: [] };

    const delta = spec.min_delta ?? minDeltaField.initial;
    const wait = state.wait + 1;
    if (isBetter(current, state.best, direction, delta)) {
      const keeps = spec.restore_best_weights ?? restoreBest.initial;
      const beats = spec.baseline === undefined || isBetter(current, spec.baseline, direction, delta);
      const best = { best: keep(current), best_epoch: epoch, ...(keeps && { kept: epoch }) };
      return {
        state: { ...state, ...best, wait: beats ? 0 : wait },
        actions: keeps ? [{ do: 'keep', epoch }] : [],
      };
    }
    if (wait < (spec.patience ?? patience.initial)) return { state: { ...state, wait }, actions: [] };
    return { state: { ...state, wait, stopped_epoch: epoch }, actions: [{ do: 'stop' }] };
  },
  trainEnd(spec, state) {
    const actions: Action[] = [];
    if (state.stopped_epoch > 0 && spec.verbose) {
      actions.push({ do: 'say', line: `Epoch ${state.stopped_epoch + 1}: early stopping` });
    }
    if (state.kept !== null) {
      if (spec.verbose) {
        const line = `Restoring model weights from the end of the best epoch: ${state.best_epoch + 1}.`;
        actions.push({ do: 'say', line });
      }
      actions.push({ do: 'restore', epoch: state.kept });
    }
    return { state, actions };
  },
  check: (spec, circumstances) =>
    checkWatch('EarlyStopping', spec, circumstances, {
      en: 'it never stops the run.',
      ko: '그래서 학습을 멈추지 못한다.',
    }),
};

/** How an EarlyStopping stands that remembers so much. */
export const patienceOf = (spec: EarlyStoppingSpec, state: EarlyStoppingState): Patience => ({
  monitor: spec.monitor ?? monitorField.initial,
  waited: state.wait,
  patience: spec.patience ?? patience.initial,
  best: state.best === null ? null : { epoch: state.best_epoch + 1, value: Number(state.best) },
  restores: spec.restore_best_weights ?? restoreBest.initial,
});
