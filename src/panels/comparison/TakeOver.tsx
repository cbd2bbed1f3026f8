import { useId } from 'react';
import { PAIR } from '../../experiment/pair.ts';
import { takeOver } from '../../state/comparison.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import type { Compared } from '../../worker/comparison/comparison.ts';
import css from './Figures.module.css';
import { NAMES } from './names.ts';
import { words } from './words.ts';

/** Opens one of the two in place of one's own network. */
export const TakeOver = ({ compared: { sides } }: { readonly compared: Compared }) => {
  const say = useSay();
  const hint = useId();
  return (
    <div className={css.take}>
      {PAIR.map((kind) => (
        <Button
          key={kind}
          disabled={sides[kind].ends.length < 2}
          aria-describedby={hint}
          onClick={() => void takeOver(kind)}
        >
          {say(words.takeOver, { name: NAMES[kind] })}
        </Button>
      ))}
      <p id={hint} className={css.hint}>
        {say(words.takes)}
      </p>
    </div>
  );
};
