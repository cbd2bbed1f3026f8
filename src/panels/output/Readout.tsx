import { sets } from '../../data/sets/index.ts';
import { useDataSet } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { valueAt } from '../../ui/charts/valueAt.ts';
import type { Point } from '../../ui/charts/scale.ts';
import { fixed } from '../../ui/format.ts';
import { useClassNames } from '../evaluate/classNames.ts';
import { digitsOf } from '../evaluate/digits.ts';
import css from './OutputPanel.module.css';
import type { Row } from './rows.ts';
import { usePointed, useRows } from './usePoints.ts';
import type { Shown } from './useShown.ts';
import { words } from './words.ts';

/** The row whose error is to be read: the one pointed at, else, while nothing points at the plane, the one pinned. */
export const usePointedRow = (place: Point | null): Row | null => {
  const { target } = useDataSet();
  const rows = useRows();
  const { pinned, hovered } = usePointed();
  const id = hovered ?? (place ? null : pinned);
  if (target.kind === 'classes' || id === null) return null;
  return rows.find((row) => row.id === id && row.shown !== null) ?? null;
};

/** Decimals of a coordinate, from the width of what is drawn. */
const decimals = (low: number, high: number): number => (high - low >= 20 ? 1 : 2);

/** The place pointed at, and what the plane says there: the value, or the winning class and how sure it is. */
export const Readout = ({ shown: { maps, name, unit }, place }: { shown: Shown; place: Point }) => {
  const say = useSay();
  const nameOf = useClassNames();
  const { target, region } = useDataSet();
  const { width } = sets[useDesign().data.set];
  const values = maps.map((map) => valueAt(map, place) ?? Number.NaN);
  const most = Math.max(...values);
  const winner = values.indexOf(most);
  const digits = target.kind === 'number' && unit === null ? digitsOf(target) : 2;
  const named =
    target.kind === 'classes' && target.names ? nameOf(winner) : say(words.classNamed, { class: winner });
  const said =
    values.length > 1 ? `${named}, ${fixed(most, 2)}` : `${name} ${fixed(values[0] ?? Number.NaN, digits)}`;
  const [left, right, bottom, top] = region;
  const across = fixed(place[0], decimals(left, right));
  return (
    <p className={css.readout}>
      <span>
        {width === 1 ? `x ${across}` : `x₁ ${across}, x₂ ${fixed(place[1], decimals(bottom, top))}`} →
      </span>{' '}
      <strong>{said}</strong>
    </p>
  );
};
