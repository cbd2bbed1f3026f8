import type { ShapedLayer } from '../../../experiment/widths.ts';
import { flatMapsInto } from '../../microscope/pictures/origin.ts';
import { type KernelShape, kernelShapeOf } from '../../network/pictures/kernels.ts';

/** The weights of a layer as pictures: one for each filter and channel; of a Dense neuron one for each map that was flattened. */
export interface WeightPicture extends KernelShape {
  /** A neuron's: only those of one neuron stand side by side. */
  readonly flat: boolean;
}

/** null where the weights of a layer are no pictures. */
export const weightPicture = (layers: readonly ShapedLayer[], layer: number): WeightPicture | null => {
  const own = layers[layer];
  const kernel = own && kernelShapeOf(own);
  if (kernel) return { ...kernel, flat: false };
  const maps = own?.spec.type === 'Dense' ? flatMapsInto(layers, layer) : null;
  if (!own || !maps) return null;
  const [tall = 1, wide = 1, channels = 1] = maps;
  return { tall, wide, channels, filters: own.units, flat: true };
};

/** One weight of a picture: whose it is, of which channel, and its cell. */
export interface PicturePlace {
  readonly filter: number;
  readonly channel: number;
  readonly row: number;
  readonly column: number;
}

/** Where a weight of the kernel lies; of a bias the filter alone counts, and the first cell stands for it. */
export const placeIn = ({ tall, wide, channels, filters }: WeightPicture, at: number): PicturePlace => {
  const filter = at % filters;
  const part = Math.floor(at / filters);
  if (part >= tall * wide * channels) return { filter, channel: 0, row: 0, column: 0 };
  const cell = Math.floor(part / channels);
  return { filter, channel: part % channels, row: Math.floor(cell / wide), column: cell % wide };
};

export const weightIn = (
  { wide, channels, filters }: WeightPicture,
  { filter, channel, row, column }: PicturePlace,
): number => ((row * wide + column) * channels + channel) * filters + filter;

/** Which picture stands in a row and column of all that are shown: filter and channel; null: none. */
export interface Overview {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => { readonly filter: number; readonly channel: number } | null;
  readonly of: (place: PicturePlace) => { readonly row: number; readonly column: number };
}

/** Filters across and channels down; where there is one of either, the others in rows, somewhat wider than high. */
export const overviewOf = ({ channels, filters, flat }: WeightPicture, chosen: PicturePlace): Overview => {
  if (channels > 1 && !flat) {
    return {
      rows: channels,
      columns: filters,
      at: (channel, filter) =>
        channel >= 0 && channel < channels && filter >= 0 && filter < filters ? { filter, channel } : null,
      of: ({ filter, channel }) => ({ row: channel, column: filter }),
    };
  }
  const count = flat ? channels : filters;
  const columns = Math.min(count, Math.ceil(Math.sqrt(2 * count)));
  return {
    rows: Math.ceil(count / columns),
    columns,
    at: (row, column) => {
      const which = row * columns + column;
      if (column < 0 || column >= columns || which < 0 || which >= count) return null;
      return flat ? { filter: chosen.filter, channel: which } : { filter: which, channel: 0 };
    },
    of: ({ filter, channel }) => {
      const which = flat ? channel : filter;
      return { row: Math.floor(which / columns), column: which % columns };
    },
  };
};
