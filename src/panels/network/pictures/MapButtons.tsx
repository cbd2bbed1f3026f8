import { type KeyboardEvent, memo, type RefObject } from 'react';
import { type Cell, cellOf, strongest, unitAt } from '../../../experiment/cells.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { look, lookAway, lookInto, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import type { MapColumn } from './layout.ts';
import type { Part } from './MapCanvas.tsx';
import css from './MapNetwork.module.css';

const MAP = { en: '{type}, map {n} of {count}', ko: '{type}, 특징맵 {count}개 중 {n}번' };
const LIST = { en: '{type}, {count} numbers', ko: '{type}, 값 {count}개' };
const FROZEN = { en: 'frozen', ko: '고정' };
const SLOPES = { en: 'slopes', ko: '기울기' };
const NOT_YET = { en: 'not yet', ko: '아직 없음' };

/** An arrow key was pressed on a map. */
export type WalkMaps = (event: KeyboardEvent<HTMLButtonElement>, layer: number, map: number) => void;

interface MapButtonsProps {
  readonly layer: ShapedLayer;
  readonly column: MapColumn;
  /** What the layer has made, when a button is pressed. */
  readonly newest: RefObject<Float32Array | null>;
  /** The maps show slopes. */
  readonly back: boolean;
  readonly part: Part | null;
  readonly now: boolean;
  readonly stop: number | null;
  readonly onWalk: WalkMaps;
}

/** Over each map of a layer, or over its list, a button that looks into it. */
export const MapButtons = memo((props: MapButtonsProps) => {
  const { layer, column, newest, back, part, now, stop, onWalk } = props;
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
  const size = list
    ? { width: column.box.width, height: column.box.height }
    : { width: column.tile, height: column.tile };
  const frozen = spec.trainable === false && layer.parameters > 0;
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
      : strongest(newest.current, map, [rows, columns, maps]);
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
  return (
    <>
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
});

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
