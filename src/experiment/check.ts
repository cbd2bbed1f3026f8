import { checkData } from './checks/data.ts';
import { checkLogits } from './checks/logits.ts';
import { checkMetrics } from './checks/metrics.ts';
import { checkLayers } from './checks/layers.ts';
import { checkOutput } from './checks/output.ts';
import { checkPerceptron } from './checks/perceptron.ts';
import type { Design } from './experiment.ts';
import type { Problem } from './problem.ts';

export type { Problem } from './problem.ts';

/** Everything that does not fit in a design, what is refused first. */
export const check = (design: Design): Problem[] => {
  const problems = [
    ...checkData(design),
    ...checkOutput(design),
    ...checkLogits(design),
    ...checkMetrics(design),
    ...checkPerceptron(design),
    ...checkLayers(design),
  ];
  return problems.sort((a, b) => Number(b.kind === 'refused') - Number(a.kind === 'refused'));
};
