import { infer } from '../evaluate.ts';
import { isLarge, momentKey } from '../evaluated.ts';
import type { Buffers } from '../buffers.ts';
import { judgedFor, type Judging, isCountedLate } from '../judging.ts';
import { epochNow } from '../points.ts';
import type { Run } from '../run.ts';
import type { Views } from '../views.ts';
import type { Answer } from './probe.ts';

/** What the output layer says to every row of the data: of a large network that goes on, once an epoch. */
export const answers: Answer<'answers'> = (run, _probe, buffers, _studies, goes) => {
  if (isCountedLate(run)) {
    const judged = judgedFor(run, goes);
    return judged ? { answers: viewOf(run, judged, buffers) } : {};
  }
  const { evaluations, experiment } = run;
  const { epoch } = run.trainer.counters;
  const key = momentKey(run);
  const known = evaluations.answers;
  const fits = known?.of === experiment && (goes && isLarge(run) ? known.epoch === epoch : known.key === key);
  const answered = fits ? known : { outputs: outputsOf(run), at: epochNow(run), epoch, key, of: experiment };
  evaluations.answers = answered;
  return { answers: viewOf(run, answered, buffers) };
};

/** The answers of a moment as they leave the worker. Edits made since it belong to what it is named by. */
const viewOf = (
  { id, experiment }: Run,
  { outputs, at, key }: Pick<Judging, 'outputs' | 'at' | 'key'>,
  buffers: Buffers,
): NonNullable<Views['answers']> => ({
  outputs: buffers.copy(outputs, 0, outputs.length),
  epoch: at,
  key: `${id} ${key} ${revisionOf(experiment)}`,
});

/** Numbers experiments as they are met: an edit at the same step makes another one. */
const revisions = new WeakMap<Run['experiment'], number>();
let latest = 0;
const revisionOf = (experiment: Run['experiment']): number => {
  const known = revisions.get(experiment) ?? ++latest;
  revisions.set(experiment, known);
  return known;
};

const outputsOf = (run: Run): Float32Array => {
  const { model } = run.trainer.settings;
  const { arena, outputs: units } = model;
  const { at } = model.inference.recorded.at(-1)!.output;
  const all = new Float32Array(run.setup.data.rows * units);
  let before = 0;
  for (const part of [run.setup.train, run.setup.validation]) {
    if (!part) continue;
    infer(model, part, (from, count) => {
      all.set(arena.memory.subarray(at, at + count * units), (before + from) * units);
    });
    before += part.count;
  }
  return all;
};
