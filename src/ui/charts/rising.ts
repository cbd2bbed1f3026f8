/** The first of the numbers 0 … count − 1 from which on something holds; `count` where it never does. */
const firstWhere = (count: number, holds: (index: number) => boolean): number => {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** How many of the numbers, which rise, lie at or below a value. */
export const countTo = (rising: Float64Array, value: number): number =>
  firstWhere(rising.length, (index) => rising[index]! > value);

/** The index of the number nearest to a value, of two as near the later one; −1 where there are none. */
export const nearestTo = (rising: Float64Array, value: number): number => {
  if (rising.length === 0) return -1;
  const next = firstWhere(rising.length - 1, (index) => rising[index]! >= value);
  const before = next - 1;
  return before >= 0 && value - rising[before]! < rising[next]! - value ? before : next;
};
