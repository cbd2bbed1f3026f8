import type { MapColumn } from './layout.ts';

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next map in a direction from one of them, or null at the edge of the drawing. */
export const nextMap = (
  columns: readonly MapColumn[],
  layer: number,
  map: number,
  key: string,
): { readonly layer: number; readonly map: number } | null => {
  const spotsOf = (at: number) => {
    const column = columns[at];
    if (!column) return [];
    return column.spots.length > 0
      ? column.spots
      : [{ x: column.box.x, y: column.box.y + column.box.height / 2 }];
  };
  const here = spotsOf(layer)[map];
  if (!here) return null;
  const [x, y] = WAYS[key] ?? [0, 0];
  const nearest = (at: number, allowed: (spot: { x: number; y: number }) => boolean): number => {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, spot] of spotsOf(at).entries()) {
      const away = Math.abs(spot.x - here.x) + Math.abs(spot.y - here.y);
      if (allowed(spot) && away < least) [best, least] = [index, away];
    }
    return best;
  };
  const own = nearest(layer, (spot) => Math.sign(spot.x - here.x) === x && Math.sign(spot.y - here.y) === y);
  if (own >= 0) return { layer, map: own };
  const beside = x === 0 ? -1 : nearest(layer + x, () => true);
  return beside < 0 ? null : { layer: layer + x, map: beside };
};
