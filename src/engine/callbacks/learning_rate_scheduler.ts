import { type Action, type Callback, type Circumstances, type Remark, verboseField } from './callback.ts';
import { shortest } from './python.ts';

export interface LearningRateSchedulerSpec {
  readonly type: 'LearningRateScheduler';
  /** The rate of an epoch, counted from 0, made from the rate before it. A pure function. */
  schedule(epoch: number, rate: number): number;
  readonly verbose?: boolean;
}

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
  start: () => ({}),
  epochBegin(spec, state, { epoch, rate }) {
    const next = spec.schedule(epoch, Math.fround(rate));
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
