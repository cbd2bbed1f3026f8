import type { Setting as AnyField } from '../engine/callbacks/callback.ts';

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
