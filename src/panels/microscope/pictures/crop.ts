import { useState } from 'react';
import type { Window } from '../../../engine/window.ts';
import { type Place, spanUnder, type Span } from './under.ts';

/** So many cells of a map are shown along a side; larger maps are shown in part. */
export const MOST_SHOWN = 16;
const SHOWN = 12;
/** So many cells stay between the window and the edge of what is shown. */
const MARGIN = 2;

/** Everything that the window can come to lie on: the map, and the padding round it. */
export const extentOf = (window: Window): Span => {
  const first = spanUnder(window, { row: 0, column: 0 });
  const last = spanUnder(window, { row: window.outHeight - 1, column: window.outWidth - 1 });
  return {
    top: Math.min(0, first.top),
    left: Math.min(0, first.left),
    bottom: Math.max(window.height - 1, last.bottom),
    right: Math.max(window.width - 1, last.right),
  };
};

const along = (
  before: number | null,
  [from, to]: readonly [number, number],
  [low, high]: readonly [number, number],
): readonly [number, number] => {
  if (high - low < MOST_SHOWN) return [low, high];
  const shown = Math.max(SHOWN, to - from + 1 + 2 * MARGIN);
  const last = Math.max(low, high - shown + 1);
  const middle = Math.round((from + to + 1 - shown) / 2);
  // It moves no further than it must, so that the picture stands still under the pointer.
  const wanted = before ?? middle;
  const held = Math.max(to + MARGIN - shown + 1, Math.min(from - MARGIN, wanted));
  const start = Math.max(low, Math.min(last, held));
  return [start, Math.min(high, start + shown - 1)];
};

/** The part of a map that is shown round a span, given what was shown before. */
export const cropRound = (before: Span | null, span: Span, extent: Span): Span => {
  const [top, bottom] = along(before && before.top, [span.top, span.bottom], [extent.top, extent.bottom]);
  const [left, right] = along(before && before.left, [span.left, span.right], [extent.left, extent.right]);
  return { top, left, bottom, right };
};

const holds = (span: Span, { row, column }: Place): boolean =>
  row >= span.top && row <= span.bottom && column >= span.left && column <= span.right;

/**
 * A part of a map that stands still as long as a cell of it is only pointed at: otherwise it would slip away under the
 * pointer. `next` says what is to be shown, given what was.
 */
export const useStill = (place: Place, pointed: boolean, next: (before: Span | null) => Span): Span => {
  const [held, hold] = useState<Span | null>(null);
  const shown = held && pointed && holds(held, place) ? held : next(held);
  if (JSON.stringify(shown) !== JSON.stringify(held)) hold(shown);
  return shown;
};
