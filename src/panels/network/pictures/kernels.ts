import { definitionOf } from '../../../engine/layers/index.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';

/** A layer's kernels: rows and columns of one, the channels that come in, and how many kernels there are. */
export interface KernelShape {
  readonly tall: number;
  readonly wide: number;
  readonly channels: number;
  readonly filters: number;
}

/** null where a layer has no kernel that slides. A weight lies at (cell × channels + channel) × filters + filter. */
export const kernelShapeOf = ({ spec, inputShape }: ShapedLayer): KernelShape | null => {
  const [tall, wide, channels, filters] =
    definitionOf(spec)
      .weights(spec, inputShape)
      .find(({ shape }) => shape.length === 4)?.shape ?? [];
  return tall && wide && channels && filters ? { tall, wide, channels, filters } : null;
};

/**
 * The parts of a kernel, one a channel, side by side in a square of so many px: the side of a cell, and the corner of
 * each part, all in the middle of it. As large as they can be.
 */
export const kernelPlaces = (
  { tall, wide, channels }: KernelShape,
  side: number,
): { readonly cell: number; readonly places: readonly { readonly x: number; readonly y: number }[] } => {
  /** Between two parts, in cells. */
  const gap = channels > 1 ? 1 : 0;
  const cellsIn = (across: number): readonly [number, number] => {
    const down = Math.ceil(channels / across);
    return [across * (wide + gap) - gap, down * (tall + gap) - gap];
  };
  let [across, cell] = [1, 0];
  for (let tried = 1; tried <= channels; tried++) {
    const fits = side / Math.max(...cellsIn(tried));
    if (fits > cell) [across, cell] = [tried, fits];
  }
  const [columns, rows] = cellsIn(across);
  const [left, top] = [(side - columns * cell) / 2, (side - rows * cell) / 2];
  const places = Array.from({ length: channels }, (_, channel) => ({
    x: left + (channel % across) * (wide + gap) * cell,
    y: top + Math.floor(channel / across) * (tall + gap) * cell,
  }));
  return { cell, places };
};
