import type { Experiment } from '../experiment/experiment.ts';
import { MOST_STEPS } from '../experiment/limits.ts';
import type { Moment, Saved } from './frame.ts';

/**
 * Can a saved run be one of this experiment? Its counters must lie where its edits say, and its numbers be numbers;
 * whether they fit its model and data shows when it is taken up.
 */
export const belongs = ({ now, past, newest, curve }: Saved, experiment: Experiment): boolean => {
  const { edits } = experiment;
  const inPlace = ({ counters, state }: Moment): boolean =>
    counters.step <= MOST_STEPS &&
    counters.epoch <= counters.step &&
    counters.edits <= edits.length &&
    (edits[counters.edits - 1]?.step ?? 0) <= counters.step &&
    (edits[counters.edits]?.step ?? Number.POSITIVE_INFINITY) >= counters.step &&
    state.every(Number.isFinite);
  const rising = [...past, now].every(
    ({ counters }, i, all) => i === 0 || counters.step > all[i - 1]!.counters.step,
  );
  return (
    rising &&
    inPlace(now) &&
    past.every(inPlace) &&
    newest.step >= now.counters.step &&
    newest.step <= MOST_STEPS &&
    curve.step.every((step) => step >= 0 && step <= newest.step)
  );
};
