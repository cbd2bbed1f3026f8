import { xor } from '../data.ts';
import type { Make, Running } from '../program.ts';

/**
 * brain.js on the CPU, on W1 alone. It updates after every row, so that one of our steps is four of its own, has one
 * activation for all layers (sigmoid, its own choice, is its fastest here) and the squared error, and always keeps
 * momentum. trainPatterns() is its loop without the bookkeeping of train().
 */
export const w1: Make = async (): Promise<Running> => {
  const { NeuralNetwork } = await import('brain.js');
  const { inputs, answers, rows } = xor();
  const data = Array.from({ length: rows }, (_, row) => ({
    input: inputs.slice(2 * row, 2 * row + 2),
    output: answers.slice(row, row + 1),
  }));
  const net = new NeuralNetwork({ hiddenLayers: [4], activation: 'sigmoid' });
  net.train(data, { iterations: 1 });
  return {
    run: (steps) => {
      for (let n = 0; n < steps; n++) net.trainPatterns(data);
    },
    outputs: () => data.map(({ input }) => net.run(input)[0]!),
  };
};
