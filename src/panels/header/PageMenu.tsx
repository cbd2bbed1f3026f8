import { useEffect, useRef, useState } from 'react';
import { part } from '../../part.ts';
import { useSay } from '../../state/words.ts';
import { Missing, usePart } from '../../ui/later.tsx';
import styles from './Header.module.css';
import { MENU, MenuSign } from './MenuSign.tsx';
import type { PageMenuProps } from './PageEntries.tsx';

const entries = part(() => import('./PageEntries.tsx'));

/** The menu of the page: its button, and what is in it once that is here; pressed before that, it opens when it comes. */
export const PageMenu = (props: PageMenuProps) => {
  const say = useSay();
  const here = usePart(entries, false);
  const place = useRef<HTMLSpanElement>(null);
  const [wanted, want] = useState(false);
  useEffect(() => {
    if (here && wanted) place.current?.querySelector('button')?.click();
  }, [here, wanted]);
  const ask = () => {
    want(true);
    entries.need();
  };
  return (
    <span ref={place}>
      {here ? (
        <here.PageEntries {...props} />
      ) : (
        <button
          type="button"
          className={styles.menu}
          aria-label={say(MENU)}
          aria-haspopup="menu"
          onClick={ask}
        >
          <MenuSign />
        </button>
      )}
      {wanted && <Missing of={entries} />}
    </span>
  );
};
