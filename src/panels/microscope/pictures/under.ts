import { definitionOf } from '../../../engine/layers/index.ts';
import type { Window } from '../../../engine/window.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';

/** A place on a map, counted from 0; beside the map it lies in the padding. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, its last row and column included. */
export interface Span {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The window of a layer; null where it has none. */
export const windowOfLayer = ({ spec, inputShape }: ShapedLayer): Window | null =>
  definitionOf(spec).window?.(spec, inputShape) ?? null;

/** Where the corner of the window lies at one of its stops. */
const cornerOf = (window: Window, { row, column }: Place): Place => ({
  row: row * window.strideY - window.top,
  column: column * window.strideX - window.left,
});

/** The cells under the window at one of its stops, row by row; those in the padding too. */
export const cellsUnder = (window: Window, stop: Place): readonly Place[] => {
  const { row, column } = cornerOf(window, stop);
  return Array.from({ length: window.tall * window.wide }, (_, at) => ({
    row: row + Math.floor(at / window.wide) * window.dilationY,
    column: column + (at % window.wide) * window.dilationX,
  }));
};

/** From its first to its last cell, the padding and the cells between them included. */
export const spanUnder = (window: Window, stop: Place): Span => {
  const { row, column } = cornerOf(window, stop);
  return {
    top: row,
    left: column,
    bottom: row + (window.tall - 1) * window.dilationY,
    right: column + (window.wide - 1) * window.dilationX,
  };
};

export const isInside = ({ height, width }: Pick<Window, 'height' | 'width'>, { row, column }: Place) =>
  row >= 0 && column >= 0 && row < height && column < width;

/** The stop at which the middle of the window lies nearest to a cell. */
export const stopNear = (window: Window, { row, column }: Place): Place => {
  const { top, left, bottom, right } = spanUnder(window, { row: 0, column: 0 });
  const stop = (cell: number, middle: number, stride: number, stops: number): number =>
    Math.max(0, Math.min(stops - 1, Math.round((cell - middle) / stride)));
  return {
    row: stop(row, (top + bottom) / 2, window.strideY, window.outHeight),
    column: stop(column, (left + right) / 2, window.strideX, window.outWidth),
  };
};

export const spanOf = ({ row, column }: Place): Span => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

/** Every place of a rectangle, row by row. */
export const placesIn = ({ top, left, bottom, right }: Span): readonly Place[] => {
  const wide = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * wide }, (_, at) => ({
    row: top + Math.floor(at / wide),
    column: left + (at % wide),
  }));
};
