import { renameBranch, showBeside } from '../../state/branches.ts';
import type { Branch } from '../../state/store.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { count, fixed } from '../../ui/format.ts';
import type { Curve } from '../../worker/frame.ts';
import { BranchName } from './BranchName.tsx';
import { words } from './branchWords.ts';
import { lossWords } from './readings.ts';
import styles from './Branches.module.css';

interface BranchRowProps {
  readonly branch: Branch;
  /** The epoch at which the drawn curves are compared; null where this one is not drawn. */
  readonly at: number | null;
  /** Its loss means what the present one does. */
  readonly comparable: boolean;
  readonly onShow: () => void;
  readonly onDelete: () => void;
}

/** The loss of a curve when so many epochs were finished; NaN where it does not come that far. */
const lossAt = ({ epoch, loss }: Curve, at: number): number => {
  const before = epoch.findLastIndex((each) => each <= at);
  return before < 0 || (epoch.at(-1) ?? 0) < at ? Number.NaN : (loss[before] ?? Number.NaN);
};

/** One branch: its name, what it reached, its loss beside the others', and what can be done with it. */
export const BranchRow = ({ branch, at, comparable, onShow, onDelete }: BranchRowProps) => {
  const say = useSay();
  const language = useView((view) => view.language);
  const { id, curve, road, shown } = branch;
  const name = branch.name[language];
  const val = curve.val_loss.findLast(Number.isFinite);
  const reached = say(val === undefined ? words.reached : words.validated, {
    e: count(Math.floor(curve.epoch.at(-1) ?? 0)),
    loss: lossWords(curve.loss.at(-1) ?? Number.NaN),
    val: fixed(val ?? Number.NaN, 3),
  });
  const here = at === null ? null : lossAt(curve, at);
  return (
    <li className={styles.branch} data-branch={id}>
      <BranchName name={name} onRename={(to) => renameBranch(id, to)} />
      {here !== null && (
        <span className={styles.value} title={Number.isNaN(here) ? say(words.shorter) : undefined}>
          {lossWords(here)}
        </span>
      )}
      <div className={styles.foot}>
        <span className={styles.about}>{comparable ? reached : `${reached}. ${say(words.otherLoss)}`}</span>
        <span className={styles.actions}>
          <Button
            kind="quiet"
            disabled={!road}
            title={road ? undefined : say(words.curveOnly)}
            aria-label={say(words.showOne, { name })}
            onClick={onShow}
          >
            {say(words.show)}
          </Button>
          <Button
            disabled={!comparable}
            aria-pressed={shown && comparable}
            className={styles.beside}
            aria-label={say(words.besideOne, { name })}
            onClick={() => showBeside(id, !shown)}
          >
            {say(words.beside)}
          </Button>
          <Button kind="quiet" aria-label={say(words.removeOne, { name })} onClick={onDelete}>
            {say(words.remove)}
          </Button>
        </span>
      </div>
    </li>
  );
};
