import { evaluate } from '../evaluate.ts';
import type { Answer } from './probe.ts';

/** Loss and metrics on training and validation rows at these weights. */
export const evaluation: Answer<'evaluation'> = (run) => {
  const { model } = run.trainer.settings;
  const { train, validation, design } = run.setup;
  const { metrics } = design.compile;
  return {
    evaluation: {
      train: evaluate(model, train, metrics),
      validation: validation && evaluate(model, validation, metrics),
    },
  };
};
