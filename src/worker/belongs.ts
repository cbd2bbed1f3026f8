import { startAll } from '../engine/callbacks/index.ts';
import type { Counters } from '../engine/index.ts';
import { designAt } from '../experiment/apply.ts';
import type { Design, Experiment } from '../experiment/experiment.ts';
import { MOST_STEPS } from '../experiment/limits.ts';
import type { Moment, Saved } from './frame.ts';

/**
 * Can a saved run be one of this experiment? Its counters must lie where its edits say, and its numbers be numbers;
 * whether they fit its model and data shows when it is taken up.
 */
export const belongs = ({ now, origin, past, newest, curve }: Saved, experiment: Experiment): boolean => {
  const { edits } = experiment;
  const inPlace = ({ counters, state }: Moment): boolean =>
    counters.step <= MOST_STEPS &&
    counters.epoch <= counters.step &&
    counters.edits <= edits.length &&
    (edits[counters.edits - 1]?.step ?? 0) <= counters.step &&
    (edits[counters.edits]?.step ?? Number.POSITIVE_INFINITY) >= counters.step &&
    state.every(Number.isFinite) &&
    fitBelongs(counters, designAt(experiment, counters.edits));
  const rising = [...past, now].every(
    ({ counters }, i, all) => i === 0 || counters.step > all[i - 1]!.counters.step,
  );
  const begun =
    !origin ||
    (inPlace(origin) &&
      origin.counters.edits <= now.counters.edits &&
      [...past, now].every(({ counters }) => counters.step >= origin.counters.step));
  return (
    rising &&
    begun &&
    inPlace(now) &&
    past.every(inPlace) &&
    newest.step >= now.counters.step &&
    newest.step <= MOST_STEPS &&
    curve.step.every((step) => step >= 0 && step <= newest.step)
  );
};

/** Does every callback remember what one of its kind does, and is what is kept made of numbers? */
const fitBelongs = ({ fit }: Counters, { compile, fit: { callbacks } }: Design): boolean => {
  const first = startAll(callbacks ?? [], compile.metrics);
  return (
    fit.states.length === first.length &&
    first.every((state, i) => isAlike(fit.states[i]!, state)) &&
    (fit.kept?.weights.every(Number.isFinite) ?? true)
  );
};

/** Has one plain value what another has under its names, or nothing where there may be nothing? */
const isAlike = (one: object, other: object): boolean => {
  const values = new Map<string, unknown>(Object.entries(one));
  const names = Object.entries(other);
  return (
    values.size === names.length &&
    names.every(([name, like]) => {
      const value = values.get(name);
      const either = value === null || like === null;
      return values.has(name) && (either || typeof value === typeof like);
    })
  );
};
