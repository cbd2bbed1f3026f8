import type { Edit, Experiment, Patch } from './experiment.ts';
import { LONGEST_TEXT, MOST_EDITS } from './limits.ts';

/**
 * The experiment with one more edit, made when `applied` of its edits were in force and `step` updates had been made.
 * Later edits belong to a future that this one replaces. Edits at one step are one edit: the later value wins; only the
 * first `fixed`, which were in force where the run was taken up, stay as they are.
 */
export const addEdit = (
  experiment: Experiment,
  applied: number,
  step: number,
  patch: Patch,
  fixed = 0,
): Experiment => {
  const past = experiment.edits.slice(0, applied);
  const last = past.slice(fixed).at(-1);
  const edits: readonly Edit[] =
    last && last.step === step
      ? [...past.slice(0, -1), { step, patch: merge(last.patch, patch) }]
      : [...past, { step, patch }];
  return { ...experiment, edits };
};

/** One patch that does what two in turn do. */
export const merge = (first: Patch, second: Patch): Patch => {
  const weights = [...(first.weights ?? []), ...(second.weights ?? [])];
  // Of several values for one weight the last one stays.
  const last = new Map(weights.map((change) => [`${change.layer} ${change.at}`, change]));
  return {
    ...first,
    ...second,
    ...((first.data ?? second.data) && { data: { ...first.data, ...second.data } }),
    ...((first.compile ?? second.compile) && { compile: { ...first.compile, ...second.compile } }),
    ...((first.fit ?? second.fit) && { fit: { ...first.fit, ...second.fit } }),
    ...(weights.length > 0 && { weights: [...last.values()] }),
  };
};

/** Room that is left in a document's text for all but its edits, and for one edit more. */
const RESERVE = 200_000;
const lengths = new WeakMap<Edit, number>();
const lengthOf = (edit: Edit): number => {
  const known = lengths.get(edit) ?? JSON.stringify(edit).length + 1;
  lengths.set(edit, known);
  return known;
};

/** Does the document hold as many edits as a stored record can be read back with? */
export const isFull = ({ edits }: Experiment): boolean =>
  edits.length >= MOST_EDITS ||
  edits.reduce((length, edit) => length + lengthOf(edit), 0) > LONGEST_TEXT - RESERVE;
