import type { Field } from '../../engine/fields.ts';
import { definitionOf, type LayerSpec } from '../../engine/layers/index.ts';

/** What a layer's settings set: not its activation, which has its own list, nor a list of numbers. */
export const settingsOf = (spec: LayerSpec): readonly Field[] =>
  definitionOf(spec).fields.filter(({ kind, name }) => name !== 'activation' && kind !== 'list');
