import { useId, useMemo, useState } from 'react';
import type { PictureSet } from '../../../data/pictures/index.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { useClassNames } from '../classNames.ts';
import { type Cells, sameCell } from '../Count.tsx';
import { type Answered, surest } from '../prediction.ts';
import { PictureEntry } from './PictureEntry.tsx';
import { words } from './words.ts';
import detail from '../EvaluateDetail.module.css';
import styles from './PictureList.module.css';

/** The most pictures that are listed. */
const MOST = 60;

const KINDS = ['wrong', 'right'] as const;

interface PictureListProps {
  readonly set: PictureSet;
  readonly rows: readonly Answered[];
  /** Units of the output layer. */
  readonly units: number;
  readonly cells: Cells;
}

/** The pictures that were answered most surely, wrong ones or right ones; of a cell that was chosen all that are in it. */
export const PictureList = ({ set, rows, units, cells }: PictureListProps) => {
  const say = useSay();
  const nameOf = useClassNames();
  const id = useId();
  const [kind, show] = useState<(typeof KINDS)[number]>('wrong');
  const { chosen } = cells;
  const { count, listed } = useMemo(() => {
    const all = rows.filter((row) => (chosen ? sameCell(chosen, row) : row.right === (kind === 'right')));
    return { count: all.length, listed: surest(all, units, MOST) };
  }, [rows, units, chosen, kind]);
  const names = chosen && { answer: nameOf(chosen.answer), predicted: nameOf(chosen.predicted) };
  const title = !names
    ? say(words.surest)
    : say(names.answer === names.predicted ? words.cellRight : words.cell, names);
  const none = chosen ? words.noneHere : kind === 'wrong' ? words.noneWrong : words.noneRight;
  return (
    <section aria-labelledby={id} className={detail.pane}>
      <header className={detail.head}>
        <h2 id={id}>
          {title} <span className={detail.number}>{count}</span>
        </h2>
        {chosen ? (
          <Button kind="quiet" onClick={() => cells.choose(null)}>
            {say(words.all)}
          </Button>
        ) : (
          <Segmented
            label={say(words.which)}
            options={KINDS.map((value) => ({ value, words: say(words[value]) }))}
            value={kind}
            onChange={show}
          />
        )}
        <p className={detail.hint}>{say(words.arrow)}</p>
      </header>
      {count === 0 && <p className={detail.hint}>{say(none)}</p>}
      <ol className={styles.list}>
        {listed.map((row) => (
          <PictureEntry key={row.id} set={set} row={row} />
        ))}
      </ol>
      {count > MOST && <p className={detail.hint}>{say(words.more, { n: count - MOST })}</p>}
    </section>
  );
};
