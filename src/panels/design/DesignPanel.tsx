import { isExactGate } from '../../data/data.ts';
import { sets } from '../../data/sets/index.ts';
import { useDataSet } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useProblems } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { Column } from '../../ui/controls/Column.tsx';
import { later } from '../../ui/later.tsx';
import { DataSettings } from './DataSettings.tsx';
import { DataTiles } from './DataTiles.tsx';
import { GateTiles } from './GateTiles.tsx';
import { MadeInputs } from './MadeInputs.tsx';
import { PointTools } from './PointTools.tsx';
import { TruthTable } from './TruthTable.tsx';
import { words } from './words.ts';
import styles from './DesignPanel.module.css';

const ClusterTable = later(async () => (await import('./ClusterTable.tsx')).ClusterTable);
const PictureColumn = later(
  async () => (await import('./pictures/PictureColumn.tsx')).PictureColumn,
  'pictures',
);
const ProblemList = later(async () => (await import('../compile/ProblemList.tsx')).ProblemList);
const TargetTable = later(async () => (await import('./TargetTable.tsx')).TargetTable);

/** The left column of stage 1: which data the network learns. */
export const DesignPanel = () => {
  const say = useSay();
  const { data } = useDesign();
  const { rows } = useDataSet();
  const unfit = useProblems().some(({ where }) => where.part === 'data');
  const gate = data.set === 'gate';
  const { picture, targets } = sets[data.set];
  if (picture) return <PictureColumn set={picture} />;
  return (
    <Column
      title={say(words.data)}
      hint={gate ? say(words.clickAnswer) : say(rows === 1 ? words.onePoint : words.points, { n: rows })}
      yields
    >
      {gate && <div className={styles.table}>{isExactGate(data) ? <TruthTable /> : <ClusterTable />}</div>}
      {targets.length > 1 && <TargetTable />}
      <GateTiles />
      <DataTiles />
      <PointTools />
      <DataSettings />
      <MadeInputs />
      {unfit && <ProblemList parts={['data']} />}
    </Column>
  );
};
