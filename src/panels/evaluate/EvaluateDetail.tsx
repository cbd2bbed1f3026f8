import { useMemo, useState } from 'react';
import { classCount, targetOf } from '../../data/data.ts';
import { sets } from '../../data/sets/index.ts';
import { useDataSet, useModel, useTrainingRows } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { later } from '../../ui/later.tsx';
import { ConfusionMatrix } from './ConfusionMatrix.tsx';
import { confusion, MANY } from './confusion.ts';
import type { Cell } from './Count.tsx';
import { LargestErrors } from './LargestErrors.tsx';
import { Mistakes } from './Mistakes.tsx';
import { PerClass } from './PerClass.tsx';
import type { SetShown } from './prediction.ts';
import { Residuals } from './Residuals.tsx';
import { Scatter } from './Scatter.tsx';
import { useAnswered, useEstimates } from './useAnswers.ts';
import { words } from './words.ts';
import styles from './EvaluateDetail.module.css';

const PictureList = later(async () => (await import('./pictures/PictureList.tsx')).PictureList);

const SETS: readonly SetShown[] = ['train', 'validation'];

/** Which points are looked at, and the choice between the two sets where there are two. */
const useSetShown = () => {
  const say = useSay();
  const { rows } = useDataSet();
  const parted = useTrainingRows() < rows;
  const [wanted, want] = useState<SetShown>('validation');
  const shown = parted ? wanted : 'train';
  const choice = parted && (
    <Segmented
      label={say(words.rowsShown)}
      options={SETS.map((value) => ({ value, words: say(words[value]) }))}
      value={shown}
      onChange={want}
    />
  );
  return { choice, shown };
};

/** The row below Network and Output in stage 4: where the network is right and where it is wrong. */
export const EvaluateDetail = () => {
  const say = useSay();
  const target = targetOf(useDesign().data);
  const hidden = useView((view) => view.predictionsHidden);
  if (hidden) return <p className={styles.hint}>{say(words.hidden)}</p>;
  return target.kind === 'classes' ? <ClassDetail /> : <NumberDetail />;
};

/** Classes: what is taken for what, how well each class is found, and the wrong points. */
const ClassDetail = () => {
  const say = useSay();
  const { data } = useDesign();
  const { picture } = sets[data.set];
  const target = targetOf(data);
  const units = useModel().at(-1)?.units ?? 1;
  const { choice, shown } = useSetShown();
  const [cell, choose] = useState<Cell | null>(null);
  const cells = picture && { chosen: cell, choose };
  const rows = useAnswered(shown);
  const classes = Math.max(classCount(target), units);
  const counts = useMemo(() => rows && confusion(rows, classes), [rows, classes]);
  if (!rows || !counts) return <p className={styles.hint}>{say(words.notYet)}</p>;
  return (
    <div className={styles.detail} data-tall={counts.length >= MANY ? '' : undefined}>
      <ConfusionMatrix counts={counts} rows={rows} choice={choice} cells={cells} />
      <PerClass counts={counts} />
      {picture && cells ? (
        <PictureList set={picture} rows={rows} units={units} cells={cells} />
      ) : (
        <Mistakes rows={rows} units={units} />
      )}
    </div>
  );
};

/** Numbers: predictions against answers, how the errors spread, and the largest of them. */
const NumberDetail = () => {
  const say = useSay();
  const target = targetOf(useDesign().data);
  const { choice, shown } = useSetShown();
  const all = useEstimates();
  if (!all || target.kind === 'classes') return <p className={styles.hint}>{say(words.notYet)}</p>;
  const rows = all.filter(({ validation }) => validation === (shown === 'validation'));
  return (
    <div className={styles.detail}>
      <Scatter rows={all} target={target} />
      <Residuals rows={rows} target={target} choice={choice} />
      <LargestErrors rows={rows} />
    </div>
  );
};
