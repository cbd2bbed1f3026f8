import { createHistory } from '../engine/index.ts';
import { createRun } from './create.ts';
import { createCurve } from './curve.ts';
import { createSaves } from './files.ts';
import { createLog } from './log.ts';
import type { Goal, Run } from './run.ts';
import { head, putAt } from './seek.ts';

/** Does a run stand before the furthest moment it was trained to? */
export const isRewound = ({ trainer, newest }: Run): boolean => newest.step > trainer.counters.step;

/** All of a run but what it computes with, from which that can be had again: its moments, and what was told of them. */
export interface Rest
  extends Pick<
    Run,
    | 'id'
    | 'experiment'
    | 'origin'
    | 'history'
    | 'curve'
    | 'marks'
    | 'log'
    | 'saves'
    | 'newest'
    | 'every'
    | 'patient'
    | 'lost'
  > {
  /** Where it stands, or is going to. */
  readonly goal: Goal;
}

export const restOf = (run: Run): Rest => {
  const { id, experiment, origin, history, curve, marks, log, saves, newest, every, patient, lost, halt } =
    run;
  const { step } = run.trainer.counters;
  const goal = run.goal ?? { step, epoch: 0, phases: run.trainer.phase, halt };
  return { id, experiment, origin, history, curve, marks, log, saves, newest, every, patient, lost, goal };
};

/**
 * A run again, with a model of its own, on its way to where it stood: approach() brings it there. Its pictures are drawn
 * here and now where nobody has them, so draw() comes before.
 */
export const wake = ({ goal, ...rest }: Rest): Run => {
  const begun = createRun(rest.id, rest.experiment, { patient: rest.patient });
  // The design was built when the run was started.
  if ('refused' in begun)
    throw new Error(`wake: expected a design that can be built, received one refused: ${begun.refused.en}`);
  const run: Run = { ...begun, ...rest };
  // Where it begins the weights need not be those that its seed draws.
  putAt(run, run.history.keyframes[0]!);
  head(run, goal);
  return run;
};

/**
 * Another run of the same experiment, with a model of its own, on its way to where this one stands, phases of the batch
 * under way included. The keyframes up to here are those of both, for nobody writes into them; this run is left as it is.
 */
export const fork = (run: Run, id: number): Run => {
  const { step } = run.trainer.counters;
  const [first, ...later] = run.history.keyframes;
  const history = createHistory(first!);
  for (const keyframe of later) if (keyframe.counters.step <= step) history.take(keyframe);
  return wake({
    ...restOf(run),
    id,
    history,
    curve: createCurve(run.curve.read(null), run.curve.stride),
    marks: [...run.marks],
    log: createLog(run.log.all()),
    saves: createSaves(run.saves.all()),
    lost: null,
    goal: { step, epoch: 0, phases: run.trainer.phase },
  });
};
