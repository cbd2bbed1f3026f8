import type { Window } from '../../../engine/window.ts';
import { cellsUnder, isInside, type Place } from './under.ts';

/** A convolution with the numbers that go in: a map's value at (row × width + column) × channels + channel. */
export interface Convolution {
  readonly window: Window;
  readonly channels: number;
  readonly filters: number;
  readonly input: ArrayLike<number>;
  /** (rows, columns, channels in, filters), row-major. */
  readonly kernel: ArrayLike<number>;
}

/** What one cell of the kernel meets. */
export interface Meeting {
  readonly place: Place;
  /** Does the cell lie beside the map, where zeros are? */
  readonly padding: boolean;
  readonly x: number;
  readonly w: number;
  /** Where the weight lies in the layer. */
  readonly at: number;
  readonly product: number;
}

/** The window over one channel, times that channel's part of one filter's kernel: row by row. */
export const meetings = (
  { window, channels, filters, input, kernel }: Convolution,
  stop: Place,
  channel: number,
  filter: number,
): readonly Meeting[] =>
  cellsUnder(window, stop).map((place, cell) => {
    const padding = !isInside(window, place);
    const from = (place.row * window.width + place.column) * channels + channel;
    const x = padding ? 0 : (input[from] ?? Number.NaN);
    const at = (cell * channels + channel) * filters + filter;
    const w = kernel[at] ?? Number.NaN;
    return { place, padding, x, w, at, product: x * w };
  });

/** What each channel brings into the sum of one filter at one stop. */
export const partialSums = (convolution: Convolution, stop: Place, filter: number): readonly number[] =>
  Array.from({ length: convolution.channels }, (_, channel) =>
    meetings(convolution, stop, channel, filter).reduce((sum, { product }) => sum + product, 0),
  );
