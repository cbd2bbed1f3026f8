import type { NumberField } from '../fields.ts';

/** How much a penalty counts in the loss. */
export const factor = (name: 'l1' | 'l2', initial: number): NumberField => ({
  kind: 'number',
  name,
  words: { en: name, ko: name },
  effect: 'keep',
  initial,
  min: 0,
  max: 1000,
  step: 0.001,
});
