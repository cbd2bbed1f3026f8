import type { NumberField } from '../fields.ts';

/** A setting of an initializer, whatever number Keras takes, within the limits of a weight. */
export const setting = (name: string, ko: string, initial: number, min = -1e6): NumberField => ({
  kind: 'number',
  name,
  words: { en: name, ko },
  effect: 'restart',
  initial,
  min,
  max: 1e6,
  step: 0.01,
});
