/** A label beside a vertical line at `x`, `width` px wide. */
export interface Label {
  readonly x: number;
  readonly width: number;
}

/** Where it stands: in a row counted from the top, to the right of its line ('start') or to its left ('end'). */
export interface Placed {
  readonly row: number;
  readonly anchor: 'start' | 'end';
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  /** Spans that are taken from the beginning, per row. */
  readonly taken?: readonly { readonly row: number; readonly from: number; readonly to: number }[];
}

/** Distance between a line and its label, and between two labels, in px. */
export const LABEL_GAP = 8;

/**
 * Finds a place for each label so that no two touch, the last ones first: right of the line, else left of it, else
 * a row further down. null where there is none: the line then stands without its words.
 */
export const placeMarkLabels = (labels: readonly Label[], room: Room): (Placed | null)[] => {
  const taken = [...(room.taken ?? [])];
  const places: (Placed | null)[] = labels.map(() => null);
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const label = labels[index];
    if (label) places[index] = placeOne(label, room, taken);
  }
  return places;
};

const placeOne = (
  { x, width }: Label,
  room: Room,
  taken: { row: number; from: number; to: number }[],
): Placed | null => {
  for (let row = 0; row < room.rows; row += 1) {
    for (const anchor of ['start', 'end'] as const) {
      const from = anchor === 'start' ? x + LABEL_GAP : x - LABEL_GAP - width;
      const to = from + width;
      const fits = from >= room.left && to <= room.right;
      const free = taken.every(
        (span) => span.row !== row || to + LABEL_GAP <= span.from || from >= span.to + LABEL_GAP,
      );
      if (!fits || !free) continue;
      taken.push({ row, from, to });
      return { row, anchor };
    }
  }
  return null;
};

/** Which of several centred labels can stand in one row, the last ones first, so that no two touch. */
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
