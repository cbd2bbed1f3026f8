import type { KeyboardEvent } from 'react';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { look, lookAway, lookInto, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { type Cell, cellOf, strongest, unitAt } from '../../../experiment/cells.ts';
import type { MapColumn } from './layout.ts';
import { MapCanvas } from './MapCanvas.tsx';
import css from './MapNetwork.module.css';
import type { Ramp } from './paint.ts';

const MAP = { en: '{type}, map {n} of {count}', ko: '{type}, 특징맵 {count}개 중 {n}번' };
const LIST = { en: '{type}, {count} numbers', ko: '{type}, 값 {count}개' };
const FROZEN = { en: 'frozen', ko: '고정' };

interface MapsProps {
  readonly layer: ShapedLayer;
  readonly column: MapColumn;
  readonly outputs: Float32Array | null;
  readonly ramp: Ramp;
  /** The layer's phase has just been done. */
  readonly now: boolean;
  /** The map at which Tab stops, if it is one of these. */
  readonly stop: number | null;
  readonly onWalk: (event: KeyboardEvent<HTMLButtonElement>, layer: number, map: number) => void;
}

/** What one layer makes of the picture: its maps, each a button that looks into it, or its numbers as a strip. */
export const Maps = ({ layer, column, outputs, ramp, now, stop, onWalk }: MapsProps) => {
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
  const name = (map: number) =>
    [
      list
        ? say(LIST, { type: spec.type, count: units })
        : say(MAP, { type: spec.type, n: map + 1, count: maps }),
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
  return (
    <>
      <MapCanvas column={column} rows={rows} columns={columns} values={outputs} ramp={ramp} />
      {spots.map(({ x, y }, map) => (
        <button
          key={map}
          type="button"
          className={classes(
            css.map,
            now && css.now,
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
