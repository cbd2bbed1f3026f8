import { LABEL_GAP } from './labelGap.ts';
import type { LossGeometry } from './lossGeometry.ts';

/** A label beside a vertical line at `x`: its width in px, and the width of its shorter form, where it has one. */
export interface Label {
  readonly x: number;
  readonly width: number;
  readonly short?: number | null;
}

/** Where it stands: in a row counted from the top, right of its line ('start') or left of it ('end'); shortened or not. */
export interface Placed {
  readonly row: number;
  readonly anchor: 'start' | 'end';
  readonly short: boolean;
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  /** Spans that are taken from the beginning, per row. */
  readonly taken?: readonly { readonly row: number; readonly from: number; readonly to: number }[];
}

/** "AND → OR" shortened to "→ OR"; null where words have no such form. */
export const shortWords = (words: string): string | null => {
  const arrow = words.indexOf('→');
  return arrow > 0 ? words.slice(arrow) : null;
};

type Span = NonNullable<Room['taken']>[number];

/**
 * Finds a place for each label so that no two touch, the last ones first: right of its line, else shortened there,
 * else the same a row further down; left of the line only where the plot ends at its right. Labels are given in the
 * order of their lines. null where there is no place: the line then stands without its words.
 */
export const placeMarkLabels = (labels: readonly Label[], room: Room): (Placed | null)[] => {
  const taken: Span[] = [...(room.taken ?? [])];
  const places: (Placed | null)[] = labels.map(() => null);
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const label = labels[index];
    if (!label) continue;
    const lines = labels.filter((_, other) => other !== index).map(({ x }) => x);
    places[index] = placeOne(label, lines, room, taken);
  }
  return places;
};

const placeOne = (label: Label, lines: readonly number[], room: Room, taken: Span[]): Placed | null => {
  const { x, width, short } = label;
  const forms = [{ width, short: false }, ...(short ? [{ width: short, short: true }] : [])];
  const least = Math.min(...forms.map((form) => form.width));
  const anchor = x + LABEL_GAP + least <= room.right ? 'start' : 'end';
  for (let row = 0; row < room.rows; row += 1) {
    for (const form of forms) {
      const from = anchor === 'start' ? x + LABEL_GAP : x - LABEL_GAP - form.width;
      const span = { row, from, to: from + form.width };
      if (span.from < room.left || span.to > room.right) continue;
      if (!isFree(span, taken) || isAnothers(x, span, anchor, lines)) continue;
      taken.push(span);
      return { row, anchor, short: form.short };
    }
  }
  return null;
};

const isFree = ({ row, from, to }: Span, taken: readonly Span[]): boolean =>
  taken.every((span) => span.row !== row || to + LABEL_GAP <= span.from || from >= span.to + LABEL_GAP);

/** Whether a reader would give the words to another line: it lies between them and their own, or at their beginning. */
const isAnothers = (
  x: number,
  { from, to }: Span,
  anchor: Placed['anchor'],
  lines: readonly number[],
): boolean =>
  lines.some((line) =>
    anchor === 'start'
      ? line > x && line < from
      : line < x && line > from - 2 * LABEL_GAP && line < to + LABEL_GAP,
  );

/** Where the tick of "all right" stands on the curve, whose height is given in px: within the plot. */
export const solvedFoot = (
  height: number,
  { top, axis, label }: Pick<LossGeometry, 'top' | 'axis' | 'label'>,
): number => Math.min(axis - 2, Math.max(top + label, height - 5));

/** Which of several labels, centred on their `x`, can stand in one row, the last ones first, so that no two touch. */
export const keptApart = (labels: readonly Label[]): boolean[] => {
  let free = Infinity;
  const kept = labels.map(() => false);
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const label = labels[index];
    if (!label || label.x + label.width / 2 > free) continue;
    kept[index] = true;
    free = label.x - label.width / 2 - LABEL_GAP;
  }
  return kept;
};
