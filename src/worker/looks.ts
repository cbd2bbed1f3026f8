import { batchesOfEpoch } from '../engine/index.ts';
import { putsOff } from './judging.ts';
import type { Run } from './run.ts';

/** Batches up to the next end of an epoch at which the weights are looked at. */
export const batchesToLook = (run: Run): number => {
  const { trainer, curve, setup, newest } = run;
  const { counters, settings } = trainer;
  const left = batchesOfEpoch(trainer) - counters.batch;
  if (setup.design.compile.loss === 'perceptron') return left;
  // What was trained before was looked at then.
  if (counters.step < newest.step) return newest.step - counters.step;
  if (!setup.validation) return Number.POSITIVE_INFINITY;
  if (putsOff(run)) return left;
  const epochs = curve.stride - 1 - (counters.epoch % curve.stride);
  return left + epochs * Math.ceil(settings.rows.count / settings.batchSize);
};
