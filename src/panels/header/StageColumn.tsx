import { type ComponentType, useState } from 'react';
import { type Stage, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { classes } from '../../ui/controls/classes.ts';
import { later } from '../../ui/later.tsx';
import { DesignPanel } from '../design/DesignPanel.tsx';
import styles from './StageColumn.module.css';
import { STAGE_PANEL, STAGES, tabOf } from './stages.ts';

const PANELS: Readonly<Record<Stage, ComponentType>> = {
  design: DesignPanel,
  compile: later(async () => (await import('../compile/CompilePanel.tsx')).CompilePanel),
  fit: later(async () => (await import('../fit/FitPanel.tsx')).FitPanel),
  evaluate: later(async () => (await import('../evaluate/EvaluatePanel.tsx')).EvaluatePanel),
};

const words = {
  open: { en: 'Open {stage}', ko: '{stage} 펼치기' },
  fold: { en: 'Fold {stage}', ko: '{stage} 접기' },
} as const satisfies Record<string, Text>;

interface StageColumnProps {
  /** May it fold into a rail where the window is of middle width? */
  readonly foldable: boolean;
  /** Is it folded there until the person unfolds it? */
  readonly folded: boolean;
}

/** The left column: what the stage that is on has to set and to show. */
export const StageColumn = ({ foldable, folded }: StageColumnProps) => {
  const say = useSay();
  const stage = useView((view) => view.stage);
  const [choice, choose] = useState<{ readonly stage: Stage; readonly open: boolean | null }>({
    stage,
    open: null,
  });
  // Another stage was asked for: it wants to be seen.
  if (choice.stage !== stage) choose({ stage, open: true });
  const open = !foldable || (choice.open ?? !folded);
  const name = say(STAGES.find((each) => each.stage === stage)?.name ?? words.open);
  const Panel = PANELS[stage];
  return (
    <div data-folded={open ? undefined : ''} className={classes(styles.column, !open && styles.folded)}>
      {foldable && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={STAGE_PANEL}
          aria-label={say(open ? words.fold : words.open, { stage: name })}
          onClick={() => choose({ stage, open: !open })}
        >
          <span aria-hidden="true">{open ? '«' : '»'}</span>
          {!open && <span className={styles.name}>{name}</span>}
        </button>
      )}
      <div role="tabpanel" id={STAGE_PANEL} aria-labelledby={tabOf(stage)} className={styles.panel}>
        <Panel />
      </div>
    </div>
  );
};
