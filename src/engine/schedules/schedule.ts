import type { Text } from '../../text.ts';
import type { Field, NumberField } from '../fields.ts';

/** A kind of learning-rate schedule: everything that is known of it, said once. */
export interface Schedule<Spec> {
  readonly name: string;
  readonly words: Text;
  /** What it does, in one line. */
  readonly line: Text;
  readonly fields: readonly Field[];
  /** A spec with values to begin with. */
  readonly first: Spec;
  /** How many updates show all that it does: what its curve is drawn over. */
  span(spec: Spec): number;
  /** The rate of the update that follows `step` updates; `initial` is the optimizer's learning_rate. */
  rate(spec: Spec, initial: number, step: number): number;
}

/** Updates until a decay has gone its way. */
export const decaySteps: NumberField = {
  kind: 'number',
  name: 'decay_steps',
  words: { en: 'decay_steps', ko: 'decay_steps' },
  hint: { en: 'counted in updates', ko: '갱신 횟수' },
  effect: 'keep',
  initial: 1000,
  min: 1,
  max: 1_000_000_000,
  integer: true,
  step: 100,
};

export const decayRate = (initial: number, max: number): NumberField => ({
  kind: 'number',
  name: 'decay_rate',
  words: { en: 'decay_rate', ko: 'decay_rate' },
  effect: 'keep',
  initial,
  min: 0,
  above: true,
  max,
  step: 0.1,
});

/** A learning rate that a schedule goes to. */
export const rateField = (name: string, initial: number, hint: Text): NumberField => ({
  kind: 'number',
  name,
  words: { en: name, ko: name },
  hint,
  effect: 'keep',
  initial,
  min: 0,
  max: 100,
  step: initial,
});

export const staircase: Field = {
  kind: 'switch',
  name: 'staircase',
  words: { en: 'staircase', ko: 'staircase' },
  hint: { en: 'changes only every decay_steps updates', ko: 'decay_steps번 갱신할 때마다 한 번에 바꾼다' },
  effect: 'keep',
  initial: false,
  more: true,
};
