/**
 * Numbers rounded so that they add up as printed: each is cut off below at `digits` decimals, and those that lost most get
 * one more until the sum of all, rounded, is reached (largest remainder). `sum`: what is printed as their sum, where that
 * is computed elsewhere.
 */
export const addingUp = (
  values: readonly number[],
  digits: number,
  sum = values.reduce((total, value) => total + value, 0),
): readonly number[] => {
  const unit = 10 ** digits;
  const whole = values.map((value) => Math.floor(value * unit));
  const missing = Math.round(sum * unit) - whole.reduce((total, value) => total + value, 0);
  const lost = (at: number): number => (values[at] ?? 0) * unit - (whole[at] ?? 0);
  const first = [...values.keys()].sort((a, b) => lost(b) - lost(a)).slice(0, Math.max(0, missing));
  return whole.map((value, at) => (value + (first.includes(at) ? 1 : 0)) / unit);
};
