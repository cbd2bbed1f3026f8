import * as fc from 'fast-check';
import type { Field } from '../../src/engine/fields.ts';
import type { Setting } from '../../src/experiment/settings.ts';

/** A finite number between two, without −0: JSON does not know it. */
export const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));

/** A value that a field allows. */
export const settingOf = (field: Field): fc.Arbitrary<Setting> => {
  switch (field.kind) {
    case 'number': {
      const { min, max, above, integer } = field;
      return integer ? fc.integer({ min, max }) : number(above ? min + 1e-9 : min, max);
    }
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'list':
      return fc.constant(field.initial);
  }
};

/** The settings in `needed`, and any of the others. */
export const settingsOf = (fields: readonly Field[], needed: object): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, settingOf(field)])), {
    requiredKeys: fields.map(({ name }) => name).filter((name) => Object.hasOwn(needed, name)),
  });
