import { CORNERS } from '../../data/sets/gate.ts';
import { generatedPoints } from '../../data/data.ts';
import { gateName } from '../../data/gates.ts';
import { toggleAnswer } from '../../experiment/moves.ts';
import { useDataSet, useModel } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classLook } from '../../ui/colors.ts';
import type { Probe } from '../../worker/frame.ts';
import { answered } from '../evaluate/prediction.ts';
import { words } from './words.ts';
import styles from './TruthTable.module.css';

const PROBE: Probe = { kind: 'points' };

/** The truth table of a gate with noise: a cluster of points a row, and how many of them are right. */
export const ClusterTable = () => {
  const say = useSay();
  const design = useDesign();
  const data = useDataSet();
  const model = useModel();
  const { points } = useViews();
  const hidden = useView((view) => view.predictionsHidden);
  useShows(PROBE);
  const name = say(gateName(design.data.answers));
  const rows = answered(data, data.rows, points?.outputs[model.length - 1], model.at(-1)?.units ?? 1);
  // Point i was scattered around corner i mod 4; added points belong to none.
  const generated = generatedPoints(design.data);
  const toggle = (corner: number) => edit((now) => toggleAnswer(now, corner), { deed: { kind: 'cell' } });
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{say(words.tableOf, { gate: name })}</caption>
      <thead>
        <tr>
          <th scope="col">x₁</th>
          <th scope="col">x₂</th>
          <th scope="col">{say(words.answer)} y</th>
          <th scope="col">{say(words.clusterRight)}</th>
        </tr>
      </thead>
      <tbody>
        {CORNERS.map(([x1, x2], corner) => {
          const answer = design.data.answers[corner] ?? 0;
          const cluster = rows?.filter(({ id }) => id < generated && id % 4 === corner);
          const k = cluster?.filter((row) => row.right).length;
          return (
            <tr key={`${x1} ${x2}`}>
              <td>{x1}</td>
              <td>{x2}</td>
              <td className={styles.cell}>
                <button
                  type="button"
                  className={styles.answer}
                  style={{ color: classLook(answer).ink }}
                  aria-label={say(words.change, { x1, x2, answer, other: 1 - answer })}
                  onClick={() => toggle(corner)}
                >
                  {answer}
                </button>
              </td>
              <td className={styles.verdict}>
                {hidden ? '?' : cluster ? say(words.of, { k: k ?? 0, n: cluster.length }) : '–'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
