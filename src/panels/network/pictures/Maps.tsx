import { useLayoutEffect, useRef } from 'react';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import type { MapColumn } from './layout.ts';
import { KernelMoves } from './KernelMoves.tsx';
import { MapButtons, type WalkMaps } from './MapButtons.tsx';
import { MapCanvas, type Part } from './MapCanvas.tsx';
import type { Ramp } from './paint.ts';
import type { Motion } from '../motion.ts';
import type { Weights } from '../../../worker/frame.ts';

/** A few slopes are far larger than all others, which would be seen as nothing beside them. */
const NOT_STEEPEST = 0.97;
const ALL: Part = { shown: Number.POSITIVE_INFINITY, cells: null };

interface MapsProps {
  readonly layer: ShapedLayer;
  readonly column: MapColumn;
  readonly outputs: Float32Array | null;
  readonly ramp: Ramp;
  /** What the error asks of each number, once it has come back so far; it takes the place of the numbers. */
  readonly slopes: Float32Array | null;
  /** How much of them the phase under way has come to; null: it is not this layer's, or it is shown whole. */
  readonly part: Part | null;
  /** The layer's phase has just been done. */
  readonly now: boolean;
  /** Its phase, or the update, is the news; and the weights after it. */
  readonly motion: Motion | null;
  readonly weights: Weights | null;
  /** The map at which Tab stops, if it is one of these. */
  readonly stop: number | null;
  readonly onWalk: WalkMaps;
}

/** What one layer makes of the picture: its maps, each a button that looks into it, or its numbers as a strip. */
export const Maps = (props: MapsProps) => {
  const { layer, column, outputs, ramp, slopes, part, now, motion, weights, stop, onWalk } = props;
  const { index, outputShape, spec, units } = layer;
  const list = outputShape.length === 1;
  const [rows, columns] = list ? [units, 1] : [outputShape[0] ?? 1, outputShape[1] ?? 1];
  const back = slopes !== null;
  // Buttons ask for the newest numbers when one is pressed: they need not be made anew with every frame.
  const newest = useRef(outputs);
  useLayoutEffect(() => {
    newest.current = outputs;
  }, [outputs]);
  const drawn = { column, rows, columns };
  const before = motion?.phase.kind === 'update' && !list ? motion.before[index] : undefined;
  const made = motion?.phase.kind === 'forward' && part === null ? motion : null;
  const found = motion?.phase.kind === 'backward' && part === null ? motion : null;
  return (
    <>
      {before && weights && spec.type === 'Conv2D' && motion ? (
        <KernelMoves
          key={motion.key}
          layer={layer}
          column={column}
          before={before}
          after={weights}
          motion={motion}
        />
      ) : (
        <MapCanvas {...drawn} values={outputs} ramp={ramp} part={(!back && part) || ALL} motion={made} />
      )}
      {slopes && (
        <MapCanvas
          {...drawn}
          values={slopes}
          ramp="signs"
          part={part ?? ALL}
          below={NOT_STEEPEST}
          motion={found}
        />
      )}
      <MapButtons
        layer={layer}
        column={column}
        newest={newest}
        back={back}
        part={part}
        now={now}
        stop={stop}
        onWalk={onWalk}
      />
    </>
  );
};
