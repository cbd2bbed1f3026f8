import { useRef } from 'react';
import { deleteBranch } from '../../state/branches.ts';
import { showAgain, useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { type Branch, useWork } from '../../state/store.ts';
import { useSay } from '../../state/words.ts';
import { count } from '../../ui/format.ts';
import { BranchRow } from './BranchRow.tsx';
import { words } from './branchWords.ts';
import { compares } from './ghosts.ts';
import { lossWords } from './readings.ts';
import styles from './Branches.module.css';

/** The branches, the newest first: what each reached, and what can be done with it. */
export const BranchList = ({ close }: { readonly close: () => void }) => {
  const say = useSay();
  const frame = useFrame();
  const design = useDesign();
  const branches = useWork((now) => now.branches);
  const list = useRef<HTMLDivElement>(null);
  const drawn = branches.filter((branch) => branch.shown && compares(branch, design));
  const epoch = frame?.position.epoch ?? 0;
  const comparing = drawn.length > 0 && frame !== null;

  const remove = (branch: Branch) => {
    // The focus goes to the row that takes the place of this one, or to the one above it.
    const shown = branches.toReversed();
    const at = shown.indexOf(branch);
    const next = shown[at + 1] ?? shown[at - 1];
    const row = list.current?.querySelectorAll<HTMLElement>(`[data-branch="${next?.id}"] button`);
    ([...(row ?? [])].at(-1) ?? list.current)?.focus();
    deleteBranch(branch);
  };
  return (
    <div ref={list} tabIndex={-1} className={styles.list}>
      <div className={styles.head}>
        <h3>{say(words.branches)}</h3>
        {comparing && <span className={styles.about}>{say(words.lossAt, { e: count(epoch) })}</span>}
      </div>
      {comparing && (
        <p className={styles.present}>
          <span>{say(words.this)}</span>
          <span className={styles.value}>{lossWords(frame.reading.loss)}</span>
        </p>
      )}
      {branches.length === 0 ? (
        <p className={styles.about}>{say(words.none)}</p>
      ) : (
        <ul aria-label={say(words.branches)}>
          {branches.toReversed().map((branch) => (
            <BranchRow
              key={branch.id}
              branch={branch}
              at={drawn.includes(branch) ? epoch : null}
              comparable={compares(branch, design)}
              onShow={() => {
                close();
                void showAgain(branch);
              }}
              onDelete={() => remove(branch)}
            />
          ))}
        </ul>
      )}
      <p className={styles.about}>{say(words.about)}</p>
    </div>
  );
};
