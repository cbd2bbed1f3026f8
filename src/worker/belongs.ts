import { startAll } from '../engine/callbacks/index.ts';
import type { Counters } from '../engine/index.ts';
import { designAt } from '../experiment/apply.ts';
import type { Design, Experiment } from '../experiment/experiment.ts';
import { MOST_STEPS } from '../experiment/limits.ts';
import { MOST_SAVES } from './files.ts';
import type { Moment, Saved } from './frame.ts';
import { isBy, MOST_LINES } from './log.ts';

/**
 * Can a saved run be one of this experiment? Its counters must lie where its edits say, and its numbers be numbers;
 * whether they fit its model and data shows when it is taken up.
 */
export const belongs = (saved: Saved, experiment: Experiment): boolean => {
  const { now, origin, past, newest, curve } = saved;
  const { edits } = experiment;
  const amongEdits = (counters: Placed): boolean =>
    counters.edits <= edits.length &&
    (edits[counters.edits - 1]?.step ?? 0) <= counters.step &&
    (edits[counters.edits]?.step ?? Number.POSITIVE_INFINITY) >= counters.step;
  const inPlace = ({ counters, state }: Moment): boolean =>
    counters.step <= MOST_STEPS &&
    counters.epoch <= counters.step &&
    amongEdits(counters) &&
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
    curve.step.every((step) => step >= 0 && step <= newest.step) &&
    logBelongs(saved, amongEdits) &&
    filesBelong(saved, amongEdits)
  );
};

/** The longest name of a file and the longest line of a log that are believed, in characters. */
const LONGEST_NAME = 1000;
const LONGEST_LINE = 10_000;

type Placed = Pick<Counters, 'step' | 'edits'>;

/** Did these things happen one after the other, within the run, and where its edits say? */
const inOrder = (list: readonly Placed[], newest: Placed, amongEdits: (one: Placed) => boolean): boolean =>
  list.every((one, i) => amongEdits(one) && isBy(one, list[i + 1] ?? newest));

const logBelongs = ({ log = [], newest }: Saved, amongEdits: (one: Placed) => boolean): boolean =>
  log.length <= MOST_LINES &&
  inOrder(log, newest, amongEdits) &&
  log.every(({ epoch, text }) => epoch <= newest.epoch && text.length <= LONGEST_LINE);

/** An epoch under way is counted in a file's epoch, and one in which nothing was learned saves nothing. */
const filesBelong = ({ files = [], newest }: Saved, amongEdits: (one: Placed) => boolean): boolean =>
  files.length <= MOST_SAVES &&
  inOrder(files, newest, amongEdits) &&
  files.every(
    ({ name, epoch, step, rank }) =>
      name.length > 0 &&
      name.length <= LONGEST_NAME &&
      epoch >= 1 &&
      epoch <= Math.min(step, newest.epoch + 1) &&
      !Number.isNaN(rank),
  );

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
