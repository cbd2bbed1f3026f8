import { distance, type Point } from './scale.ts';

/** Points that fall on one spot, in their first order; the first one's place stands for all. */
export interface Stack<Item> {
  readonly at: Point;
  readonly items: readonly Item[];
}

/** Puts points that lie within `near` (in the units of the plane) of a stack's first point onto that stack. */
export const stacksOf = <Item extends { readonly at: Point }>(
  items: readonly Item[],
  near: number,
): Stack<Item>[] => {
  const stacks: { at: Point; items: Item[] }[] = [];
  for (const item of items) {
    const stack = stacks.find(({ at }) => distance(at, item.at) <= near);
    if (stack) stack.items.push(item);
    else stacks.push({ at: item.at, items: [item] });
  }
  return stacks;
};
