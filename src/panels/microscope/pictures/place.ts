import type { ShapedLayer } from '../../../experiment/widths.ts';
import { look, lookInto, type Pointed, useView } from '../../../state/view.ts';
import { type Cell, cellOf, unitAt } from '../../../experiment/cells.ts';
import type { Place } from './under.ts';

/** Where the Microscope stands in a layer, and how it is moved there. */
export interface Standing {
  readonly unit: number;
  readonly cell: Cell;
  /** Only because it is pointed at. */
  readonly pointed: boolean;
  /** Looks into another cell of the same map; beyond the map its nearest one. */
  readonly go: (place: Place) => void;
  readonly step: (rows: number, columns: number) => void;
  /** Looks there as long as it is pointed at. */
  readonly point: (place: Place | null) => void;
}

/** A list is one column of one map. */
export const sidesOf = ({ outputShape }: ShapedLayer): readonly [rows: number, columns: number] =>
  outputShape.length === 3 ? [outputShape[0] ?? 1, outputShape[1] ?? 1] : [outputShape[0] ?? 1, 1];

const isOf = (hovered: Pointed | null, layer: number): hovered is Extract<Pointed, { kind: 'unit' }> =>
  hovered?.kind === 'unit' && hovered.layer === layer;

/** The unit that is selected, or another one of its map while that is pointed at. */
export const useStanding = (shaped: ShapedLayer, selected: number): Standing => {
  const { index: layer, outputShape } = shaped;
  const own = cellOf(selected, outputShape);
  const hovered = useView((view) => (isOf(view.hovered, layer) ? view.hovered.unit : null));
  const there = hovered === null ? null : cellOf(hovered, outputShape);
  const unit = hovered !== null && there?.map === own.map ? hovered : selected;
  const cell = cellOf(unit, outputShape);
  const [rows, columns] = sidesOf(shaped);
  const unitOf = ({ row, column }: Place): number =>
    unitAt(
      {
        map: own.map,
        row: Math.max(0, Math.min(rows - 1, row)),
        column: Math.max(0, Math.min(columns - 1, column)),
      },
      outputShape,
    );
  const go = (place: Place): void => {
    look({ hovered: null });
    lookInto({ kind: 'unit', layer, unit: unitOf(place) });
  };
  return {
    unit,
    cell,
    pointed: unit !== selected,
    go,
    step: (by, across) => go({ row: cell.row + by, column: cell.column + across }),
    point: (place) => look({ hovered: place && { kind: 'unit', layer, unit: unitOf(place) } }),
  };
};
