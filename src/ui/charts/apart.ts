/** Heights in px, moved as little as need be so that each two lie so far from each other, within these ends. */
export const heldApart = (
  heights: readonly number[],
  apart: number,
  [top, bottom]: readonly [number, number],
): readonly number[] => {
  const order = [...heights.keys()].sort((a, b) => heights[a]! - heights[b]!);
  const held = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const index of order) last = held[index] = Math.max(held[index]!, last + apart, top);
  last = Number.POSITIVE_INFINITY;
  for (const index of order.toReversed()) last = held[index] = Math.min(held[index]!, last - apart, bottom);
  return held;
};
