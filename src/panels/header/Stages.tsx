import { type KeyboardEvent, memo } from 'react';
import { useDesign } from '../../state/experiment.ts';
import { useProblems } from '../../state/run.ts';
import { useTold } from '../../state/told.ts';
import { openStage, type Stage, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './Header.module.css';
import { STAGE_PANEL, STAGES, tabOf } from './stages.ts';
import { summariesOf } from './summaries.ts';

const words = {
  name: { en: 'Stages', ko: '단계' },
  unfit: { en: 'something does not fit', ko: '맞지 않는 것이 있음' },
} as const satisfies Record<string, Text>;

/** The four stages of the course as tabs; each says in short how it stands. */
export const Stages = () => {
  const say = useSay();
  const on = useView((view) => view.stage);
  const summaries = summariesOf(
    useDesign(),
    useTold(),
    useView((view) => view.predictionsHidden),
  );
  const unfit = useProblems().some(({ where: { part } }) => part === 'compile' || part === 'layer');
  return (
    <div role="tablist" tabIndex={-1} aria-label={say(words.name)} className={styles.stages} onKeyDown={walk}>
      {STAGES.map(({ stage, name, hint }, index) => {
        const summary = summaries[stage];
        return (
          <Tab
            key={stage}
            stage={stage}
            number={index + 1}
            on={stage === on}
            name={say(name)}
            hint={say(hint)}
            summary={summary ? say(summary) : ''}
            mark={stage === 'compile' && unfit ? say(words.unfit) : ''}
          />
        );
      })}
    </div>
  );
};

/** Arrow keys, Home and End go from tab to tab and open what they reach. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = STAGES.findIndex(({ stage }) => stage === useView.getState().stage);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const stage = STAGES.at(to % STAGES.length)?.stage;
  if (!stage) return;
  openStage(stage);
  document.getElementById(tabOf(stage))?.focus();
};

interface TabProps {
  readonly stage: Stage;
  readonly number: number;
  readonly on: boolean;
  readonly name: string;
  readonly hint: string;
  readonly summary: string;
  /** What is wrong there, in words; empty where nothing is. */
  readonly mark: string;
}

const Tab = memo(({ stage, number, on, name, hint, summary, mark }: TabProps) => (
  <button
    type="button"
    role="tab"
    id={tabOf(stage)}
    aria-selected={on}
    aria-controls={STAGE_PANEL}
    tabIndex={on ? 0 : -1}
    title={hint}
    className={classes(styles.stage, on && styles.on)}
    onClick={() => openStage(stage)}
  >
    <span className={styles.number}>{number}</span>
    <span className={styles.name}>{name}</span>
    {summary && <span className={styles.summary}>{summary}</span>}
    {mark && <span role="img" aria-label={mark} title={mark} className={styles.mark} />}
  </button>
));
