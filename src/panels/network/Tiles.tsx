import { type KeyboardEvent, useMemo } from 'react';
import { type DataSet, targetOf } from '../../data/data.ts';
import { isPlainInput } from '../../data/inputs.ts';
import { activations } from '../../engine/activations/index.ts';
import type { ShapedLayer } from '../../experiment/widths.ts';
import { useDataSet, useInputs, useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { usePointedPoint } from '../../state/pinned.ts';
import { useNewest, useNotYet } from '../../state/revealed.ts';
import { useFrame, useShows, useViews } from '../../state/run.ts';
import { rangeOf } from '../../ui/charts/range.ts';
import type { Weights } from '../../worker/frame.ts';
import { inputMaps } from './inputMaps.ts';
import { InputTile } from './InputTile.tsx';
import type { NetworkPlace } from './layout.ts';
import { unitName } from './names.ts';
import { NeuronTile } from './NeuronTile.tsx';
import { useExactGate, useHiddenFrom } from './reading.ts';
import type { Place } from './TileMarks.tsx';
import { partOf, useTourDims } from './tourLight.ts';
import { lineOf } from '../output/lines.ts';

interface TilesProps {
  readonly place: NetworkPlace;
  readonly weights: readonly (Weights | null)[];
  /** The gate that each unit equals, by layer and unit. */
  readonly gates: readonly (readonly (string | null)[])[];
  /** Every tile carries its name. */
  /** The tile at which Tab stops. */
  readonly stop: { readonly layer: number; readonly unit: number };
  /** An arrow key pressed at a tile. */
  readonly onWalk: (event: KeyboardEvent<HTMLButtonElement>, layer: number, unit: number) => void;
}

const POINTS = { kind: 'points' } as const;
const NO_POINTS = null;
/** More maps than this go without their hairline: it costs more to find than to paint the map. */
const MOST_LINES = 20;

/** All tiles of the drawing, each a map over the input plane. */
export const Tiles = ({ place, weights, gates, stop, onWalk }: TilesProps) => {
  const model = useModel();
  const design = useDesign();
  const data = useDataSet();
  const inputs = useInputs();
  const exact = useExactGate();
  const frame = useFrame();
  const { tiles, points } = useViews();
  const sides = place.columns.map((column) => column.tile);
  const side = Math.max(...sides.slice(1));
  useShows({ kind: 'tiles', size: side });
  const rectified = model.some(isRectified);
  useShows(exact || rectified ? POINTS : NO_POINTS);
  const dims = useTourDims();
  const hiddenFrom = useHiddenFrom();
  const notYet = useNotYet();
  const newest = useNewest();

  const point = usePointedPoint();
  const row = point === null ? -1 : data.ids.indexOf(point);
  const pointed = useMemo(() => (row >= 0 ? placeOf(data, row) : null), [data, row]);
  const dots = useMemo(
    () => (exact ? Array.from({ length: data.rows }, (_, index) => placeOf(data, index)) : []),
    [data, exact],
  );
  const units = model.map((layer) => layer.units);
  const total = units.reduce((sum, count) => sum + count, 0);
  const under = frame?.phase?.phase;
  // The loss is found at the output.
  const phase = under?.kind === 'loss' ? model.length - 1 : under?.layer;
  const maps = useMemo(() => inputMaps(design.data, inputs, data.region), [design.data, inputs, data.region]);
  const target = targetOf(design.data);
  const [first, ...columns] = place.columns;
  return (
    <>
      {first?.tiles.map(({ x, y }, input) => {
        const seen = maps[input];
        const name = inputs.names[input];
        return (
          seen &&
          name !== undefined && (
            <InputTile
              key={name}
              name={name}
              x={x}
              y={y}
              size={first.tile}
              map={seen.map}
              range={seen.range}
              dots={dots}
              pointed={pointed}
              dim={dims('inputs')}
            />
          )
        );
      })}
      {columns.map((column, layer) => {
        const own = model[layer];
        const seen = tiles?.[layer]?.length === own?.units ? tiles?.[layer] : undefined;
        if (!own) return null;
        const { activation, spec } = own;
        const outputs = points?.outputs[layer];
        // The line of a first neuron is straight on the plane while the plane is what it gets.
        const plain = layer === 0 && activation !== 'softmax' && isPlainInput(design.data);
        const answers = layer === columns.length - 1 && target.kind === 'number';
        const range = answers
          ? { middle: (target.low + target.high) / 2, low: target.low, high: target.high }
          : rangeOf(activations[activation].range, seen ?? []);
        return column.tiles.map(({ x, y }, unit) => (
          <NeuronTile
            key={`${own.id} ${unit}`}
            layer={layer}
            layers={model.length}
            unit={unit}
            name={unitName(layer, unit, units)}
            kind={'activation' in spec ? activation : spec.type}
            neuron={spec.type === 'Dense'}
            frozen={spec.trainable === false && own.parameters > 0}
            x={x}
            y={y}
            size={column.tile}
            map={seen?.[unit] ?? null}
            hidden={layer >= hiddenFrom}
            notYet={notYet(layer, unit)}
            range={range}
            region={data.region}
            bias={weights[layer]?.bias[unit] ?? null}
            gate={gates[layer]?.[unit] ?? null}
            dots={dots}
            pointed={pointed}
            line={!column.grid && total <= MOST_LINES}
            straight={plain && weights[0] ? lineOf(weights[0], unit, 0) : null}
            dead={isRectified(own) && silent(outputs, unit, own.units, data.rows)}
            dim={dims(partOf(layer, unit))}
            naming={column.grid ? null : place.roomy ? 'above' : 'beside'}
            now={phase === layer && (newest === null || newest === unit)}
            stop={stop.layer === layer && stop.unit === unit}
            onKeyDown={(event) => onWalk(event, layer, unit)}
          />
        ));
      })}
    </>
  );
};

/** Can its neurons die? */
const isRectified = ({ spec, activation }: ShapedLayer): boolean =>
  spec.type === 'Dense' && activation === 'relu';

/** Is a unit's output 0 at every row? `outputs` is rows × units; of another length it belongs to another model or data. */
const silent = (outputs: Float32Array | undefined, unit: number, units: number, rows: number): boolean =>
  outputs?.length === rows * units && outputs.every((value, at) => at % units !== unit || value === 0);

const placeOf = ({ places }: DataSet, row: number): Place => [places[2 * row] ?? 0, places[2 * row + 1] ?? 0];
