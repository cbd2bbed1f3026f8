import { importedBy, drawImported, type Imported } from '../../data/imported.ts';
import { sizeOf } from '../../engine/shape.ts';
import { answer } from '../answered.ts';
import { momentKey, productsOf, QUICK } from '../evaluated.ts';
import { epochNow } from '../points.ts';
import type { Run } from '../run.ts';
import type { Answer } from './probe.ts';

/** So many pictures are answered for one frame at most, and as many of a large network as take about 15 milliseconds. */
const AT_ONCE = 500;
const QUICKS = 5;

/** How far the digits from files have been judged at a moment. */
export interface Judged {
  readonly hash: string;
  readonly key: string;
  readonly of: Run['experiment'];
  /** When that was, in epochs made. */
  readonly epoch: number;
  readonly rows: number;
  readonly right: number;
}

/**
 * How many digits from files are answered rightly: a few more for every frame at rest, so that none waits for all of
 * them. While the run goes on it stays as it was.
 */
export const imported: Answer<'imported'> = (run, { hash }, _buffers, _studies, goes) => {
  const pictures = importedBy(hash);
  const { evaluations, experiment } = run;
  const known = evaluations.imported?.hash === hash ? evaluations.imported : null;
  if (!pictures || !takes(run)) return {};
  const key = momentKey(run);
  const same = known?.key === key && known.of === experiment;
  const begun = same ? known : { hash, key, of: experiment, epoch: epochNow(run), rows: 0, right: 0 };
  const judged = goes ? known : judgeOn(run, pictures, begun);
  evaluations.imported = judged;
  if (!judged) return {};
  const { rows, right, epoch } = judged;
  return { imported: { hash, rows, right, of: pictures.count, epoch } };
};

/** Does the network take pictures of digits and tell ten of them apart? */
const takes = ({ trainer, setup }: Run): boolean =>
  setup.design.data.set.endsWith('digits') && trainer.settings.model.outputs > 1;

const judgeOn = (run: Run, { hash, count, labels }: Imported, before: Judged): Judged => {
  const { model } = run.trainer.settings;
  const size = sizeOf(model.inference.input.shape.slice(1));
  const atOnce = Math.min(AT_ONCE, Math.ceil((QUICKS * QUICK) / productsOf(run)));
  const rows = Math.min(atOnce, count - before.rows);
  const inputs = new Float32Array(rows * size);
  for (let row = 0; row < rows; row++) drawImported(hash, before.rows + row, inputs, row * size);
  let right = 0;
  answer(model, inputs, (row, unit) => {
    if (unit === labels[before.rows + row]) right++;
  });
  return { ...before, rows: before.rows + rows, right: before.right + right };
};
