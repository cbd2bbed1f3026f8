import { useRef, useState } from 'react';
import { lookInto, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useBox } from '../../../ui/charts/useBox.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { fixed } from '../../../ui/format.ts';
import { useMedia } from '../../../ui/useMedia.ts';
import { cellOf, unitAt } from '../../../experiment/cells.ts';
import { CellMap } from './CellMap.tsx';
import { fullOf, rampInto } from './colours.ts';
import { colourAt } from '../../network/pictures/paint.ts';
import { Flight } from './Flight.tsx';
import { MapThumb } from './MapThumb.tsx';
import { Numbers } from './Numbers.tsx';
import flat from './Flatten.module.css';
import css from './pictures.module.css';
import { useStanding } from './place.ts';
import { Receptive } from './Receptive.tsx';
import { spanOf } from './under.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** Side of the map that is shown large, of the others, and height of the list, in px. */
const SIDE = 84;
const THUMB = 28;
const HIGH = 16;
/** Places before and after this one that are read. */
const READ = 3;

interface FlattenViewProps {
  readonly seen: LayerSeen;
  readonly selected: number;
}

/** Flatten: where a cell of the maps lies in the list, and back. */
export const FlattenView = ({ seen, selected }: FlattenViewProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const digits = useView((view) => view.digits);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const { shaped, layers, layer, input, outputs } = seen;
  const { inputShape } = shaped;
  const standing = useStanding(shaped, selected);
  const { unit: place } = standing;
  const [rows = 1, columns = 1, maps = 1] = inputShape;
  const cell = cellOf(place, inputShape);
  const ramp = rampInto(layers, layer);
  const full = fullOf(input, ramp);
  const colour = (value: number) => colourAt(ramp, theme, value / full);
  const [list, { width }] = useBox<HTMLDivElement>({ width: 640, height: HIGH });
  const stage = useRef<HTMLDivElement>(null);
  const [flights, setFlights] = useState(0);
  const [flying, setFlying] = useState(!still);
  const go = (next: number): void => {
    if (next >= 0 && next < shaped.units) lookInto({ kind: 'unit', layer, unit: next });
  };
  const pointAt = (unit: number | null): void =>
    standing.point(unit === null ? null : { row: unit, column: 0 });
  const near = Array.from({ length: 2 * READ + 1 }, (_, at) => place - READ + at).filter(
    (at) => at >= 0 && at < shaped.units,
  );
  const frame = { span: spanOf(cell), kind: 'now' } as const;
  return (
    <div className={flat.flatten} ref={stage}>
      <div className={css.row}>
        <figure>
          <figcaption>{say(words.mapIn, { n: cell.map + 1, of: maps })}</figcaption>
          <CellMap
            label={say(words.inputMap, { row: cell.row, column: cell.column })}
            region={{ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }}
            cell={Math.max(2, Math.floor(SIDE / Math.max(rows, columns)))}
            colourOf={({ row, column }) =>
              colour(input[unitAt({ row, column, map: cell.map }, inputShape)] ?? 0)
            }
            frames={[frame]}
            onPoint={(at) => pointAt(at && unitAt({ ...at, map: cell.map }, inputShape))}
            onPick={(at) => go(unitAt({ ...at, map: cell.map }, inputShape))}
            onStep={(down, across) => {
              const next = { row: cell.row + down, column: cell.column + across, map: cell.map };
              const inside = next.row >= 0 && next.row < rows && next.column >= 0 && next.column < columns;
              if (inside) go(unitAt(next, inputShape));
            }}
          />
        </figure>
        {maps > 1 && (
          <Segmented
            label={say(words.channels)}
            className={css.channels ?? ''}
            options={Array.from({ length: maps }, (_, map) => ({
              value: map,
              words: String(map),
              mark: (
                <MapThumb
                  label={say(words.mapIn, { n: map + 1, of: maps })}
                  values={input}
                  rows={rows}
                  columns={columns}
                  maps={maps}
                  map={map}
                  ramp={ramp}
                  full={full}
                  side={THUMB}
                  frames={map === cell.map ? [frame] : []}
                />
              ),
            }))}
            value={cell.map}
            onChange={(map) => go(unitAt({ ...cell, map }, inputShape))}
          />
        )}
        <div className={flat.flat}>
          <p>{say(words.placeIs, { place, of: shaped.units })}</p>
          <p className={css.formula}>{say(words.flattened, { columns, maps })}</p>
          <p className={css.formula}>
            = ({cell.row} × {columns} + {cell.column}) × {maps} + {cell.map} = <b>{place}</b>
          </p>
          <p className={css.quiet}>
            {say(words.cellIs, {
              map: cell.map,
              row: cell.row,
              column: cell.column,
              value: fixed(outputs[place] ?? Number.NaN, digits),
            })}{' '}
            {maps > 1 && say(words.channelFromZero, { n: cell.map + 1, map: cell.map })}
          </p>
        </div>
      </div>
      <div ref={list} className={classes(flying && flat.flying)}>
        <CellMap
          label={say(words.vector, { place })}
          region={{ top: 0, left: 0, bottom: 0, right: shaped.units - 1 }}
          cell={width / shaped.units}
          high={HIGH}
          colourOf={({ column }) => colour(outputs[column] ?? 0)}
          frames={[{ span: { top: 0, bottom: 0, left: place, right: place }, kind: 'now' }]}
          onPoint={(at) => pointAt(at && at.column)}
          onPick={(at) => go(at.column)}
          onStep={(down, across) => go(place + across + down * maps)}
        />
      </div>
      <div className={css.row}>
        <figure>
          <figcaption>{say(words.aroundHere)}</figcaption>
          <Numbers
            label={say(words.aroundHere)}
            wide={near.length}
            cells={near.map((at) => ({ value: outputs[at] ?? Number.NaN }))}
            ramp={ramp}
            full={full}
            digits={digits}
            height={24}
            pointed={null}
            onPoint={() => undefined}
            marked={near.indexOf(place)}
            read
          />
        </figure>
        <Receptive seen={seen} unit={place} />
        {!still && (
          <Button
            onClick={() => {
              setFlying(true);
              setFlights(flights + 1);
            }}
          >
            {say(words.fly)}
          </Button>
        )}
      </div>
      {flying && (
        <Flight
          key={flights}
          stage={stage}
          list={list}
          shape={inputShape}
          colourOf={(unit) => colour(outputs[unit] ?? 0)}
          onEnd={() => setFlying(false)}
        />
      )}
    </div>
  );
};
