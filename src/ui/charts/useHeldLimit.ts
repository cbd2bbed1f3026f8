import { useState } from 'react';
import { countLimit, lossLimit } from './lossScale.ts';

/**
 * The upper end of the value axis, held still while the highest value allows it. A new `key` (another run, another
 * quantity) lets it go. `points`: how long the curve is.
 */
export const useHeldLimit = (key: string, counts: boolean, highest: number, points: number): number => {
  const [held, hold] = useState<{ readonly key: string; readonly limit: number } | null>(null);
  const before = held?.key === key ? held.limit : null;
  const limit = counts ? countLimit(before, highest) : lossLimit(before, highest, points);
  if (limit !== before) hold({ key, limit });
  return limit;
};
