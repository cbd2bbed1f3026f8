import type { Effect } from '../engine/fields.ts';
import { type LayerSpec, layers } from '../engine/layers/index.ts';
import { dataSeedField } from '../data/fields.ts';
import { sets } from '../data/sets/index.ts';
import { type CompileSpec, type Design, type Experiment, type Patch, VERSION } from './experiment.ts';
import { fitFields, seedField } from './fields.ts';

/** The design with what the patch names replaced. Weights set by hand live in the running model, not here. */
export const apply = (design: Design, patch: Patch): Design => ({
  data: { ...design.data, ...patch.data },
  model: patch.model ?? design.model,
  compile: withoutEmpty({ ...design.compile, ...patch.compile }),
  fit: { ...design.fit, ...patch.fit },
  seed: patch.seed ?? design.seed,
});

/** Settings of a loss that has none are left out, so that equal designs are written alike. */
const withoutEmpty = (compile: CompileSpec): CompileSpec => {
  const { loss_settings, ...others } = compile;
  return loss_settings && Object.keys(loss_settings).length > 0 ? compile : others;
};

/** The design after the first `edits` edits of the experiment. */
export const designAt = (experiment: Experiment, edits: number): Design =>
  experiment.edits
    .slice(0, edits)
    .reduce<Design>((design, edit) => apply(design, edit.patch), apply(experiment, {}));

/** The patch that undoes `patch` on `design`: apply(apply(d, p), inverse(d, p)) equals d. Weights are not in it. */
export const inverse = (design: Design, patch: Patch): Patch => ({
  ...(patch.data && { data: pick(design.data, patch.data) }),
  ...(patch.model && { model: design.model }),
  // An empty object takes settings away; nothing at all would leave them.
  ...(patch.compile && { compile: pick({ loss_settings: {}, ...design.compile }, patch.compile) }),
  ...(patch.fit && { fit: pick(design.fit, patch.fit) }),
  ...(patch.seed !== undefined && { seed: design.seed }),
});

/** What `from` has under the keys of `named`. */
const pick = <Part extends object>(from: Part, named: Partial<Part>): Partial<Part> => {
  const picked: Partial<Part> = {};
  for (const key of Object.keys(named) as (keyof Part)[]) picked[key] = from[key];
  return picked;
};

/**
 * A new experiment that starts from the design as it is after `edits` edits with the patch in, and has no edits yet.
 * First weights that were set for another shape are dropped.
 */
export const rebase = (experiment: Experiment, edits: number, patch: Patch): Experiment => {
  const design = apply(designAt(experiment, edits), patch);
  return {
    version: VERSION,
    ...design,
    model: { layers: withFittingStarts(design.model.layers) },
    edits: [],
  };
};

/** The layers, each without its `start` where that no longer fits the layer's shape. */
export const withFittingStarts = (specs: readonly LayerSpec[]): readonly LayerSpec[] =>
  specs.map((layer, index) => (startFits(layer, inputsOf(specs, index)) ? layer : withoutStart(layer)));

/** How many numbers go into the layer at `index`: the units before it, or x₁ and x₂. */
export const inputsOf = (specs: readonly LayerSpec[], index: number): number => specs[index - 1]?.units ?? 2;

/** Is there no `start`, or one of the layer's own shape: kernel inputs × units, bias units? */
export const startFits = ({ start, units }: LayerSpec, inputs: number): boolean =>
  !start || (start.kernel.length === inputs * units && start.bias.length === units);

export const withoutStart = ({ start: _dropped, ...layer }: LayerSpec): LayerSpec => layer;

/**
 * What a patch does to the run: 'restart' where anything in it cannot be learned on from with the same weights,
 * as the Fields say; the answers of a gate and points changed by hand keep them, another architecture does not.
 */
export const effectOf = (design: Design, patch: Patch): Effect => {
  const after = apply(design, patch);
  const { data, fit, model, seed } = after;
  const { noise, points } = sets[data.set];
  const changed: readonly (readonly [boolean, Effect])[] = [
    [data.set !== design.data.set, 'restart'],
    [data.noise !== design.data.noise, noise.effect],
    [data.points !== design.data.points, points.effect],
    [data.seed !== design.data.seed, dataSeedField.effect],
    [fit.batch_size !== design.fit.batch_size, fitFields.batch_size.effect],
    [fit.epochs !== design.fit.epochs, fitFields.epochs.effect],
    [fit.validation_split !== design.fit.validation_split, fitFields.validation_split.effect],
    [fit.shuffle !== design.fit.shuffle, fitFields.shuffle.effect],
    [seed !== design.seed, seedField.effect],
    [
      patch.model !== undefined && architecture(model.layers) !== architecture(design.model.layers),
      'restart',
    ],
  ];
  return changed.some(([is, effect]) => is && effect === 'restart') ? 'restart' : 'keep';
};

/** All of the layers that cannot change while the weights stay. */
const architecture = (specs: readonly LayerSpec[]): string =>
  JSON.stringify(
    specs.map((spec) => {
      const settings = layers[spec.type].fields.filter((field) => field.effect === 'restart');
      return [spec.type, spec.id, spec.start ?? null, ...settings.map(({ name }) => setting(spec, name))];
    }),
  );

const setting = (spec: LayerSpec, name: string): unknown =>
  Object.entries(spec).find(([key]) => key === name)?.[1];
