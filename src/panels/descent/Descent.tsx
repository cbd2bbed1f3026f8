import { useState } from 'react';
import { useDesign } from '../../state/experiment.ts';
import { look } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { AnyWeight } from './any/AnyWeight.tsx';
import css from './Descent.module.css';
import { isOneWeight } from './oneWeight.ts';
import { OneWeight } from './OneWeight.tsx';
import { TwoWeights } from './two/TwoWeights.tsx';
import { useMoment } from './useMoment.ts';
import { words } from './words.ts';

/** Gradient descent as a picture: the loss over a weight, in the place of Network and Output. */
export const Descent = () => {
  const say = useSay();
  const only = isOneWeight(useDesign());
  return (
    <section className={classes(css.descent, !only && css.many)} aria-label={say(words.title)}>
      <IconButton className={css.close} label={say(words.close)} onClick={() => look({ descent: false })}>
        <svg width="11" height="11" viewBox="0 0 9 9">
          <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
        </svg>
      </IconButton>
      {only ? <Only /> : <Many />}
    </section>
  );
};

const Only = () => {
  const moment = useMoment();
  return moment && <OneWeight moment={moment} shows={everything} />;
};
const everything = (what: string): boolean => what !== 'mean-square';

/** Of a network with more weights the loss is drawn over one of them, or over two. */
const Many = () => {
  const say = useSay();
  const [over, choose] = useState<'one' | 'two'>('one');
  const choice = (
    <Segmented
      label={say(words.over)}
      options={(['one', 'two'] as const).map((value) => ({ value, words: say(words[value]) }))}
      value={over}
      onChange={choose}
    />
  );
  if (over === 'one') return <AnyWeight>{choice}</AnyWeight>;
  return (
    <div className={css.two}>
      {choice}
      <TwoWeights />
    </div>
  );
};
