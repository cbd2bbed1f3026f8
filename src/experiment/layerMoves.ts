import type { ChoiceField, NumberField } from '../engine/fields.ts';
import { type InitializerName, type InitializerSpec, initializers } from '../engine/initializers/index.ts';
import type { ActivationName } from '../engine/activations/index.ts';
import { activationOf, definitionOf, type LayerSpec } from '../engine/layers/index.ts';
import { regularizers, type RegularizerSpec } from '../engine/regularizers/index.ts';
import { withoutStart } from './apply.ts';
import type { Design, Patch } from './experiment.ts';
import { settingOf, withSetting } from './settings.ts';

/*
 * Moves of the settings of a layer that are things of their own: where its first weights come from, and what their size
 * adds to the loss. Plain settings are in moves.ts.
 */

/** The field of a layer that names an initializer: "kernel_initializer" or "bias_initializer". */
export type InitializerField = ChoiceField<InitializerName>;
export type RegularizerName = keyof typeof regularizers;
export const regularizerNames = Object.keys(regularizers) as RegularizerName[];

/** Is this the field of an initializer? Keras names them all alike. */
export const isInitializer = (field: {
  readonly kind: string;
  readonly name: string;
}): field is InitializerField => field.kind === 'choice' && field.name.endsWith('_initializer');

/** Does a layer have a kernel, which an initializer fills and a regularizer holds small? */
export const hasKernel = (layer: LayerSpec): boolean =>
  definitionOf(layer).fields.some(({ name }) => name === 'kernel_initializer');

/** The initializer of a layer with the settings that it has of its own. */
export const initializerOf = (
  layer: LayerSpec,
  field: InitializerField,
): { readonly type: InitializerName; readonly settings: Readonly<Record<string, number>> } => {
  const spec = settingOf(layer, field) as unknown as InitializerSpec;
  return typeof spec === 'string' ? { type: spec, settings: {} } : spec;
};

/** Another initializer, with Keras's own settings. First weights set by a preset go: they would hide it. */
export const setInitializer = (
  design: Design,
  id: number,
  field: InitializerField,
  type: InitializerName,
): Patch =>
  change(design, id, (layer) =>
    withPart(withoutStart(layer), field.name, type === field.initial ? null : type),
  );

/** One setting of an initializer; with none of its own it is written as its name alone. */
export const setInitializerSetting = (
  design: Design,
  id: number,
  field: InitializerField,
  setting: NumberField,
  value: number,
): Patch =>
  change(design, id, (layer) => {
    const { type, settings } = initializerOf(layer, field);
    if (!initializers[type].fields.some(({ name }) => name === setting.name)) return layer;
    const own = withSetting(settings, setting, value);
    const spec: InitializerSpec = Object.keys(own).length > 0 ? { type, settings: own } : type;
    return withPart(withoutStart(layer), field.name, spec === field.initial ? null : spec);
  });

/** The kernels of all layers from one initializer. First weights set by a preset go. */
export const setKernels = ({ model }: Design, spec: InitializerSpec): Patch => ({
  model: {
    layers: model.layers.map((layer) =>
      hasKernel(layer)
        ? withPart(withoutStart(layer), KERNEL, spec === kernelField(layer)?.initial ? null : spec)
        : layer,
    ),
  },
});

/** The initializer that the kernels of all layers have in common; null where they differ, or a preset has set them. */
export const kernelsOf = ({ model }: Design): InitializerSpec | null => {
  const specs = model.layers.flatMap((layer): (InitializerSpec | null)[] => {
    if (!hasKernel(layer)) return [];
    const set = 'start' in layer && layer.start;
    const field = kernelField(layer);
    return [set || !field ? null : (settingOf(layer, field) as unknown as InitializerSpec)];
  });
  const [first = null] = specs;
  return specs.every((spec) => JSON.stringify(spec) === JSON.stringify(first)) ? first : null;
};

const KERNEL = 'kernel_initializer';
const kernelField = (layer: LayerSpec): InitializerField | undefined =>
  definitionOf(layer)
    .fields.filter(isInitializer)
    .find(({ name }) => name === KERNEL);

/** The hidden layers that have an activation, with another one; what is linear stays so. */
export const setHidden = ({ model }: Design, activation: ActivationName): Patch => ({
  model: {
    layers: model.layers.map((layer, index) =>
      index < model.layers.length - 1 && 'activation' in layer && activationOf(layer) !== 'linear'
        ? { ...layer, activation }
        : layer,
    ),
  },
});

/** The regularizer of a layer's kernel; null where there is none. */
export const regularizerOf = (layer: LayerSpec): RegularizerSpec | null =>
  ('kernel_regularizer' in layer ? layer.kernel_regularizer : null) ?? null;

/** Another regularizer with Keras's own factors, or none. */
export const setRegularizer = (design: Design, id: number, type: RegularizerName | null): Patch =>
  change(design, id, (layer) => withPart(layer, 'kernel_regularizer', type && { type }));

/** One factor of the regularizer. */
export const setRegularizerSetting = (
  design: Design,
  id: number,
  setting: NumberField,
  value: number,
): Patch =>
  change(design, id, (layer) => {
    const before = regularizerOf(layer);
    return before ? withPart(layer, 'kernel_regularizer', withSetting(before, setting, value)) : layer;
  });

const change = ({ model }: Design, id: number, to: (layer: LayerSpec) => LayerSpec): Patch => ({
  model: { layers: model.layers.map((layer) => (layer.id === id && hasKernel(layer) ? to(layer) : layer)) },
});

/** The layer with one entry replaced, or without it. */
const withPart = (
  layer: LayerSpec,
  name: string,
  part: InitializerSpec | RegularizerSpec | null,
): LayerSpec => {
  const others = Object.entries(layer).filter(([key]) => key !== name);
  return Object.fromEntries(part === null ? others : [...others, [name, part]]) as unknown as LayerSpec;
};
