import { evaluate } from '../evaluate.ts';
import type { Answer } from './probe.ts';

/** Loss and metrics on training and validation rows at these weights, every row counted alike as model.evaluate() does. */
export const evaluation: Answer<'evaluation'> = (run) => {
  const { model } = run.trainer.settings;
  const { validation, design } = run.setup;
  const { weights: _ofTraining, ...train } = run.setup.train;
  const { metrics, metric_settings } = design.compile;
  return {
    evaluation: {
      train: evaluate(model, train, metrics, metric_settings),
      validation: validation && evaluate(model, validation, metrics, metric_settings),
    },
  };
};
