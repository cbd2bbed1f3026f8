import { useMemo, useState } from 'react';
import { check } from '../../experiment/check.ts';
import type { PictureSet } from '../../data/pictures/index.ts';
import { pairOf } from '../../experiment/pair.ts';
import { termsOf, useComparison } from '../../state/comparison.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Bar } from './Bar.tsx';
import css from './Comparison.module.css';
import { Epochs } from './Epochs.tsx';
import { Figures } from './Figures.tsx';
import { MovedRow } from './MovedRow.tsx';
import { Shifts } from './Shifts.tsx';
import { TakeOver } from './TakeOver.tsx';
import { Verdict } from './Verdict.tsx';
import { words } from './words.ts';

/** An MLP and a CNN on the pictures of the experiment at hand: what is set, what both come to, and what that says. */
export const Comparison = ({ set }: { readonly set: PictureSet }) => {
  const say = useSay();
  const design = useDesign();
  const { own, pair, compared } = useComparison();
  const terms = termsOf(design, own);
  const asked = JSON.stringify(terms);
  const wanted = useMemo(() => pairOf(design, JSON.parse(asked)), [design, asked]);
  const problem = useMemo(
    () => wanted && [...check(wanted.mlp), ...check(wanted.cnn)].find(({ kind }) => kind === 'refused'),
    [wanted],
  );
  const stale = pair !== null && JSON.stringify(pair) !== JSON.stringify(wanted);
  // What was compared of other pictures has other classes: it is not shown beside these.
  const seen = pair?.mlp.data.set === set.name ? compared : null;
  const most = seen?.most ?? 0;
  const [chosen, choose] = useState<number | null>(null);
  const by = Math.min(chosen ?? Math.ceil(most / 2), most);
  return (
    <div className={css.view}>
      <Bar
        set={set}
        terms={terms}
        wanted={wanted}
        problem={problem?.text ?? null}
        stale={stale}
        compared={seen}
      />
      {pair && seen ? (
        <>
          <Epochs pair={pair} compared={seen} />
          <Shifts compared={seen} classes={set.classes.length} by={by} onBy={choose} />
          <Figures pair={pair} compared={seen} />
          <MovedRow compared={seen} by={by} shape={set.shape} />
          <div className={css.ends}>
            <Verdict pair={pair} compared={seen} set={set} />
            <TakeOver compared={seen} />
          </div>
        </>
      ) : (
        <p className={css.begin}>{say(words.begin)}</p>
      )}
    </div>
  );
};
