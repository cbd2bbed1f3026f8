import type { Initializer } from './initializer.ts';
import { setting } from './setting.ts';

const value = setting('value', '값(value)', 0);

export const constant: Initializer = {
  name: 'constant',
  fields: [value],
  draw: (_draw, settings) => settings?.[value.name] ?? value.initial,
};
