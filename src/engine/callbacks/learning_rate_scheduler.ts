import type { NumberField } from '../fields.ts';
import { type Action, type Callback, type Circumstances, type Remark, verboseField } from './callback.ts';
import { shortest } from './python.ts';

/**
 * The function that Keras asks at the beginning of every epoch, as data: after `start` epochs, and again after every
 * `every` epochs more, the rate is multiplied by `factor`; in between it stays.
 */
export interface EpochSchedule {
  readonly start: number;
  readonly every: number;
  readonly factor: number;
}

export interface LearningRateSchedulerSpec {
  readonly type: 'LearningRateScheduler';
  readonly schedule: EpochSchedule;
  readonly verbose?: boolean;
}

/** As in Keras's own example, ten epochs at the first rate, then less with every epoch. */
export const firstSchedule: EpochSchedule = { start: 10, every: 1, factor: 0.9 };

const epochs = (name: 'start' | 'every', min: number, hint: NumberField['hint'] & object): NumberField => ({
  kind: 'number',
  name,
  words: { en: name, ko: name },
  hint,
  effect: 'keep',
  initial: firstSchedule[name],
  min,
  max: 1_000_000,
  integer: true,
  step: 1,
});

export const scheduleFields: readonly NumberField[] = [
  epochs('start', 0, { en: 'epochs before the first change', ko: '처음 바꾸기 전까지의 에포크 수' }),
  epochs('every', 1, { en: 'epochs from one change to the next', ko: '다음에 바꿀 때까지의 에포크 수' }),
  {
    kind: 'number',
    name: 'factor',
    words: { en: 'factor', ko: 'factor' },
    hint: { en: 'what the rate is multiplied by', ko: '학습률에 곱하는 수' },
    effect: 'keep',
    initial: firstSchedule.factor,
    min: 0,
    max: 10,
    step: 0.1,
  },
];

/** The rate of an epoch, counted from 0, made from the rate before it. */
const rateOf = ({ start, every, factor }: EpochSchedule, epoch: number, rate: number): number =>
  epoch >= start && (epoch - start) % every === 0 ? rate * factor : rate;

/** It remembers nothing. */
export type LearningRateSchedulerState = Readonly<Record<string, never>>;

/** The rate as the optimizer holds it, added to the log of the epoch. */
export const logRate = (rate: number): Action & { readonly do: 'log' } => ({
  do: 'log',
  name: 'learning_rate',
  value: Math.fround(rate),
});

/** A callback that sets the rate does not go with a schedule, which sets it at every update. */
export const checkScheduled = (callback: string, { scheduled }: Circumstances): readonly Remark[] =>
  scheduled
    ? [
        {
          kind: 'refused',
          text: {
            en: `${callback} sets the learning rate, but a learning-rate schedule already does. Use one of the two.`,
            ko: `${callback}도 학습률 조정(schedule)도 학습률을 바꾼다. 둘 가운데 하나만 쓴다.`,
          },
          error: 'TypeError',
          keras:
            'This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor argument, hence its learning rate is not settable. If you need the learning rate to be settable, you should instantiate the optimizer with a float `learning_rate` argument.',
        },
      ]
    : [];

/** keras.callbacks.LearningRateScheduler: asks its function at the beginning of every epoch. */
export const LearningRateScheduler: Callback<LearningRateSchedulerSpec, LearningRateSchedulerState> = {
  name: 'LearningRateScheduler',
  words: { en: 'LearningRateScheduler', ko: '에포크별 학습률(LearningRateScheduler)' },
  line: {
    en: 'Sets the learning rate of every epoch by a function of its number.',
    ko: '에포크 번호에 따라 정해진 함수로 에포크마다 학습률을 정한다.',
  },
  fields: [verboseField],
  setsRate: true,
  start: () => ({}),
  epochBegin(spec, state, { epoch, rate }) {
    const next = rateOf(spec.schedule, epoch, Math.fround(rate));
    const actions: Action[] = [{ do: 'rate', rate: next }];
    if (spec.verbose) {
      const line = `\nEpoch ${epoch + 1}: LearningRateScheduler setting learning rate to ${shortest(next)}.`;
      actions.push({ do: 'say', line });
    }
    return { state, actions };
  },
  epochEnd: (_spec, state, { rate }) => ({ state, actions: [logRate(rate)] }),
  check: (_spec, circumstances) => checkScheduled('LearningRateScheduler', circumstances),
};
