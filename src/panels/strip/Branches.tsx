import { useId, useRef } from 'react';
import { useWork } from '../../state/store.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Popover } from '../../ui/controls/Popover.tsx';
import { count } from '../../ui/format.ts';
import { BranchList } from './BranchList.tsx';
import { words } from './branchWords.ts';
import { BranchSign } from './branchIcons.tsx';
import styles from './Branches.module.css';

/** How many branches there are, and the list of them when asked for. */
export const Branches = () => {
  const say = useSay();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const n = count(useWork((now) => now.branches.length));
  return (
    <>
      <Button
        ref={button}
        kind="quiet"
        className={styles.button}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={say(words.nBranches, { n })}
        title={say(words.branches)}
      >
        <BranchSign />
        <span className={styles.count}>{n}</span>
      </Button>
      <Popover id={id} label={say(words.branches)} beside={button} panel={panel} className={styles.panel}>
        <BranchList close={() => panel.current?.hidePopover()} />
      </Popover>
    </>
  );
};
