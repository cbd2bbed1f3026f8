import { useDataSet, useTrainingRows } from '../../state/data.ts';
import { useShows } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Column } from '../../ui/controls/Column.tsx';
import type { Probe } from '../../worker/frame.ts';
import { Accuracy } from './Accuracy.tsx';
import { MetricValues } from './MetricValues.tsx';
import { Predict } from './Predict.tsx';
import { TypicalError } from './TypicalError.tsx';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

const PROBE: Probe = { kind: 'evaluation' };

/** The left column of stage 4: how good the network is on the points it has not learned from, and what it says to a new one. */
export const EvaluatePanel = () => {
  const say = useSay();
  const { rows, target } = useDataSet();
  const train = useTrainingRows();
  const hidden = useView((view) => view.predictionsHidden);
  useShows(PROBE);
  const counts = { train, validation: rows - train };
  const hint = say(rows > train ? words.parted : rows === 1 ? words.oneTrain : words.allTrain, counts);
  return (
    <Column title={say(words.evaluate)} hint={hint}>
      {hidden ? (
        <p className={styles.hint}>{say(words.hidden)}</p>
      ) : (
        <>
          {target.kind === 'classes' ? <Accuracy /> : <TypicalError target={target} />}
          <MetricValues />
          <Predict />
        </>
      )}
    </Column>
  );
};
