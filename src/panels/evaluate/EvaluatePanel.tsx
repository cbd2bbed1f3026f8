import { sets } from '../../data/sets/index.ts';
import { rowWords } from '../../data/rowWords.ts';
import { useDataSet, usePictures, useTrainingRows } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame, useShows } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Column } from '../../ui/controls/Column.tsx';
import { count } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { Probe } from '../../worker/frame.ts';
import { CompareDoor } from '../comparison/CompareDoor.tsx';
import { Accuracy } from './Accuracy.tsx';
import { MetricValues } from './MetricValues.tsx';
import { Predict } from './Predict.tsx';
import { TypicalError } from './TypicalError.tsx';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

const PROBE: Probe = { kind: 'evaluation' };
const DrawYourOwn = later(async () => (await import('./pictures/DrawYourOwn.tsx')).DrawYourOwn);

/** The left column of stage 4: how good the network is on the points it has not learned from, and what it says to a new one. */
export const EvaluatePanel = () => {
  const say = useSay();
  const { rows, target } = useDataSet();
  const { data } = useDesign();
  const train = useTrainingRows();
  const { picture } = sets[data.set];
  const hidden = useView((view) => view.predictionsHidden);
  const pictures = usePictures() !== null;
  useShows(PROBE);
  const counts = { train: count(train), validation: count(rows - train), rows: say(rowWords(data, train)) };
  const hint = say(rows > train ? words.parted : rows === 1 ? words.oneTrain : words.allTrain, counts);
  return (
    <Column title={say(words.evaluate)} hint={hint}>
      {hidden ? (
        <p className={styles.hint}>{say(words.hidden)}</p>
      ) : (
        <>
          {target.kind === 'classes' ? <Accuracy /> : <TypicalError target={target} />}
          {pictures && <Late />}
          <MetricValues />
          {pictures && <CompareDoor />}
          {picture ? <DrawYourOwn set={picture} /> : <Predict />}
        </>
      )}
    </Column>
  );
};

/** Says that a large network that trains is not held up to count all pictures. */
const Late = () => {
  const say = useSay();
  const late = useFrame()?.reading.evaluated !== undefined;
  return late && <p className={styles.hint}>{say(words.late)}</p>;
};
