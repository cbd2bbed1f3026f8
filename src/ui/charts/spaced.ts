/** A thing on the time axis, in px. */
interface Place {
  readonly at: number;
  readonly best: boolean;
}

/** Those of many, oldest first, that can stand `apart` px from each other: the best, then the newest. In their order. */
export const spaced = <Item extends Place>(items: readonly Item[], apart: number): readonly Item[] => {
  const kept = new Set<Item>();
  const newestFirst = items.toReversed();
  for (const item of [...newestFirst.filter(({ best }) => best), ...newestFirst]) {
    if ([...kept].every(({ at }) => Math.abs(at - item.at) >= apart)) kept.add(item);
  }
  return items.filter((item) => kept.has(item));
};
