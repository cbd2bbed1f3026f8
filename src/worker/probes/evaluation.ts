import { evaluate } from '../evaluate.ts';
import { isLarge, momentKey } from '../evaluated.ts';
import { judgedFor, measuredBy, isCountedLate } from '../judging.ts';
import type { Run } from '../run.ts';
import type { Views } from '../views.ts';
import type { Answer } from './probe.ts';

/**
 * Loss and metrics on training and validation rows at these weights, every row counted alike as model.evaluate() does;
 * of a large network that goes on, once an epoch.
 */
export const evaluation: Answer<'evaluation'> = (run, _probe, _buffers, _studies, goes) => {
  if (isCountedLate(run)) {
    const judged = judgedFor(run, goes);
    return judged ? { evaluation: measuredBy(judged) } : {};
  }
  const { evaluations, experiment } = run;
  const { epoch } = run.trainer.counters;
  const key = momentKey(run);
  const known = evaluations.measured;
  const fits = known?.of === experiment && (goes && isLarge(run) ? known.epoch === epoch : known.key === key);
  const measured = fits ? known : { evaluation: evaluationOf(run), epoch, key, of: experiment };
  evaluations.measured = measured;
  return { evaluation: measured.evaluation };
};

const evaluationOf = (run: Run): NonNullable<Views['evaluation']> => {
  const { model } = run.trainer.settings;
  const { validation, design } = run.setup;
  const { weights: _ofTraining, ...train } = run.setup.train;
  const { metrics, metric_settings } = design.compile;
  return {
    train: evaluate(model, train, metrics, metric_settings),
    validation: validation && evaluate(model, validation, metrics, metric_settings),
  };
};
