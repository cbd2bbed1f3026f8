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
  // Where the sum is computed elsewhere, less precisely, there may be more to hand out, or to take back.
  const order = [...values.keys()].sort((a, b) => lost(b) - lost(a));
  const [rounds, rest] = [
    Math.floor(missing / values.length),
    ((missing % values.length) + values.length) % values.length,
  ];
  const first = order.slice(0, rest);
  return whole.map((value, at) => (value + rounds + (first.includes(at) ? 1 : 0)) / unit);
};
