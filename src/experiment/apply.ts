import type { Effect } from '../engine/fields.ts';
import { type Shape, sizeOf } from '../engine/shape.ts';
import { type LossName, losses, type LossSettings } from '../engine/losses/index.ts';
import { definitionOf, type LayerSpec } from '../engine/layers/index.ts';
import type { DataSpec } from '../data/data.ts';
import { dataSeedField, standardizeField } from '../data/fields.ts';
import { inputNames, inputShape } from '../data/inputs.ts';
import { sets } from '../data/sets/index.ts';
import {
  type CompileSpec,
  type Design,
  type Experiment,
  type FitSpec,
  type Patch,
  VERSION,
} from './experiment.ts';
import { fitFields, seedField } from './fields.ts';
import { shapesThrough } from './widths.ts';

/**
 * The design with what the patch names replaced. A part it does not name stays the same object, so that what was made of
 * it is known to hold. Weights set by hand live in the running model, not here.
 */
export const apply = (design: Design, patch: Patch): Design => ({
  data: patch.data ? dataAfter(design.data, patch.data) : design.data,
  model: patch.model ?? design.model,
  compile: patch.compile ? withoutEmpty({ ...design.compile, ...patch.compile }) : design.compile,
  fit: patch.fit ? withoutNone({ ...design.fit, ...patch.fit }) : design.fit,
  seed: patch.seed ?? design.seed,
});

/** Which data a patch was put in last, and what came of it: the same two make the same object again at a step back. */
const made = new WeakMap<object, { readonly before: DataSpec; readonly after: DataSpec }>();
const dataAfter = (before: DataSpec, patch: Partial<DataSpec>): DataSpec => {
  const known = made.get(patch);
  if (known?.before === before) return known.after;
  const after = withoutUsual({ ...before, ...patch });
  made.set(patch, { before, after });
  return after;
};

/** Settings of the data that are what they are anyway are left out, so that equal designs are written alike. */
const withoutUsual = ({ target, features, standardize, settings, asset, ...data }: DataSpec): DataSpec => ({
  ...data,
  ...(asset && data.set === 'digits' ? { asset } : ownPictureSettings(data.set, settings)),
  ...(target !== undefined && target !== sets[data.set].targets[0].name && { target }),
  ...(features && features.length > 0 && { features }),
  ...(standardize && { standardize }),
});

/** Settings of pictures that the set has and that are not as they begin. */
const ownPictureSettings = (set: DataSpec['set'], settings: DataSpec['settings'] = {}): Partial<DataSpec> => {
  const own = (sets[set].settings ?? []).flatMap(({ name, initial }) => {
    const value = settings[name];
    return value === undefined || value === initial ? [] : [[name, value] as const];
  });
  return own.length > 0 ? { settings: Object.fromEntries(own) } : {};
};

/** What stands for the settings that `withoutUsual` leaves out. */
const usualData = ({ set }: DataSpec): Partial<DataSpec> => ({
  target: sets[set].targets[0].name,
  features: [],
  standardize: false,
  settings: {},
  asset: '',
});

/**
 * Settings that the loss does not have, and settings of a loss or of metrics where there are none, are left out, so that
 * equal designs are written alike.
 */
const withoutEmpty = ({ loss_settings, metric_settings, ...compile }: CompileSpec): CompileSpec => {
  const own = loss_settings && ownSettings(compile.loss, loss_settings);
  return {
    ...compile,
    ...(own && Object.keys(own).length > 0 && { loss_settings: own }),
    ...(metric_settings && Object.keys(metric_settings).length > 0 && { metric_settings }),
  };
};

/** The settings that a loss has; the same object where it has them all. */
const ownSettings = (loss: LossName, settings: LossSettings): LossSettings => {
  const has = ([name]: [string, unknown]): boolean =>
    losses[loss].fields.some((field) => field.name === name);
  const all = Object.entries(settings);
  return all.every(has) ? settings : Object.fromEntries(all.filter(has));
};

/** Lists of fit() that hold nothing are left out, so that equal designs are written alike. */
const withoutNone = ({ callbacks, class_weight, ...fit }: FitSpec): FitSpec => ({
  ...fit,
  ...(callbacks && callbacks.length > 0 && { callbacks }),
  ...(class_weight && class_weight.length > 0 && { class_weight }),
});

/** What is made of a part, made once: asked again, it is the same object. */
const once = <Part extends object>(make: (part: Part) => Part): ((part: Part) => Part) => {
  const known = new WeakMap<Part, Part>();
  return (part) => {
    const before = known.get(part);
    if (before) return before;
    const after = make(part);
    known.set(part, after);
    return after;
  };
};
const firstData = once(withoutUsual);
const firstCompile = once(withoutEmpty);
const firstFit = once(withoutNone);

/** The design that an experiment starts from. */
const firstDesign = ({ data, model, compile, fit, seed }: Experiment): Design => ({
  data: firstData(data),
  model,
  compile: firstCompile(compile),
  fit: firstFit(fit),
  seed,
});

/** The design after the first `edits` edits of the experiment. */
export const designAt = (experiment: Experiment, edits: number): Design =>
  experiment.edits
    .slice(0, edits)
    .reduce<Design>((design, edit) => apply(design, edit.patch), firstDesign(experiment));

/** The patch that undoes `patch` on `design`: apply(apply(d, p), inverse(d, p)) equals d. Weights are not in it. */
export const inverse = (design: Design, patch: Patch): Patch => ({
  // Another set may not have had the settings of pictures.
  ...(patch.data && {
    data: pick(
      { ...usualData(design.data), ...design.data },
      {
        ...((patch.data.set || patch.data.asset) && design.data.settings && { settings: {} }),
        ...(patch.data.set && design.data.asset && { asset: '' }),
        ...patch.data,
      },
    ),
  }),
  ...(patch.model && { model: design.model }),
  // An empty object takes settings away; nothing at all would leave them. Another loss may not have had them all.
  ...(patch.compile && {
    compile: pick(
      { loss_settings: {}, metric_settings: {}, ...design.compile },
      {
        ...patch.compile,
        ...(patch.compile.loss && design.compile.loss_settings && { loss_settings: {} }),
      },
    ),
  }),
  ...(patch.fit && { fit: pick({ callbacks: [], class_weight: [], ...design.fit }, patch.fit) }),
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
    model: { layers: fittingLayers(design.model.layers, inputShape(design.data)) },
    edits: [],
  };
};

/**
 * The layers such that each takes what comes: without a `start` of another shape; with their first settings where their
 * own do not fit, and left out where those do not either.
 */
export const fittingLayers = (specs: readonly LayerSpec[], input: Shape): readonly LayerSpec[] => {
  const fitting: LayerSpec[] = [];
  let shape = input;
  for (const spec of specs) {
    for (const layer of [spec, definitionOf(spec).create(spec.id)]) {
      const after = shapesThrough([layer], shape)?.[1];
      if (after === undefined) continue;
      fitting.push(startFits(layer, shape) ? layer : withoutStart(layer));
      shape = after;
      break;
    }
  }
  return fitting;
};

/** The layers, those without a `start` of another shape than they have; where one does not take what comes the rest stays. */
export const fittingStarts = (specs: readonly LayerSpec[], input: Shape): readonly LayerSpec[] => {
  let shape: Shape | undefined = input;
  return specs.map((layer) => {
    const comes = shape;
    shape = comes && shapesThrough([layer], comes)?.[1];
    return !comes || !shape || startFits(layer, comes) ? layer : withoutStart(layer);
  });
};

/** Is there no `start`, or one of the layer's own shape: kernel, then bias, as large as they are for that input? */
export const startFits = (layer: LayerSpec, input: Shape): boolean => {
  if (!('start' in layer) || !layer.start) return true;
  const { kernel, bias } = layer.start;
  const [first, second] = definitionOf(layer).weights(layer, input);
  if (!first || layer.type !== 'Dense') return false;
  return (
    kernel.length === sizeOf(first.shape) && bias.length === (second ? sizeOf(second.shape) : layer.units)
  );
};

export const withoutStart = (layer: LayerSpec): LayerSpec => {
  if (!('start' in layer)) return layer;
  const { start: _dropped, ...others } = layer;
  return others;
};

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
    [data.target !== design.data.target, 'restart'],
    [inputNames(data).join() !== inputNames(design.data).join(), 'restart'],
    [data.standardize !== design.data.standardize, standardizeField.effect],
    [JSON.stringify(data.settings) !== JSON.stringify(design.data.settings), 'restart'],
    [data.asset !== design.data.asset, 'restart'],
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
      const settings = definitionOf(spec).fields.filter((field) => field.effect === 'restart');
      const start = 'start' in spec ? spec.start : null;
      return [spec.type, spec.id, start ?? null, ...settings.map(({ name }) => setting(spec, name))];
    }),
  );

const setting = (spec: LayerSpec, name: string): unknown =>
  Object.entries(spec).find(([key]) => key === name)?.[1];
