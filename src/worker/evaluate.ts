import { infer, type Model, type Rows } from '../engine/index.ts';

export { evaluate, infer } from '../engine/index.ts';

/** Euclidean norm of the mean gradient over rows, on the inference tape: training memory is not touched. */
export const gradientNorm = (model: Model, rows: Rows): number => {
  const { inference, arena, kernels, ranges } = model;
  const { tape } = inference;
  const depth = model.layers.length;
  kernels.fill(inference.gradients, ranges.count, 0);
  infer(model, rows, (_from, count) => {
    tape.clear(count);
    // Each chunk's mean counts by its share of the rows.
    arena.memory[tape.gradient(inference.loss)] = count / rows.count;
    tape.backward(count, depth, 0);
  });
  return norm(arena.memory, inference.gradients, ranges.count);
};

/** √Σ x² over a range of memory. */
export const norm = (memory: ArrayLike<number>, at: number, count: number): number => {
  let sum = 0;
  for (let i = at; i < at + count; i++) sum += memory[i]! * memory[i]!;
  return Math.sqrt(sum);
};
