import type { ChoiceField, NumberField } from '../fields.ts';
import { type Metric, metrics as definitions } from '../metrics/index.ts';
import type { Circumstances, Failure, MonitorField, Remark } from './callback.ts';

/** What callbacks that watch one value of the log have in common (keras.callbacks.MonitorCallback). */
export interface Watch {
  readonly monitor?: string;
  readonly mode?: Mode;
}

export type Mode = 'auto' | 'min' | 'max';
export type Direction = Metric['direction'];

/** A number in a state that JSON can hold: what JSON has no sign for stands as a word. */
export type Kept = number | 'NaN' | 'Infinity' | '-Infinity' | '-0';

export const keep = (x: number): Kept =>
  Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? '-0' : (String(x) as Kept);

export const monitorField: MonitorField = {
  kind: 'monitor',
  name: 'monitor',
  words: { en: 'monitor', ko: '기준값(monitor)' },
  hint: { en: 'the value of the log that is watched', ko: '기록에서 지켜볼 값' },
  effect: 'keep',
  initial: 'val_loss',
};

export const modeField: ChoiceField<Mode> = {
  kind: 'choice',
  name: 'mode',
  words: { en: 'mode', ko: 'mode' },
  hint: { en: 'whether less or more is better', ko: '작을수록 좋은지 클수록 좋은지' },
  effect: 'keep',
  initial: 'auto',
  more: true,
  options: [
    { value: 'auto', words: { en: 'auto', ko: 'auto' }, hint: { en: 'by its name', ko: '이름에 따라' } },
    {
      value: 'min',
      words: { en: 'min', ko: 'min' },
      hint: { en: 'less is better', ko: '작을수록 좋다' },
    },
    {
      value: 'max',
      words: { en: 'max', ko: 'max' },
      hint: { en: 'more is better', ko: '클수록 좋다' },
    },
  ],
};

export const minDelta = (initial: number): NumberField => ({
  kind: 'number',
  name: 'min_delta',
  words: { en: 'min_delta', ko: 'min_delta' },
  hint: { en: 'a smaller change is no improvement', ko: '이보다 작은 변화는 개선으로 치지 않는다' },
  effect: 'keep',
  initial,
  min: 0,
  max: 1_000_000,
  step: 0.001,
  more: true,
});

export const patienceField = (initial: number): NumberField => ({
  kind: 'number',
  name: 'patience',
  words: { en: 'patience', ko: '개선을 기다리는 횟수(patience)' },
  hint: { en: 'epochs without improvement it waits for', ko: '개선이 없어도 기다려 주는 에포크 수' },
  effect: 'keep',
  initial,
  min: 0,
  max: 1_000_000,
  integer: true,
  step: 1,
});

/** Which way a compiled metric is better, by its name or by the long one that Keras makes of it. */
const directionOfMetric = (name: string): Direction =>
  Object.values(definitions).find((metric) => metric.name === name || metric.resolved('number', 1) === name)
    ?.direction ?? 'max';

/** Whether less or more of the watched value is better; null where Keras cannot tell. */
export const directionOf = (
  { monitor = monitorField.initial, mode = modeField.initial }: Watch,
  metrics: readonly string[],
): Direction | null => {
  if (mode !== 'auto') return mode;
  const name = monitor.startsWith('val_') ? monitor.slice(4) : monitor;
  if (metrics.includes(name)) return directionOfMetric(name);
  return name === 'loss' ? 'min' : null;
};

/**
 * Is `value` better than `best` by more than `delta`? Anything is better than nothing; nothing is better than NaN.
 * The margin is taken off in double precision and the two compared in single, as Keras does on JAX.
 */
export const isBetter = (value: number, best: Kept | null, direction: Direction, delta: number): boolean => {
  if (best === null) return true;
  const margin = Math.abs(delta);
  const reference = Math.fround(Number(best));
  return direction === 'min'
    ? Math.fround(value + margin) < reference
    : Math.fround(value - margin) > reference;
};

/** Keras's error at the end of the first epoch where `mode` is auto and it cannot tell. */
export const noDirection = (callback: string, monitor: string): Failure => ({
  error: 'ValueError',
  keras: `${callback} callback received monitor=${monitor}, but Keras isn't able to automatically determine whether that metric should be maximized or minimized. Pass \`mode='max'\` in order to monitor based on the highest metric value, or pass \`mode='min'\` in order to use the lowest value.`,
  text: {
    en: `${callback} watches "${monitor}", which is none of the compiled metrics, so Keras cannot tell whether less or more of it is better. Set mode, or watch a value of the log.`,
    ko: `${callback}의 기준값 "${monitor}"에 해당하는 것이 compile한 평가지표에 없어서, 작을수록 좋은지 클수록 좋은지 Keras가 알 수 없다. mode를 정하거나 기록에 있는 값을 고른다.`,
  },
});

/** The names the log will have at the end of an epoch. */
export const namesOf = ({ metrics, validation }: Circumstances): readonly string[] => {
  const own = ['loss', ...metrics];
  return validation ? [...own, ...own.map((name) => `val_${name}`)] : own;
};

/** What is wrong with the watched value; `consequence` is what the callback does without it. */
export const checkWatch = (
  callback: string,
  watch: Watch,
  circumstances: Circumstances,
  consequence: { readonly en: string; readonly ko: string },
): readonly Remark[] => {
  const monitor = watch.monitor ?? monitorField.initial;
  if (directionOf(watch, circumstances.metrics) === null) {
    return [{ kind: 'refused', ...noDirection(callback, monitor) }];
  }
  const names = namesOf(circumstances);
  if (names.includes(monitor)) return [];
  const own = monitor.replace(/^val_/, '');
  return [
    {
      kind: 'silent',
      text: {
        en: `${callback} watches "${monitor}", which the log does not have: ${consequence.en}`,
        ko: `${callback}의 기준값은 "${monitor}"인데 기록에 그런 값이 없다. ${consequence.ko}`,
      },
      ...(names.includes(own) && {
        fix: { words: { en: `Watch ${own}`, ko: `${own} 보기` }, set: { monitor: own } },
      }),
    },
  ];
};
