/** A step between ticks is 1, 2 or 5 times a power of ten: from `from` times that power on it is the `times`-fold. */
const STEPS = [
  { from: Math.sqrt(50), times: 10 },
  { from: Math.sqrt(10), times: 5 },
  { from: Math.sqrt(2), times: 2 },
];

/**
 * About so many round numbers from `low` to `high`, in number by number those of d3's ticks(): they are all that the
 * first view has to ask of d3, which cannot be fetched in part.
 */
export const ticks = (low: number, high: number, count: number): number[] => {
  if (low === high) return [low];
  const wanted = (high - low) / count;
  const power = Math.floor(Math.log10(wanted));
  const rest = wanted / 10 ** power;
  const times = STEPS.find(({ from }) => rest >= from)?.times ?? 1;
  // By steps below 1 nothing is multiplied: 3 / 10 is the number that 0.3 stands for, and 3 · 0.1 is another.
  const step = power < 0 ? 1 : 10 ** power * times;
  const divisor = power < 0 ? 10 ** -power / times : 1;
  const tick = (index: number): number => (index * step) / divisor;
  const near = (value: number): number => Math.round((value * divisor) / step);
  const first = tick(near(low)) < low ? near(low) + 1 : near(low);
  const last = tick(near(high)) > high ? near(high) - 1 : near(high);
  return Array.from({ length: last - first + 1 }, (_, index) => tick(first + index));
};
