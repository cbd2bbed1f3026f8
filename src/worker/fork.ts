import { createHistory } from '../engine/index.ts';
import { createCurve } from './curve.ts';
import { createSaves } from './files.ts';
import { createLog } from './log.ts';
import { type Run, startRun } from './run.ts';
import { head } from './seek.ts';

/** Does a run stand before the furthest moment it was trained to? */
export const isRewound = ({ trainer, newest }: Run): boolean => newest.step > trainer.counters.step;

/**
 * Another run of the same experiment, with a model of its own, on its way to where this one stands, phases of the batch
 * under way included: approach() brings it there. The keyframes up to here are those of both, for nobody writes into
 * them; this run is left as it is.
 */
export const fork = (run: Run, id: number): Run => {
  const begun = startRun(id, run.experiment, null);
  // The design was built when the run was started.
  if ('refused' in begun)
    throw new Error(`fork: expected a design that can be built, received one refused: ${begun.refused.en}`);
  const { step } = run.trainer.counters;
  const [first, ...later] = run.history.keyframes;
  const history = createHistory(first!);
  for (const keyframe of later) if (keyframe.counters.step <= step) history.take(keyframe);
  const forked: Run = {
    ...begun,
    history,
    origin: run.origin,
    curve: createCurve(run.curve.read(null), run.curve.stride),
    marks: [...run.marks],
    log: createLog(run.log.all()),
    saves: createSaves(run.saves.all()),
    newest: run.newest,
    every: run.every,
  };
  head(forked, { step, epoch: 0, phases: run.trainer.phase });
  return forked;
};
