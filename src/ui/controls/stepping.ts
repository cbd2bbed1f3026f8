import type { NumberField } from '../../engine/fields.ts';

interface Modifiers {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** How far one step goes: Shift makes it ten times as long, Alt a tenth. */
export const stride = (step: number, { shiftKey, altKey }: Modifiers): number =>
  step * (shiftKey ? 10 : 1) * (altKey ? 0.1 : 1);

/** A sum of steps without the dust of binary fractions. */
export const tidy = (value: number): number => Number(value.toFixed(9));

/** The nearest value a field allows; where its lower limit itself is not allowed, `before` stands instead. */
export const within = (field: NumberField, value: number, before: number): number => {
  const whole = field.integer ? Math.round(value) : tidy(value);
  const held = Math.max(field.min, Math.min(field.max, whole));
  return field.above && held <= field.min ? before : held;
};
