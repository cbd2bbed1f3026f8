import { judgeOn, judgingOf, hasAll, hasHeld } from './judging.ts';
import { type EpochEnd, finishEpoch } from './heard.ts';
import { putEvaluated } from './points.ts';
import type { Run } from './run.ts';

/**
 * A point of the curve for which very many rows are to be counted at the present weights, which stay until that is done:
 * of the present moment, or of the end of an epoch.
 */
export type Owed = { readonly kind: 'present' } | ({ readonly kind: 'epoch' } & EpochEnd);

/** Is a run on its way somewhere, or owes it something? Then it is not moved by anything else. */
export const isBusy = ({ goal, owed }: Run): boolean => goal !== null || owed !== null;

/** Is nothing owed but a point for an edit at this very step, which the next edit there takes the place of? */
export const isReplaced = ({ owed, trainer, experiment }: Run): boolean => {
  const { step, edits } = trainer.counters;
  return owed === null || (owed.kind === 'present' && experiment.edits[edits - 1]?.step === step);
};

/** Puts a point off. What is owed for the end of an epoch at the same moment is done first. */
export const owe = (run: Run, what: Owed): void => {
  if (run.owed?.kind === 'epoch') payOn(run, () => true);
  run.owed = what;
};

/** Counts rows for what is owed as long as there is `time`, and puts the point on the curve once they are. */
export const payOn = (run: Run, time: () => boolean): void => {
  const { owed } = run;
  if (!owed) return;
  const judging = judgingOf(run);
  // Panels that show what became of each row are owed all of them.
  const whole = owed.kind === 'present' || run.evaluations.asked;
  const isEnough = (): boolean => (whole ? hasAll(run, judging) : hasHeld(run, judging));
  while (!isEnough() && time()) judgeOn(run, judging);
  if (!isEnough()) return;
  run.owed = null;
  run.evaluations.asked = false;
  const held = judging.held && judging.held.soFar();
  if (owed.kind === 'epoch') finishEpoch(run, null, owed, held);
  else putEvaluated(run, judging.train.soFar(), held);
};
