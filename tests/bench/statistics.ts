/** Order statistics of the rounds of one run. */

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

export const median = (numbers: readonly number[]): number => {
  const ordered = sorted(numbers);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
};

/** The chance of at most k heads among n throws of a fair coin. */
const binomial = (n: number, k: number): number => {
  let [term, sum] = [0.5 ** n, 0];
  for (let heads = 0; heads <= k; heads++) {
    sum += term;
    term *= (n - heads) / (heads + 1);
  }
  return sum;
};

/**
 * A 95 % interval of the median without any assumption on how the numbers scatter: from the k-th smallest to the k-th
 * largest, with the largest k for which the sign test leaves 2.5 % on each side. Fewer than 6 numbers: all of them.
 */
export const intervalOfMedian = (numbers: readonly number[]): readonly [number, number] => {
  const ordered = sorted(numbers);
  let left = 0;
  while (binomial(ordered.length, left) <= 0.025) left += 1;
  const from = Math.max(0, left - 1);
  return [ordered[from]!, ordered[ordered.length - 1 - from]!];
};
