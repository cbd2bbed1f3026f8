import * as v from 'valibot';
import { type InitializerName, initializerNames, initializers } from '../engine/initializers/index.ts';
import { definitionOf, layers, layerTypes, type LayerSpec } from '../engine/layers/index.ts';
import { regularizers } from '../engine/regularizers/index.ts';
import { listOf, weight, whole } from './parts.ts';
import { settingsOf } from './settingSchema.ts';

/** An initializer by its name, or with settings of its own. */
const initializer = v.union([
  v.picklist(initializerNames as [InitializerName, ...InitializerName[]]),
  v.variant(
    'type',
    initializerNames.map((type) =>
      v.strictObject({
        type: v.literal(type),
        settings: v.strictObject(settingsOf(initializers[type].fields ?? [], {})),
      }),
    ),
  ),
]);

const regularizer = v.variant(
  'type',
  Object.values(regularizers).map(({ name, fields }) =>
    v.strictObject({ type: v.literal(name), ...settingsOf(fields, {}) }),
  ),
);

/** What layers with a kernel have besides their fields; the first weights of a preset are for Dense. */
const weighted = {
  kernel_initializer: v.optional(initializer),
  bias_initializer: v.optional(initializer),
  kernel_regularizer: v.optional(regularizer),
  start: v.optional(v.strictObject({ kernel: listOf(weight, 64 * 64), bias: listOf(weight, 64) })),
};

/** The form of a layer: every kind by its own fields. Whether layers fit each other is in parse.ts. */
export const layerSchema = v.pipe(
  v.variant(
    'type',
    layerTypes.map((type) => {
      const first = layers[type].create(1);
      const { fields } = definitionOf(first);
      const hasKernel = fields.some(({ name }) => name === 'kernel_initializer');
      const settings: v.ObjectEntries = { ...settingsOf(fields, first), ...(hasKernel ? weighted : {}) };
      return v.strictObject({
        ...settings,
        type: v.literal(type),
        id: whole(1, 0xffff),
        trainable: v.optional(v.boolean()),
      });
    }),
  ),
  v.transform((spec) => spec as unknown as LayerSpec),
);
