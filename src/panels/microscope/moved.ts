import { Adagrad } from '../../engine/optimizers/adagrad.ts';
import { momentumOf, optimizerOf, type OptimizerSpec } from '../../engine/optimizers/index.ts';
import { fixed, setting } from '../../ui/format.ts';
import type { BatchAnatomy, LayerUpdate } from '../../worker/anatomy.ts';

/** One line of how a move is made: the formula, and the same with its numbers. */
export interface Line {
  readonly formula: string;
  readonly numbers: string;
}

/** What an optimizer's setting is: named in the spec, else the field's own first value. */
const settingOf = (spec: OptimizerSpec, name: string): number => {
  const named: unknown = Object.entries(spec).find(([key]) => key === name)?.[1];
  if (typeof named === 'number') return named;
  const field = optimizerOf(spec).fields.find((each) => each.name === name);
  return field?.kind === 'number' ? field.initial : Number.NaN;
};

/**
 * How the move of the weight at a place is made by each optimizer but plain SGD, line by line, as keras.optimizers
 * computes it (Float32; the kernels' contract has the formulas). g is the mean slope of the batch, after clipping where
 * there is any.
 */
export const movedBy = (
  spec: OptimizerSpec,
  { rate, iteration }: BatchAnatomy,
  update: LayerUpdate,
  at: number,
  digits: number,
): readonly Line[] => {
  // What is remembered can be far smaller than a weight.
  const fine = Math.max(digits, 5);
  const print = (value: number): string => {
    const words = fixed(value, fine);
    return value < 0 ? `(${words})` : words;
  };
  const slot = (name: string) => {
    const found = update.slots.find((each) => each.name === name);
    return { before: found?.before[at] ?? Number.NaN, after: found?.after[at] ?? Number.NaN };
  };
  const eta = setting(rate);
  const decay = spec.weight_decay ?? optimizerOf(spec).decay ?? 0;
  const given = update.before[at] ?? Number.NaN;
  // Decay comes first (keras.optimizers.Optimizer.apply).
  const w = { before: given - given * decay * rate, after: update.after[at] ?? Number.NaN };
  const decayed: Line[] =
    decay > 0
      ? [
          {
            formula: 'w ← w − w · weight_decay · η',
            numbers: `${print(given)} − ${print(given)} × ${setting(decay)} × ${eta} = ${fixed(w.before, fine)}`,
          },
        ]
      : [];
  const g = update.clipped[at] ?? Number.NaN;
  const end = `= ${fixed(w.after, fine)}`;
  const epsilon = settingOf(spec, 'epsilon');
  const lines = (): readonly Line[] => {
    switch (spec.type) {
      case 'SGD': {
        if (spec.momentum === 0)
          return [{ formula: 'w − η g', numbers: `${print(w.before)} − ${eta} × ${print(g)} ${end}` }];
        const v = slot('momentum');
        const velocity = {
          formula: 'v ← momentum · v − η g',
          numbers: `${setting(spec.momentum)} × ${print(v.before)} − ${eta} × ${print(g)} = ${fixed(v.after, fine)}`,
        };
        return spec.nesterov
          ? [
              velocity,
              {
                formula: 'w ← w + momentum · v − η g',
                numbers: `${print(w.before)} + ${setting(spec.momentum)} × ${print(v.after)} − ${eta} × ${print(g)} ${end}`,
              },
            ]
          : [velocity, { formula: 'w ← w + v', numbers: `${print(w.before)} + ${print(v.after)} ${end}` }];
      }
      case 'Adagrad': {
        const sum = slot('accumulator');
        const from = settingOf(spec, Adagrad.fields[1]?.name ?? '');
        return [
          {
            formula: 'G ← G + g²',
            numbers: `${print(from + sum.before)} + ${print(g)}² = ${fixed(from + sum.after, fine)}`,
          },
          {
            formula: 'w ← w − η g / √(G + ε)',
            numbers: `${print(w.before)} − ${eta} × ${print(g)} / √(${fixed(from + sum.after, fine)} + ${setting(epsilon)}) ${end}`,
          },
        ];
      }
      case 'RMSprop': {
        const v = slot('velocity');
        const [rho, momentum] = [settingOf(spec, 'rho'), momentumOf(spec)];
        const mean = slot('average_gradient');
        const spread = spec.centered ? v.after - mean.after ** 2 : v.after;
        const moved = slot('momentum');
        return [
          {
            formula: 'v ← ρ v + (1 − ρ) g²',
            numbers: `${setting(rho)} × ${print(v.before)} + ${setting(1 - rho)} × ${print(g)}² = ${fixed(v.after, fine)}`,
          },
          ...(spec.centered
            ? [
                {
                  formula: 'm ← ρ m + (1 − ρ) g',
                  numbers: `${setting(rho)} × ${print(mean.before)} + ${setting(1 - rho)} × ${print(g)} = ${fixed(mean.after, fine)}`,
                },
              ]
            : []),
          ...(momentum > 0
            ? [
                {
                  formula: spec.centered
                    ? 'u ← momentum · u + η g / √(v − m² + ε)'
                    : 'u ← momentum · u + η g / √(v + ε)',
                  numbers: `${setting(momentum)} × ${print(moved.before)} + ${eta} × ${print(g)} / √(${fixed(spread, fine)} + ${setting(epsilon)}) = ${fixed(moved.after, fine)}`,
                },
                { formula: 'w ← w − u', numbers: `${print(w.before)} − ${print(moved.after)} ${end}` },
              ]
            : [
                {
                  formula: spec.centered ? 'w ← w − η g / √(v − m² + ε)' : 'w ← w − η g / √(v + ε)',
                  numbers: `${print(w.before)} − ${eta} × ${print(g)} / √(${fixed(spread, fine)} + ${setting(epsilon)}) ${end}`,
                },
              ]),
        ];
      }
      case 'Adam':
      case 'AdamW': {
        const [m, v, top] = [slot('momentum'), slot('velocity'), slot('velocity_hat')];
        const [beta1, beta2] = [settingOf(spec, 'beta_1'), settingOf(spec, 'beta_2')];
        const alpha = (rate * Math.sqrt(1 - beta2 ** iteration)) / (1 - beta1 ** iteration);
        const size = spec.amsgrad ? top.after : v.after;
        return [
          {
            formula: 'm ← β₁ m + (1 − β₁) g',
            numbers: `${setting(beta1)} × ${print(m.before)} + ${setting(1 - beta1)} × ${print(g)} = ${fixed(m.after, fine)}`,
          },
          {
            formula: 'v ← β₂ v + (1 − β₂) g²',
            numbers: `${setting(beta2)} × ${print(v.before)} + ${setting(1 - beta2)} × ${print(g)}² = ${fixed(v.after, fine + 1)}`,
          },
          {
            formula: `α = η √(1 − β₂ᵗ) / (1 − β₁ᵗ), t = ${iteration}`,
            numbers: fixed(alpha, fine),
          },
          {
            formula: spec.amsgrad ? 'w ← w − α m / (√v̂ + ε)' : 'w ← w − α m / (√v + ε)',
            numbers: `${print(w.before)} − ${fixed(alpha, fine)} × ${print(m.after)} / (√${fixed(size, fine + 1)} + ${setting(epsilon)}) ${end}`,
          },
        ];
      }
    }
  };
  return [...decayed, ...lines()];
};
