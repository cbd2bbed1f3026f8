import { useMemo, useState } from 'react';
import { useDataSet, useModel, useTrainingRows } from '../../state/data.ts';
import { useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import type { Probe } from '../../worker/frame.ts';
import { ConfusionMatrix } from './ConfusionMatrix.tsx';
import { confusion } from './confusion.ts';
import { Mistakes } from './Mistakes.tsx';
import { PerClass } from './PerClass.tsx';
import { answered } from './prediction.ts';
import { words } from './words.ts';
import styles from './EvaluateDetail.module.css';

const PROBE: Probe = { kind: 'points' };
const SETS = ['train', 'validation'] as const;

/** The row below Network and Output in stage 4: which answers are taken for which, and the wrong points. */
export const EvaluateDetail = () => {
  const say = useSay();
  const data = useDataSet();
  const train = useTrainingRows();
  const model = useModel();
  const { points } = useViews();
  const hidden = useView((view) => view.predictionsHidden);
  const [wanted, setWanted] = useState<(typeof SETS)[number]>('validation');
  useShows(PROBE);
  const shown = train < data.rows ? wanted : 'train';
  const units = model.at(-1)?.units ?? 1;
  const outputs = points?.outputs[model.length - 1];
  const rows = useMemo(
    () => answered(data, train, outputs, units)?.filter((row) => row.validation === (shown === 'validation')),
    [data, train, outputs, units, shown],
  );
  const classes = Math.max(data.classes, units);
  const counts = useMemo(() => (rows ? confusion(rows, classes) : null), [rows, classes]);
  const choice = train < data.rows && (
    <Segmented
      label={say(words.rowsShown)}
      options={SETS.map((value) => ({ value, words: say(words[value]) }))}
      value={shown}
      onChange={setWanted}
    />
  );
  if (hidden || !rows || !counts)
    return <p className={styles.empty}>{say(hidden ? words.hidden : words.notYet)}</p>;
  return (
    <div className={styles.detail}>
      <ConfusionMatrix counts={counts} choice={choice} />
      <PerClass counts={counts} />
      <Mistakes rows={rows} units={units} />
    </div>
  );
};
