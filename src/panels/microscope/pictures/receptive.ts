import type { Shape } from '../../../engine/shape.ts';
import type { Window } from '../../../engine/window.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { cellOf } from '../../../experiment/cells.ts';
import { type Span, windowOfLayer } from './under.ts';

/** The pixels that a unit has seen: those in one of these rows and one of these columns, each list ascending. */
export interface Seen {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const countTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
/** A list, as a global pooling gives one, is one place. */
const whole = (shape: Shape): Seen => {
  const [height = 1, width = 1] = shape.length < 3 ? [] : shape;
  return { rows: countTo(height), columns: countTo(width) };
};

/**
 * The pixels of the picture that can change one unit: layer by layer back through the windows. What lies between them
 * (strides and dilations may leave pixels out) is not among them. Null where the picture is a list.
 */
export const receptiveField = (layers: readonly ShapedLayer[], layer: number, unit: number): Seen | null => {
  // One unit as long as places are passed on one by one; from the first window on, rows and columns.
  let one: number | null = unit;
  let seen: Seen | null = null;
  for (let at = layer; at >= 0; at--) {
    const shaped = layers[at];
    if (!shaped) return null;
    const { spec, inputShape, outputShape } = shaped;
    const window = windowOfLayer(shaped);
    if (window) {
      const stops: Seen = seen ?? (one === null ? whole(outputShape) : placeOf(one, outputShape));
      [one, seen] = [null, throughWindow(window, stops)];
    } else if (spec.type === 'Dense') {
      seen ??= one !== null && outputShape.length === 3 ? placeOf(one, outputShape) : null;
      one = null;
    } else if (spec.type === 'Flatten' || spec.type === 'Reshape') {
      // The list keeps its order: one number stays one, several may lie anywhere.
      seen = null;
    }
    if (inputShape.length === 3 && one === null) seen ??= whole(inputShape);
  }
  const input = layers[0]?.inputShape ?? [];
  if (input.length !== 3) return null;
  return seen ?? (one === null ? whole(input) : placeOf(one, input));
};

const placeOf = (unit: number, shape: Shape): Seen => {
  if (shape.length < 3) return whole(shape);
  const { row, column } = cellOf(unit, shape);
  return { rows: [row], columns: [column] };
};

const throughWindow = (window: Window, { rows, columns }: Seen): Seen => ({
  rows: under(rows, window.tall, window.strideY, window.dilationY, window.top, window.height),
  columns: under(columns, window.wide, window.strideX, window.dilationX, window.left, window.width),
});

/** The cells along one direction that lie under the window at these stops. */
const under = (
  stops: readonly number[],
  size: number,
  stride: number,
  dilation: number,
  before: number,
  cells: number,
): readonly number[] => {
  const found = new Set<number>();
  for (const stop of stops)
    for (let at = 0; at < size; at++) {
      const cell = stop * stride - before + at * dilation;
      if (cell >= 0 && cell < cells) found.add(cell);
    }
  return [...found].sort((a, b) => a - b);
};

/** The frame round what a unit has seen; null where it has seen nothing but padding. */
export const frameOf = ({ rows, columns }: Seen): Span | null => {
  const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return null;
  return { top, bottom, left, right };
};

/** Has it seen every pixel within that frame? */
export const isSolid = (seen: Seen): boolean =>
  [seen.rows, seen.columns].every((along) => (along.at(-1) ?? 0) - (along[0] ?? 0) === along.length - 1);
