import type { KeyboardEvent } from 'react';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { look, lookAway, lookInto, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { type Cell, cellOf, strongest, unitAt } from '../../../experiment/cells.ts';
import type { MapColumn } from './layout.ts';
import { KernelMoves } from './KernelMoves.tsx';
import { MapCanvas, type Part } from './MapCanvas.tsx';
import css from './MapNetwork.module.css';
import type { Ramp } from './paint.ts';
import type { Motion } from '../motion.ts';
import type { Weights } from '../../../worker/frame.ts';

const MAP = { en: '{type}, map {n} of {count}', ko: '{type}, 특징맵 {count}개 중 {n}번' };
const LIST = { en: '{type}, {count} numbers', ko: '{type}, 값 {count}개' };
const FROZEN = { en: 'frozen', ko: '고정' };
const SLOPES = { en: 'slopes', ko: '기울기' };
const NOT_YET = { en: 'not yet', ko: '아직 없음' };
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
  readonly onWalk: (event: KeyboardEvent<HTMLButtonElement>, layer: number, map: number) => void;
}

/** What one layer makes of the picture: its maps, each a button that looks into it, or its numbers as a strip. */
export const Maps = (props: MapsProps) => {
  const { layer, column, outputs, ramp, slopes, part, now, motion, weights, stop, onWalk } = props;
  const say = useSay();
  const { index, outputShape, spec, units } = layer;
  const list = outputShape.length === 1;
  const [rows = 1, columns = 1, maps = 1] = list ? [units, 1, 1] : outputShape;
  const selected = useView((view) => view.selected);
  const hovered = useView((view) => view.hovered);
  const chosen = selected?.kind === 'unit' && selected.layer === index ? selected.unit : null;
  const pointed = hovered?.kind === 'unit' && hovered.layer === index ? hovered.unit : null;
  const cell = chosen === null || list ? null : cellOf(chosen, outputShape);
  const spots = list ? [column.box] : column.spots;
  const size = list ? column.box : { width: column.tile, height: column.tile };
  const frozen = spec.trainable === false && layer.parameters > 0;
  const back = slopes !== null;
  /** Is a map, or the list, there yet; and does it show slopes? */
  const comes = (map: number): boolean => part === null || list || map < part.shown;
  const name = (map: number) =>
    [
      list
        ? say(LIST, { type: spec.type, count: units })
        : say(MAP, { type: spec.type, n: map + 1, count: maps }),
      back && comes(map) && say(SLOPES),
      !back && !comes(map) && say(NOT_YET),
      frozen && say(FROZEN),
    ]
      .filter(Boolean)
      .join(', ');
  const press = (map: number) => {
    if (cell?.map === map || (list && chosen !== null)) return lookAway();
    // Another map of the layer is looked into at the same place.
    const unit = cell
      ? unitAt({ ...cell, map }, outputShape)
      : strongest(outputs, map, [rows, columns, maps]);
    lookInto({ kind: 'unit', layer: index, unit });
    // What was pointed at on the way there is another place of it.
    look({ hovered: { kind: 'unit', layer: index, unit } });
  };
  const point = (map: number) => {
    const own = {
      kind: 'unit',
      layer: index,
      unit: chosen !== null && (list || cell?.map === map) ? chosen : map,
    } as const;
    look({ hovered: own });
  };
  const leave = (map: number) => {
    const { hovered: there } = useView.getState();
    if (there?.kind !== 'unit' || there.layer !== index) return;
    if (list || there.unit % maps === map) look({ hovered: null });
  };
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
      {spots.map(({ x, y }, map) => (
        <button
          key={map}
          type="button"
          className={classes(
            css.map,
            now && (part === null || list || map === part.shown - 1) && css.now,
            (list ? chosen !== null : cell?.map === map) && css.selected,
            pointed !== null && (list || pointed % maps === map) && css.hovered,
            frozen && css.frozen,
          )}
          style={{ left: x, top: y, ...size }}
          data-neuron={`${index} ${map}`}
          tabIndex={stop === map ? 0 : -1}
          aria-pressed={list ? chosen !== null : cell?.map === map}
          aria-label={name(map)}
          onClick={() => press(map)}
          onPointerEnter={() => point(map)}
          onPointerLeave={() => leave(map)}
          onFocus={() => point(map)}
          onBlur={() => leave(map)}
          onKeyDown={(event) => onWalk(event, index, map)}
        >
          {cell?.map === map && <Mark cell={cell} rows={rows} columns={columns} />}
          {list && chosen !== null && (
            <span className={css.place} style={{ top: `${(100 * chosen) / units}%` }} />
          )}
        </button>
      ))}
    </>
  );
};

interface MarkProps {
  readonly cell: Cell;
  readonly rows: number;
  readonly columns: number;
}

/** The cell of a map that is looked into. */
const Mark = ({ cell, rows, columns }: MarkProps) => (
  <span
    className={css.cell}
    style={{
      left: `${(100 * (cell.column + 0.5)) / columns}%`,
      top: `${(100 * (cell.row + 0.5)) / rows}%`,
      width: `max(7px, ${100 / columns}%)`,
      height: `max(7px, ${100 / rows}%)`,
    }}
  />
);
