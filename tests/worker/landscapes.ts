import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { OptimizerSpec } from '../../src/engine/optimizers/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { createBuffers } from '../../src/worker/buffers.ts';
import { type Probe, probeKey, type Views } from '../../src/worker/frame.ts';
import { look } from '../../src/worker/probes/index.ts';
import type { Run } from '../../src/worker/run.ts';
import { dense, noisy } from './runs.ts';

/** An experiment with all that a loss may have: penalties, Dropout, BatchNormalization, weights by class, a momentum. */
export const laden: Experiment = {
  ...noisy,
  model: {
    layers: [
      { ...dense(1, 4, 'tanh'), kernel_regularizer: { type: 'L1L2', l1: 0.01, l2: 0.02 } },
      { type: 'BatchNormalization', id: 2 },
      { type: 'Dropout', id: 3, rate: 0.3 },
      dense(4, 1, 'sigmoid'),
    ] as LayerSpec[],
  },
  compile: {
    ...noisy.compile,
    optimizer: { type: 'Adam', learning_rate: 0.01, clipnorm: 0.5 } satisfies OptimizerSpec,
  },
  fit: { ...noisy.fit, class_weight: [2, 0.5] },
};

type Of<Kind extends Probe['kind']> = Omit<Extract<Probe, { kind: Kind }>, 'kind'>;

/** Everything that is to be seen, at once. */
export const viewsOf = (run: Run, probe: Probe): Views => look(run, [probe], createBuffers());

export const sliceThrough = (run: Run, of: Of<'slice'>) => {
  const probe: Probe = { kind: 'slice', ...of };
  return viewsOf(run, probe).slices![probeKey(probe)]!;
};

/** Does all of some work at once. */
export const all = <Result>(work: Generator<void, Result>): Result => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};
