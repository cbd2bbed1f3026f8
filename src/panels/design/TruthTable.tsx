import { gateName } from '../../data/gates.ts';
import { type DataSet, isExactGate } from '../../data/data.ts';
import { isPlainInput } from '../../data/inputs.ts';
import { useDataSet, useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame, useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import type { Probe } from '../../worker/frame.ts';
import { answered } from '../evaluate/prediction.ts';
import { unitGates } from '../network/gates.ts';
import { unitName } from '../network/names.ts';
import { TableRow } from './TableRow.tsx';
import { words } from './words.ts';
import styles from './TruthTable.module.css';

const PROBE: Probe = { kind: 'points' };
/** The most hidden neurons that get a column of their own. */
const MOST_COLUMNS = 2;

/** Keeps the second line of a heading where it has no words. */
const NOTHING = '\u00a0';

/** Does the point of this row, one of the gate's own, still lie at its corner? */
const atCorner = ({ ids, places }: DataSet, row: number): boolean => {
  const id = ids[row] ?? Number.NaN;
  return places[2 * row] === id >> 1 && places[2 * row + 1] === (id & 1);
};

interface HeadProps {
  readonly first: string;
  readonly second: string;
  readonly between?: boolean;
}

/** A heading of two lines. */
const Head = ({ first, second, between = false }: HeadProps) => (
  <th scope="col" className={between ? styles.between : undefined}>
    {first}
    <br />
    {second}
  </th>
);

/** The truth table of a gate without noise: answers to click, predictions, verdicts, and a small hidden layer's outputs. */
export const TruthTable = () => {
  const say = useSay();
  const { data: spec } = useDesign();
  const data = useDataSet();
  const model = useModel();
  const frame = useFrame();
  const { points } = useViews();
  const hidden = useView((view) => view.predictionsHidden);
  useShows(PROBE);
  if (!isExactGate(spec)) return null;

  const output = model.at(-1);
  const rows = answered(data, data.rows, points?.outputs[model.length - 1], output?.units ?? 1);
  // Added points follow the gate's own rows; they have no answer to click and are left to the plane.
  const own = [...data.ids].flatMap((id, row) => (id < 4 ? [{ id, row }] : []));
  const added = data.rows - own.length;
  // Coordinates of points that were moved take the room of the hidden neurons' columns.
  const moved = !own.every(({ row }) => atCorner(data, row));
  const inner = model.length === 2 ? model[0] : undefined;
  const between = points?.outputs[0];
  const columns =
    !moved && inner && between && inner.units <= MOST_COLUMNS && between.length === data.rows * inner.units
      ? Array.from({ length: inner.units }, (_, unit) => unit)
      : [];
  const gates =
    columns.length > 0 && points && !hidden && own.length === 4 && added === 0
      ? unitGates(model, frame?.weights ?? [], points.outputs, isPlainInput(spec))
      : [];
  const units = model.map((layer) => layer.units);
  const name = gateName(spec.answers);
  const tight = moved || columns.length > 0;
  if (own.length === 0) {
    return (
      <p className={styles.added}>{say(added === 1 ? words.onlyOneAdded : words.onlyAdded, { n: added })}</p>
    );
  }

  return (
    <div>
      <table className={classes(styles.table, tight && styles.tight, columns.length > 0 && styles.wide)}>
        <caption className="visually-hidden">{say(words.tableOf, { gate: say(name) })}</caption>
        <thead>
          <tr>
            <th scope="col">x₁</th>
            <th scope="col">x₂</th>
            {columns.map((unit) => (
              <Head
                key={unit}
                first={unitName(0, unit, units)}
                second={gates[0]?.[unit] ?? NOTHING}
                between
              />
            ))}
            {columns.length > 0 && <Head first="ŷ" second={gates[1]?.[0] ?? NOTHING} />}
            <Head first={say(words.answer)} second={columns.length > 0 ? say(name) : 'y'} />
            {columns.length === 0 && <Head first={tight ? NOTHING : say(words.predicted)} second="ŷ" />}
            <th scope="col">
              <span className={tight ? 'visually-hidden' : undefined}>{say(words.verdict)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ id, row }) => (
            <TableRow
              key={id}
              id={id}
              x={[data.places[2 * row] ?? 0, data.places[2 * row + 1] ?? 0]}
              answer={data.answers[row] ?? 0}
              between={columns.map((unit) => between?.[row * columns.length + unit] ?? Number.NaN)}
              said={rows?.[row] ?? null}
              steps={model.every((layer) => layer.activation === 'step')}
              tight={tight}
              hidden={hidden}
            />
          ))}
        </tbody>
      </table>
      {added > 0 && (
        <p className={styles.added}>{say(added === 1 ? words.oneAdded : words.added, { n: added })}</p>
      )}
    </div>
  );
};
