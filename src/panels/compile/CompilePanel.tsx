import { useSay } from '../../state/words.ts';
import { Column } from '../../ui/controls/Column.tsx';
import { effectWords } from '../../ui/controls/Field.tsx';
import { LossPart } from './LossPart.tsx';
import { Metrics } from './Metrics.tsx';
import { OptimizerPart } from './OptimizerPart.tsx';
import { ProblemList } from './ProblemList.tsx';
import { SchedulePart } from './SchedulePart.tsx';
import { words } from './words.ts';
import styles from './CompilePanel.module.css';

/** The left column of stage 2: loss, optimizer, metrics, and what does not fit. */
export const CompilePanel = () => {
  const say = useSay();
  return (
    <Column title={say(words.compile)} hint={say(effectWords.keep)}>
      <LossPart />
      <OptimizerPart />
      <SchedulePart />
      <div className={styles.part}>
        <h3>{say(words.metrics)}</h3>
        <Metrics />
      </div>
      <ProblemList parts={['compile', 'layer']} />
    </Column>
  );
};
