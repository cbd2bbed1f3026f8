import { fill, type Text } from '../../text.ts';
import type { ViewStep } from '../../state/view.ts';
import { count, fixed } from '../../ui/format.ts';
import type { Frame } from '../../worker/frame.ts';
import type { StepName } from './named.ts';

/** Speeds that can be chosen for phases and neurons, which are there to be watched, a second. */
const SLOW: readonly number[] = [0.25, 0.5, 1, 2, 4, 10, 30];
/** Speeds for batches and epochs, a second. Infinity: as fast as the machine can. */
const FAST: readonly number[] = [1, 2, 4, 8, 15, 30, 60, 120, 500, 1000, Infinity];

/** The speeds that can be chosen at a step size, in steps a second, slowest first. */
export const ratesOf = (size: ViewStep): readonly number[] => (isWatched(size) ? SLOW : FAST);
const isWatched = (size: ViewStep): boolean => size === 'phase' || size === 'neuron';

/** Where a speed stands in the list of its step size; a speed that is not in it counts as the next faster one. */
export const rateIndex = (size: ViewStep, speed: number): number => {
  const rates = ratesOf(size);
  const index = rates.findIndex((rate) => rate >= speed);
  return index < 0 ? rates.length - 1 : index;
};

/**
 * The speed to go on with after a change of the step size: the same between batches and epochs; phases begin slow
 * enough to follow, and leaving them brings the usual speed back.
 */
export const speedAfter = (from: ViewStep, to: ViewStep, speed: number): number => {
  if (isWatched(from) === isWatched(to)) return speed;
  return isWatched(to) ? 1 : 30;
};

const UNITS: Record<StepName, { readonly one: Text; readonly many: Text }> = {
  neuron: {
    one: { en: '{n} neuron/s', ko: '초당 뉴런 {n}개' },
    many: { en: '{n} neurons/s', ko: '초당 뉴런 {n}개' },
  },
  map: {
    one: { en: '{n} map/s', ko: '초당 특징맵 {n}개' },
    many: { en: '{n} maps/s', ko: '초당 특징맵 {n}개' },
  },
  phase: {
    one: { en: '{n} phase/s', ko: '초당 {n}과정' },
    many: { en: '{n} phases/s', ko: '초당 {n}과정' },
  },
  batch: {
    one: { en: '{n} batch/s', ko: '초당 {n}배치' },
    many: { en: '{n} batches/s', ko: '초당 {n}배치' },
  },
  epoch: {
    one: { en: '{n} epoch/s', ko: '초당 {n}에포크' },
    many: { en: '{n} epochs/s', ko: '초당 {n}에포크' },
  },
};

const FASTEST: Text = { en: 'Max', ko: '최대' };

/** A speed with its unit: "30 epochs/s", "초당 30에포크". */
export const rateWords = (size: StepName, rate: number): Text =>
  Number.isFinite(rate) ? fill(UNITS[size][rate === 1 ? 'one' : 'many'], { n: rate }) : FASTEST;

/** A speed counts as kept where so much of it is reached. */
const KEPT = 0.8;

/** Epochs a second that a frame reached, with two digits; null where it keeps to the speed that was chosen, or rests. */
export const reachedOf = (
  { playing, rate }: Pick<Frame, 'playing' | 'rate'>,
  speed: number,
): number | null => (playing && rate > 0 && rate < KEPT * speed ? Number(rate.toPrecision(2)) : null);

/** What is reached of a speed in epochs: "7.3 of 30/s", "초당 7.3 / 30"; at Max how fast that is. */
export const reachedWords = (rate: number, reached: number): Text => {
  const n = reached < 10 ? fixed(reached, 1) : count(reached);
  return Number.isFinite(rate)
    ? fill({ en: '{n} of {rate}/s', ko: '초당 {n} / {rate}' }, { n, rate: count(rate) })
    : fill({ en: 'Max, {n}/s', ko: '최대, 초당 {n}' }, { n });
};

/** The same where there is no room for the unit, as on a phone. */
export const shortRateWords = (rate: number): Text =>
  Number.isFinite(rate) ? fill({ en: '{n}/s', ko: '초당 {n}' }, { n: rate }) : FASTEST;
