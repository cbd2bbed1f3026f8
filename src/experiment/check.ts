import { checkCallbacks } from './checks/callbacks.ts';
import { checkData } from './checks/data.ts';
import { checkLogits } from './checks/logits.ts';
import { checkMetrics } from './checks/metrics.ts';
import { checkLayers } from './checks/layers.ts';
import { checkNumbers } from './checks/numbers.ts';
import { checkOutput } from './checks/output.ts';
import { checkPerceptron } from './checks/perceptron.ts';
import { checkScales } from './checks/scales.ts';
import { checkShapes } from './checks/shapes.ts';
import type { Design } from './experiment.ts';
import type { Problem } from './problem.ts';

export type { Problem } from './problem.ts';

/** Everything that does not fit in a design, what is refused first. */
export const check = (design: Design): Problem[] => {
  const misfit = checkShapes(design);
  // Nothing more can be said of layers that do not fit each other.
  if (misfit.length > 0) return misfit;
  const problems = [
    ...checkData(design),
    ...checkOutput(design),
    ...checkNumbers(design),
    ...checkScales(design),
    ...checkLogits(design),
    ...checkMetrics(design),
    ...checkPerceptron(design),
    ...checkLayers(design),
    ...checkCallbacks(design),
  ];
  return problems.sort((a, b) => Number(b.kind === 'refused') - Number(a.kind === 'refused'));
};
