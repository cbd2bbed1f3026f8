import type { Answered } from './prediction.ts';

/** From so many classes on rows and columns stand closer, and no class has a mark of its own. */
export const MANY = 6;

/** counts[answer][predicted] over the rows; the outputs may know more classes than the data. */
export const confusion = (rows: readonly Answered[], classes: number): readonly (readonly number[])[] => {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const { answer, predicted } of rows) {
    const row = counts[answer];
    if (row && predicted < classes) row[predicted] = (row[predicted] ?? 0) + 1;
  }
  return counts;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What stands in each column of the matrix, summed: how often each class was predicted. */
export const columnSums = (counts: readonly (readonly number[])[]): readonly number[] =>
  counts.map((_, column) => sum(counts.map((row) => row[column] ?? 0)));

/**
 * Of each class, precision = right among those predicted so, recall = right among those that are so (as in every
 * statistics book). NaN where there is none to divide by.
 */
export const perClass = (
  counts: readonly (readonly number[])[],
): readonly { readonly precision: number; readonly recall: number }[] => {
  const predicted = columnSums(counts);
  return counts.map((row, k) => {
    const right = row[k] ?? 0;
    return { precision: right / (predicted[k] ?? 0), recall: right / sum(row) };
  });
};

/** The lowest of several rates and the class it belongs to, the first of equals; null where none is known. */
export const lowest = (rates: readonly number[]): { readonly at: number; readonly value: number } | null =>
  rates.reduce<{ at: number; value: number } | null>(
    (least, value, at) =>
      Number.isFinite(value) && value < (least?.value ?? Infinity) ? { at, value } : least,
    null,
  );

/** From this share of the largest count on the number of a cell stands in the colour of the ground. */
const INVERTED = 0.75;

/**
 * How blue a cell is, in percent, by its share of the largest count: the more, the bluer. The blues from 53 to 88 %
 * are left out: in one theme or the other neither ink nor ground reaches a contrast of 4.5 on them (WCAG 2.2, 1.4.3).
 */
export const shadeOf = (share: number): { readonly blue: number; readonly inverted: boolean } => {
  if (share <= 0) return { blue: 0, inverted: false };
  if (share < INVERTED) return { blue: 8 + 60 * share, inverted: false };
  return { blue: 88 + (12 * (share - INVERTED)) / (1 - INVERTED), inverted: true };
};
