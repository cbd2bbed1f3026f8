import type { Running } from './program.ts';
import type { Task } from './workloads.ts';

/** Mean cross-entropy of a network's answers: binary for sigmoid, categorical for softmax. */
const lossOf = (
  { rows, outputs, answers, head }: NonNullable<Task['training']>,
  given: ArrayLike<number>,
): number => {
  let sum = 0;
  for (let at = 0; at < rows * outputs; at++) {
    const [p, t] = [given[at]!, answers[at]!];
    if (head === 'softmax') sum -= t === 0 ? 0 : t * Math.log(p);
    else sum -= t === 1 ? Math.log(p) : Math.log(1 - p);
  }
  return sum / rows;
};

/** The root of the mean square of numbers. */
const sizeOf = (numbers: ArrayLike<number>): number =>
  Math.sqrt(Array.from(numbers, (number) => number * number).reduce((a, b) => a + b, 0) / numbers.length);

/**
 * What a program comes to after the task's steps, in one number, and how far that is from ours: the loss and its
 * difference; without training, the root mean square of the results, and that of their differences as a share of it.
 */
export const compare = async (
  task: Task,
  running: Running,
  ours: ArrayLike<number> | null,
): Promise<{ readonly outputs: ArrayLike<number>; readonly figure: number; readonly difference: number }> => {
  await running.run(task.steps);
  const outputs = await running.outputs();
  if (task.training) {
    const figure = lossOf(task.training, outputs);
    return { outputs, figure, difference: ours ? Math.abs(figure - lossOf(task.training, ours)) : 0 };
  }
  const figure = sizeOf(outputs);
  if (!ours) return { outputs, figure, difference: 0 };
  const differences = Array.from(outputs, (output, index) => output - ours[index]!);
  return { outputs, figure, difference: sizeOf(differences) / sizeOf(ours) };
};

/** The most by which a program may differ from ours where it computes the same. */
export const TOLERANCE = 1e-3;
