import * as v from 'valibot';
import { refuseNumber } from '../engine/fields.ts';
import { learnedOf } from '../engine/layers/index.ts';
import { classCount, targetOf } from '../data/data.ts';
import { inputShape } from '../data/inputs.ts';
import { sets } from '../data/sets/index.ts';
import type { Text } from '../text.ts';
import { apply, designAt, effectOf, startFits } from './apply.ts';
import type { Design, Experiment, Patch } from './experiment.ts';
import { LONGEST_TEXT } from './limits.ts';
import { migrate } from './migrate.ts';
import { experimentSchema, stepSchema } from './schema.ts';
import { shapesOf, shapesThrough } from './widths.ts';

export interface Refused {
  readonly ok: false;
  readonly text: Text;
}
export type Parsed = { readonly ok: true; readonly experiment: Experiment } | Refused;
/** What a link holds: an experiment and, if it has one, the step to open it at. */
export type ParsedLink =
  | { readonly ok: true; readonly experiment: Experiment; readonly step?: number }
  | Refused;

/**
 * Reads an experiment from outside: every part has its form and limits, unknown keys are refused, and the parts fit
 * each other. The result is built anew, of plain objects; nothing of `document` is in it.
 */
export const parseExperiment = (document: unknown): Parsed => {
  const migrated = migrate(document);
  if (!migrated.ok) return migrated;
  const parsed = v.safeParse(experimentSchema, migrated.document, { abortEarly: true });
  if (!parsed.success) return refused(v.getDotPath(parsed.issues[0]) ?? 'version');
  const experiment: Experiment = parsed.output;
  const misfit = misfitOf(experiment);
  return misfit === null ? { ok: true, experiment } : refused(misfit);
};

/** Reads what a link holds: an experiment with the step to open it at among its keys, if it has one. */
export const parseLinked = (document: unknown): ParsedLink => {
  if (typeof document !== 'object' || document === null || !('at' in document))
    return parseExperiment(document);
  const { at, ...experiment } = document;
  const step = v.safeParse(stepSchema, at);
  if (!step.success) return refused('at');
  const parsed = parseExperiment(experiment);
  return parsed.ok ? { ...parsed, step: step.output } : parsed;
};

/** What came of opening a text: the experiment, or a sentence and the text itself, to be kept for download. */
export type Opened =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly text: Text; readonly broken: string };

/** Opens a stored record, the JSON text of an experiment. */
export const fromText = (json: string): Opened => {
  const parsed = parseText(json, parseExperiment);
  return parsed.ok ? parsed : { ok: false, text: STORED_BROKEN, broken: json };
};

/** An experiment nests 9 deep; JSON.parse takes long over a text that nests a million deep. */
const DEEPEST = 16;

/** Reads the JSON text of what `read` knows how to read. */
export const parseText = <Read>(json: string, read: (document: unknown) => Read): Read | Refused => {
  if (json.length > LONGEST_TEXT) return refused('length');
  if (depthBeyond(json, DEEPEST)) return refused('depth');
  try {
    return read(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return refused('JSON');
    throw error;
  }
};

/** Do brackets outside of strings nest deeper than `most`? */
const depthBeyond = (json: string, most: number): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) at += character === '\\' ? 1 : 0;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > most) return true;
  }
  return false;
};

export const STORED_BROKEN: Text = {
  en: 'The last experiment could not be read. This is a fresh one; the old one can be downloaded.',
  ko: '지난 실험을 읽지 못했습니다. 새 실험으로 시작했고, 지난 것은 파일로 내려받을 수 있습니다.',
};

/** Names the place, cut to a length that a sentence can bear: a hostile key may be long. */
const refused = (where: string): Refused => {
  const place = where.length > 60 ? `${where.slice(0, 60)}…` : where;
  return {
    ok: false,
    text: {
      en: `This experiment cannot be read: “${place}” is not as it should be.`,
      ko: `실험을 읽을 수 없습니다. “${place}” 부분이 올바르지 않습니다.`,
    },
  };
};

/** Where the parts do not fit each other, as a path; null if they all do. Edits must be such that keep the weights. */
const misfitOf = (experiment: Experiment): string | null => {
  const { asset, set } = experiment.data;
  if (asset && set !== 'digits') return 'data.asset';
  let design = designAt(experiment, 0);
  let step = 0;
  const misfit = misfitOfDesign(design);
  if (misfit !== null) return misfit;
  for (const [index, edit] of experiment.edits.entries()) {
    if (edit.step < step || effectOf(design, edit.patch) === 'restart') return `edits.${index}`;
    step = edit.step;
    design = apply(design, edit.patch);
    if (misfitOfPatch(design, edit.patch) !== null) return `edits.${index}.patch`;
  }
  return null;
};

/** Only what the patch names is looked at again: thousands of edits must stay quick to read. */
const misfitOfPatch = (design: Design, patch: Patch): string | null => {
  const { layers } = design.model;
  if (patch.data || patch.model) {
    const misfit = misfitOfDesign(design);
    if (misfit !== null) return misfit;
  }
  if (!patch.weights) return null;
  const shapes = shapesOf(design);
  const fits = patch.weights.every(({ layer, at }) => {
    const [spec, input] = [layers[layer], shapes[layer]];
    return spec !== undefined && input !== undefined && at < learnedOf(spec, input);
  });
  return fits ? null : 'weights';
};

const misfitOfDesign = ({ data, model }: Design): string | null => {
  const { noise, picture, points, targets, settings = [] } = sets[data.set];
  if (data.target !== undefined && !targets.some(({ name }) => name === data.target)) return 'data.target';
  const classes = classCount(targetOf(data));
  if (refuseNumber(noise, data.noise)) return 'data.noise';
  if (refuseNumber(points, data.points)) return 'data.points';
  for (const [name, value] of Object.entries(data.settings ?? {})) {
    const field = settings.find((setting) => setting.name === name);
    if (!field || refuseNumber(field, value)) return `data.settings.${name}`;
  }
  // What is done to points on a plane cannot be done to pictures.
  if (picture && (data.features || data.standardize || data.changes.length > 0)) return 'data';
  if (data.changes.some((change) => change.op === 'add' && !isAnswer(change.answer, classes)))
    return 'data.changes';
  const ids = new Set(model.layers.map((layer) => layer.id));
  if (ids.size !== model.layers.length) return 'model.layers';
  const shapes = shapesThrough(model.layers, inputShape(data));
  if (!shapes || model.layers.at(-1)?.type !== 'Dense') return 'model.layers';
  const misfit = model.layers.findIndex((layer, index) => !startFits(layer, shapes[index] ?? []));
  return misfit < 0 ? null : `model.layers.${misfit}.start`;
};

/** Can an added point have this answer: one of the classes, or any number where there are none? */
const isAnswer = (answer: number, classes: number): boolean =>
  classes === 0 || (Number.isInteger(answer) && answer >= 0 && answer < classes);
