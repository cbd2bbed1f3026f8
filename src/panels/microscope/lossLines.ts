import type { CompileSpec } from '../../experiment/experiment.ts';
import { fixed } from '../../ui/format.ts';
import type { PointAnatomy } from '../../worker/anatomy.ts';
import { smoothed } from './blame.ts';

/** The loss of one point: its formula, and under it the same with the point's numbers. */
export interface LossLines {
  readonly formula: string;
  readonly numbers: string;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * How the loss of a row is computed from its outputs and answers, with its numbers; null for the perceptron rule. Several
 * outputs: the first term, and how many there are. Formulas: keras.losses.
 */
export const lossLines = (
  { loss, loss_settings: settings = {} }: CompileSpec,
  { layers, answers, loss: value }: PointAnatomy,
  digits: number,
): LossLines | null => {
  const outputs = [...(layers.at(-1)?.outputs ?? [])];
  const n = outputs.length;
  const print = (number: number): string => fixed(number, digits);
  const end = ` = ${print(value)}`;
  const errors = outputs.map((output, i) => output - (answers[i] ?? 0));
  const listed = (terms: readonly string[], over: boolean): string => {
    const shown = terms.length > 3 ? [...terms.slice(0, 2), '…'] : terms;
    return over && n > 1 ? `(${shown.join(' + ')}) / ${n}` : shown.join(' + ');
  };
  switch (loss) {
    case 'mean_squared_error':
      return {
        formula: n > 1 ? 'Σ (ŷ − y)² / n' : '(ŷ − y)²',
        numbers:
          listed(
            outputs.map((output, i) => `(${print(output)} − ${print(answers[i] ?? 0)})²`),
            true,
          ) + end,
      };
    case 'mean_absolute_error':
      return {
        formula: n > 1 ? 'Σ |ŷ − y| / n' : '|ŷ − y|',
        numbers:
          listed(
            outputs.map((output, i) => `|${print(output)} − ${print(answers[i] ?? 0)}|`),
            true,
          ) + end,
      };
    case 'huber': {
      const delta = settings.delta ?? 1;
      const small = errors.every((error) => Math.abs(error) <= delta);
      return {
        formula: small ? '½ (ŷ − y)²' : 'δ |ŷ − y| − ½ δ²',
        numbers:
          listed(
            errors.map((error) =>
              Math.abs(error) <= delta
                ? `½ × ${print(Math.abs(error))}²`
                : `${delta} × ${print(Math.abs(error))} − ½ × ${delta}²`,
            ),
            true,
          ) + end,
      };
    }
    case 'binary_crossentropy': {
      const smoothing = settings.label_smoothing ?? 0;
      const terms = outputs.map((output, i) => {
        const y = smoothed(answers[i] ?? 0, smoothing, 1);
        const p = settings.from_logits && layers.at(-1)?.blame ? sigmoid(output) : output;
        return `−(${print(y)} × ln ${print(p)} + ${print(1 - y)} × ln ${print(1 - p)})`;
      });
      return { formula: '−(y ln ŷ + (1 − y) ln(1 − ŷ))', numbers: listed(terms, true) + end };
    }
    case 'categorical_crossentropy':
    case 'sparse_categorical_crossentropy': {
      const smoothing = settings.label_smoothing ?? 0;
      // Keras divides by the sum first where the outputs are no softmax; of scores it takes the softmax itself.
      const apart = Boolean(layers.at(-1)?.blame);
      const powers =
        settings.from_logits && apart ? outputs.map((z) => Math.exp(z - Math.max(...outputs))) : outputs;
      const whole = apart ? sum(powers) : 1;
      const terms = powers.flatMap((output, i) => {
        const y = smoothing > 0 ? smoothed(answers[i] ?? 0, smoothing, n) : (answers[i] ?? 0);
        return y === 0
          ? []
          : [y === 1 ? `−ln ${print(output / whole)}` : `−${print(y)} × ln ${print(output / whole)}`];
      });
      return { formula: '−Σ y ln ŷ', numbers: (terms.length > 0 ? listed(terms, false) : '0') + end };
    }
    case 'perceptron':
      return null;
  }
};
