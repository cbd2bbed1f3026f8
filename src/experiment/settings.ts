import * as v from 'valibot';
import type { Setting as AnyField } from '../engine/callbacks/callback.ts';
import { type ListField, type NumberField, refuseNumber } from '../engine/fields.ts';
import { lettersOf, monitorSchema } from './letters.ts';

/** The value of a field in a document. */
export type Setting = number | boolean | string | readonly number[];

/** A spec with one setting changed. What is switched off (null), or is what Keras takes by itself, is left out. */
export const withSetting = <Spec extends object>(
  spec: Spec,
  field: AnyField,
  value: Setting | null,
  needed: object = {},
): Spec => {
  const others = Object.entries(spec).filter(([name]) => name !== field.name);
  // JSON knows no −0; a link must give back the same bits.
  const kept = typeof value === 'number' ? value + 0 : value;
  const usual = !Object.hasOwn(needed, field.name) && !isOptional(field) && kept === field.initial;
  return Object.fromEntries(kept === null || usual ? others : [...others, [field.name, kept]]) as Spec;
};

/** What stands in a spec for a field: null where it is switched off. */
export const settingOf = (spec: object, field: AnyField): Setting | null => {
  const found: unknown = Object.hasOwn(spec, field.name)
    ? Object.getOwnPropertyDescriptor(spec, field.name)?.value
    : undefined;
  if (found !== undefined) return found as Setting;
  return isOptional(field) ? null : field.initial;
};

const isOptional = (field: AnyField): boolean => field.kind === 'number' && field.optional === true;

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
