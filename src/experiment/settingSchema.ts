import * as v from 'valibot';
import type { Setting as AnyField } from '../engine/callbacks/callback.ts';
import { type ListField, type NumberField, refuseNumber } from '../engine/fields.ts';
import { lettersOf, monitorSchema } from './letters.ts';

export const numberOf = (field: NumberField) =>
  v.pipe(
    v.number(),
    v.check((value) => refuseNumber(field, value) === null),
  );

/** A list whose length is looked at before any of its items. */
const numbersOf = ({ item, most, rising }: ListField) =>
  v.pipe(
    v.unknown(),
    v.check((value) => Array.isArray(value) && value.length >= 1 && value.length <= most),
    v.array(numberOf(item)),
    v.check((values) => !rising || values.every((value, i) => i === 0 || value > values[i - 1]!)),
  );

const schemaOf = (field: AnyField): v.GenericSchema => {
  switch (field.kind) {
    case 'number':
      return numberOf(field);
    case 'switch':
      return v.boolean();
    case 'choice':
      return v.picklist(field.options.map(({ value }) => value));
    case 'list':
      return numbersOf(field);
    case 'text':
      return lettersOf(field);
    case 'monitor':
      return monitorSchema;
  }
};

/** The form of a spec's settings: those that are `needed` must be there, the others may be left out. */
export const settingsOf = (fields: readonly AnyField[], needed: object): Record<string, v.GenericSchema> =>
  Object.fromEntries(
    fields.map((field) => {
      const schema = schemaOf(field);
      return [field.name, Object.hasOwn(needed, field.name) ? schema : v.optional(schema)];
    }),
  );
