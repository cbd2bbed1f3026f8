import { distance, type Point } from './scale.ts';

interface Placed {
  readonly id: number;
  readonly at: Point;
}

/** The point nearest to a place and within reach of it; null where there is none. All in pixels. */
export const nearest = <Item extends Placed>(
  items: readonly Item[],
  at: Point,
  reach: number,
): Item | null => {
  let best: Item | null = null;
  let bestApart = reach;
  for (const item of items) {
    const apart = distance(item.at, at);
    if (apart <= bestApart) [best, bestApart] = [item, apart];
  }
  return best;
};

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The point an arrow key goes to, in pixels (down is positive): the nearest that lies more that way than aside. Home and End are
 * the first and the last. Null where there is none that way.
 */
export const neighbour = <Item extends Placed>(
  items: readonly Item[],
  from: Item,
  key: string,
): Item | null => {
  if (key === 'Home') return items[0] ?? null;
  if (key === 'End') return items.at(-1) ?? null;
  const way = DIRECTIONS[key];
  if (!way) return null;
  let best: Item | null = null;
  let bestCost = Infinity;
  for (const item of items) {
    const [x, y] = [item.at[0] - from.at[0], item.at[1] - from.at[1]];
    const along = x * way[0] + y * way[1];
    const aside = Math.abs(x * way[1]) + Math.abs(y * way[0]);
    const cost = along + 2 * aside;
    if (item.id !== from.id && along > 0 && aside <= along && cost < bestCost)
      [best, bestCost] = [item, cost];
  }
  return best;
};
