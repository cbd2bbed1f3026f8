import type { Window } from '../../../engine/window.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { useFrame } from '../../../state/run.ts';
import { look, lookInto, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { APART, fixed } from '../../../ui/format.ts';
import { unitAt } from '../../../experiment/cells.ts';
import { CellMap } from './CellMap.tsx';
import { fullOf, notYetColour, rampInto } from './colours.ts';
import { colourAt } from '../../network/pictures/paint.ts';
import { useStill } from './crop.ts';
import { OwnMap, SIDE } from './OwnMap.tsx';
import css from './pictures.module.css';
import type { Standing } from './place.ts';
import { pooledUnder } from './pooled.ts';
import { type Place, placesIn, type Span, spanOf, spanUnder, stopNear } from './under.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** So many numbers are named one by one. */
const MOST_NAMED = 9;
/** So many pooled cells are shown along a side. */
const SHOWN = 3;

interface AfterPoolProps {
  readonly seen: LayerSeen;
  readonly standing: Standing;
  readonly next: ShapedLayer;
  readonly window: Window;
}

/** A pooling that follows: its windows ruled over the map, and what it makes of the one that this cell lies in. */
export const AfterPool = ({ seen, standing, next, window }: AfterPoolProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const digits = useView((view) => view.digits);
  const { layers, layer, shaped, outputs, following } = seen;
  const { cell } = standing;
  const { type } = next.spec;
  const max = type === 'MaxPooling2D';
  const phase = useFrame()?.phase?.phase;
  const late = phase?.kind === 'forward' && (phase.layer ?? 0) <= layer;
  const stop = stopNear(window, cell);
  const under = pooledUnder(window, outputs, shaped.outputShape[2] ?? 1, stop, cell.map);
  const covered = under.some(({ place }) => place.row === cell.row && place.column === cell.column);
  const pooled = useStill(stop, standing.pointed, () => around(stop, window));
  const places = placesIn(pooled);
  const unitOf = (place: Place): number => unitAt({ ...place, map: cell.map }, next.outputShape);
  const valueAt = (place: Place): number => following?.[unitOf(place)] ?? Number.NaN;
  const ramp = rampInto(layers, layer + 2);
  const full = fullOf(outputs);
  const listed = under.length <= MOST_NAMED && under.map(({ value }) => fixed(value, digits)).join(APART);
  return (
    <figure>
      <figcaption>
        {say(max ? words.maxKeeps : words.meanKeeps, { type, pool: `${window.tall}×${window.wide}` })}
      </figcaption>
      <div className={css.into}>
        <OwnMap
          seen={seen}
          standing={standing}
          region={regionUnder(window, pooled, cell)}
          ruled={places.map((place) => spanUnder(window, place))}
          window={covered ? spanUnder(window, stop) : null}
        />
        <span className={css.sign} aria-hidden="true">
          →
        </span>
        <CellMap
          label={say(words.lookAfter)}
          region={pooled}
          cell={Math.floor(SIDE / SHOWN)}
          colourOf={(place) => (late ? notYetColour[theme] : colourAt(ramp, theme, valueAt(place) / full))}
          frames={[
            ...places.map((place) => ({ span: spanOf(place), kind: 'ruled' }) as const),
            ...(covered ? [{ span: spanOf(stop), kind: 'now' } as const] : []),
          ]}
          onPoint={(place) =>
            look({ hovered: place && { kind: 'unit', layer: layer + 1, unit: unitOf(place) } })
          }
          onPick={(place) => lookInto({ kind: 'unit', layer: layer + 1, unit: unitOf(place) })}
        />
      </div>
      {late ? (
        <p className={css.quiet}>
          {type}: {say(words.notYet)}
        </p>
      ) : covered ? (
        <div className={css.formula}>
          {listed && <p>{`${max ? 'max' : 'mean'}(${listed})`}</p>}
          <p>
            = <b>{fixed(valueAt(stop), digits)}</b>{' '}
            <span className={css.quiet}>{say(words.rowColumn, { row: stop.row, column: stop.column })}</span>
          </p>
        </div>
      ) : (
        <p className={css.quiet}>{say(words.leftOut, { type })}</p>
      )}
    </figure>
  );
};

/** A pooled cell with those beside it. */
const around = ({ row, column }: Place, { outHeight, outWidth }: Window): Span => {
  const from = (at: number, count: number): number => Math.max(0, Math.min(at - 1, count - SHOWN));
  const [top, left] = [from(row, outHeight), from(column, outWidth)];
  return {
    top,
    left,
    bottom: Math.min(outHeight, top + SHOWN) - 1,
    right: Math.min(outWidth, left + SHOWN) - 1,
  };
};

/** All of the map that lies under the windows of these pooled cells, and the cell itself. */
const regionUnder = (window: Window, pooled: Span, cell: Place): Span => {
  const first = spanUnder(window, { row: pooled.top, column: pooled.left });
  const last = spanUnder(window, { row: pooled.bottom, column: pooled.right });
  return {
    top: Math.max(0, Math.min(first.top, cell.row)),
    left: Math.max(0, Math.min(first.left, cell.column)),
    bottom: Math.min(window.height - 1, Math.max(last.bottom, cell.row)),
    right: Math.min(window.width - 1, Math.max(last.right, cell.column)),
  };
};
