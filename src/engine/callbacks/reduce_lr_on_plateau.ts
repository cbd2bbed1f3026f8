import type { NumberField } from '../fields.ts';
import { type Action, type Callback, verboseField } from './callback.ts';
import { checkScheduled, logRate } from './learning_rate_scheduler.ts';
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
import { shortest } from './python.ts';

export interface ReduceLROnPlateauSpec extends Watch {
  readonly type: 'ReduceLROnPlateau';
  readonly factor?: number;
  readonly patience?: number;
  readonly verbose?: boolean;
  readonly min_delta?: number;
  readonly cooldown?: number;
  readonly min_lr?: number;
}

export interface ReduceLROnPlateauState {
  readonly direction: Direction | null;
  readonly best: Kept | null;
  readonly wait: number;
  /** Epochs left in which it does not count. */
  readonly cooldown: number;
}

const factor: NumberField = {
  kind: 'number',
  name: 'factor',
  words: { en: 'factor', ko: 'factor' },
  hint: { en: 'what the rate is multiplied by', ko: '학습률에 곱하는 수' },
  effect: 'keep',
  initial: 0.1,
  min: 0,
  // Keras refuses 1 and more.
  max: 0.999999,
  step: 0.1,
};

const patience = patienceField(10);
const minDeltaField = minDelta(1e-4);

const cooldown: NumberField = {
  kind: 'number',
  name: 'cooldown',
  words: { en: 'cooldown', ko: 'cooldown' },
  hint: { en: 'epochs of rest after a reduction', ko: '줄인 뒤에 쉬는 에포크 수' },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 1_000_000,
  integer: true,
  step: 1,
  more: true,
};

const minRate: NumberField = {
  kind: 'number',
  name: 'min_lr',
  words: { en: 'min_lr', ko: 'min_lr' },
  hint: { en: 'the rate does not fall below this', ko: '학습률은 이보다 작아지지 않는다' },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 100,
  step: 0.0001,
  more: true,
};

/** keras.callbacks.ReduceLROnPlateau: rate · factor, never below min_lr, after `patience` epochs without improvement. */
export const ReduceLROnPlateau: Callback<ReduceLROnPlateauSpec, ReduceLROnPlateauState> = {
  name: 'ReduceLROnPlateau',
  words: { en: 'ReduceLROnPlateau', ko: '정체되면 학습률 줄이기(ReduceLROnPlateau)' },
  line: {
    en: 'Multiplies the learning rate by factor when the watched value has not improved for so many epochs.',
    ko: '지켜보는 값이 정한 에포크 동안 나아지지 않으면 학습률에 factor를 곱해 줄인다.',
  },
  fields: [monitorField, factor, patience, verboseField, modeField, minDeltaField, cooldown, minRate],
  setsRate: true,
  start: (spec, metrics) => ({ direction: directionOf(spec, metrics), best: null, wait: 0, cooldown: 0 }),
  epochEnd(spec, state, { epoch, logs, rate }) {
    const name = spec.monitor ?? monitorField.initial;
    const { direction } = state;
    if (direction === null) {
      return { state, actions: [{ do: 'fail', ...noDirection('ReduceLROnPlateau', name) }] };
    }
    const logged = logRate(rate);
    const actions: Action[] = [logged];
    const seen = { ...logs, [logged.name]: logged.value };
    const current = seen[name];
    if (current === undefined) {
      const line = `Learning rate reduction is conditioned on metric \`${name}\` which is not available. Available metrics are: ${Object.keys(seen).join(',')}.`;
      return { state, actions: [...actions, { do: 'warn', line }] };
    }

    const resting = Math.max(0, state.cooldown - 1);
    if (isBetter(current, state.best, direction, spec.min_delta ?? minDeltaField.initial)) {
      return { state: { ...state, best: keep(current), wait: 0, cooldown: resting }, actions };
    }
    if (resting > 0) return { state: { ...state, cooldown: resting }, actions };
    const waited = { ...state, wait: state.wait + 1, cooldown: 0 };
    const least = spec.min_lr ?? minRate.initial;
    if (waited.wait < (spec.patience ?? patience.initial) || logged.value <= Math.fround(least)) {
      return { state: waited, actions };
    }
    const lower = Math.max(logged.value * (spec.factor ?? factor.initial), least);
    actions.push({ do: 'rate', rate: lower });
    if (spec.verbose) {
      const line = `\nEpoch ${epoch + 1}: ReduceLROnPlateau reducing learning rate to ${shortest(lower)}.`;
      actions.push({ do: 'say', line });
    }
    return { state: { ...state, wait: 0, cooldown: spec.cooldown ?? cooldown.initial }, actions };
  },
  check: (spec, circumstances) => [
    ...checkWatch('ReduceLROnPlateau', spec, circumstances, {
      en: 'it never lowers the learning rate.',
      ko: '그래서 학습률을 줄이지 못한다.',
    }),
    ...checkScheduled('ReduceLROnPlateau', circumstances),
  ],
};
