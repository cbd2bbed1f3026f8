import { useRevealed } from '../../../state/revealed.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { unitAt } from '../../../experiment/cells.ts';
import { CellMap } from './CellMap.tsx';
import { fullOf, notYetColour, rampInto } from './colours.ts';
import { cropRound, useStill } from './crop.ts';
import css from './pictures.module.css';
import { colourAt } from '../../network/pictures/paint.ts';
import { sidesOf, type Standing } from './place.ts';
import { type Place, type Span, spanOf } from './under.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** Side in px, about. */
export const SIDE = 100;

interface OwnMapProps {
  readonly seen: LayerSeen;
  readonly standing: Standing;
  readonly region: Span;
  /** Windows of the layer after it, and the one that this cell lies in. */
  readonly ruled?: readonly Span[];
  readonly window?: Span | null;
}

/** Part of the map that comes out, to pick from. */
export const OwnMap = ({ seen, standing, region, ruled = [], window = null }: OwnMapProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const { shaped, layers, layer, outputs } = seen;
  const { cell } = standing;
  const ramp = rampInto(layers, layer + 1);
  const full = fullOf(outputs);
  const notYet = useNotYet(layer, cell.map, sidesOf(shaped)[1]);
  const cells = Math.max(region.bottom - region.top, region.right - region.left) + 1;
  return (
    <CellMap
      label={say(words.outputMap, { row: cell.row, column: cell.column })}
      region={region}
      cell={Math.max(2, Math.floor(SIDE / cells))}
      colourOf={(place) =>
        notYet(place)
          ? notYetColour[theme]
          : colourAt(
              ramp,
              theme,
              (outputs[unitAt({ ...place, map: cell.map }, shaped.outputShape)] ?? 0) / full,
            )
      }
      frames={[
        ...ruled.map((span) => ({ span, kind: 'ruled' }) as const),
        ...(window ? [{ span: window, kind: 'now' } as const] : []),
        { span: spanOf(cell), kind: window ? 'point' : 'now' },
      ]}
      onPoint={standing.point}
      onPick={standing.go}
      onStep={standing.step}
    />
  );
};

/** Which cells of a map of so many columns the window has not come to yet, while it walks over it. */
const useNotYet = (layer: number, map: number, columns: number): ((place: Place) => boolean) => {
  const revealed = useRevealed();
  if (revealed?.kind !== 'forward' || revealed.layer !== layer) return () => false;
  const { shown, cells } = revealed;
  return ({ row, column }) =>
    map >= shown || (map === shown - 1 && cells !== null && row * columns + column >= cells);
};

/** The map that comes out, or the part of it round this place, with its row and column. */
export const OwnFigure = ({ seen, standing }: Pick<OwnMapProps, 'seen' | 'standing'>) => {
  const say = useSay();
  const [rows, columns] = sidesOf(seen.shaped);
  const { cell, pointed } = standing;
  const whole = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  const region = useStill(cell, pointed, (before) => cropRound(before, spanOf(cell), whole));
  return (
    <figure>
      <figcaption>{say(words.map)}</figcaption>
      <OwnMap seen={seen} standing={standing} region={region} />
      <p className={css.quiet}>{say(words.rowColumn, { row: cell.row, column: cell.column })}</p>
    </figure>
  );
};
