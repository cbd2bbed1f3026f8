import { gateName } from '../../data/gates.ts';
import { isExactGate } from '../../data/data.ts';
import { useDataSet, useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame, useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import type { Probe } from '../../worker/frame.ts';
import { answered } from '../evaluate/prediction.ts';
import { unitName } from '../network/names.ts';
import { hiddenColumns, outputGate } from './hiddenColumns.ts';
import { TableRow } from './TableRow.tsx';
import { words } from './words.ts';
import styles from './TruthTable.module.css';

const PROBE: Probe = { kind: 'points' };
/** The most hidden neurons that get a column of their own. */
const MOST_COLUMNS = 2;

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
  const inner = model.length === 2 ? model[0] : undefined;
  const between = points?.outputs[0];
  const columns =
    inner && between && inner.units <= MOST_COLUMNS && between.length === data.rows * inner.units
      ? hiddenColumns(data, between, inner.units)
      : [];
  const made = columns.length === 2 && columns.every((column) => column.gate) && output;
  const units = model.map((layer) => layer.units);
  const name = gateName(spec.answers);
  // Added points follow the gate's own rows; they have no answer to click and are left to the plane.
  const own = [...data.ids].flatMap((id, row) => (id < 4 ? [{ id, row }] : []));
  const added = data.rows - own.length;

  return (
    <div>
      <table className={classes(styles.table, columns.length > 0 && styles.wide)}>
        <caption className="visually-hidden">{say(words.tableOf, { gate: say(name) })}</caption>
        <thead>
          <tr>
            <th scope="col">x₁</th>
            <th scope="col">x₂</th>
            {columns.map((column, unit) => (
              <th key={unitName(0, unit, units)} scope="col" className={styles.between}>
                {unitName(0, unit, units)}
                <br />
                {!hidden && column.gate ? say(column.gate) : '\u00a0'}
              </th>
            ))}
            <th scope="col">
              {say(words.answer)}
              <br />
              {columns.length > 0 ? say(name) : 'y'}
            </th>
            <th scope="col">
              {columns.length > 0 ? 'ŷ' : say(words.predicted)}
              <br />
              {columns.length > 0 ? (!hidden && made && sayGate(made.spec)) || '\u00a0' : 'ŷ'}
            </th>
            <th scope="col">{say(words.verdict)}</th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ id, row }) => (
            <TableRow
              key={id}
              id={id}
              x={[data.inputs[2 * row] ?? 0, data.inputs[2 * row + 1] ?? 0]}
              answer={data.answers[row] ?? 0}
              between={columns.map((column) => column.values[row] ?? Number.NaN)}
              said={rows?.[row] ?? null}
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

  function sayGate(layer: Parameters<typeof outputGate>[0]): string | null {
    const gate = outputGate(layer, frame?.weights[1]);
    return gate && say(gate);
  }
};
