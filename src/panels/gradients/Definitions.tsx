import { useId, useRef } from 'react';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Popover } from '../../ui/controls/Popover.tsx';
import styles from './Definitions.module.css';
import { words } from './words.ts';

const MEASURED = [
  [words.delta, words.whatDelta],
  [words.slopes, words.whatSlopes],
  [words.factor, words.whatFactor],
  [words.move, words.whatMove],
  [words.flat, words.whatFlat],
] as const;

/** What the numbers are, for whoever asks; `judged`: how many rows dead and saturated units are told by. */
export const Definitions = ({ judged }: { readonly judged: number }) => {
  const say = useSay();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <Button ref={button} kind="quiet" aria-haspopup="dialog" popoverTarget={id}>
        {say(words.what)}
      </Button>
      <Popover id={id} label={say(words.what)} beside={button} panel={panel} className={styles.wide}>
        <dl className={styles.definitions}>
          {MEASURED.map(([name, meaning]) => (
            <div key={name.en}>
              <dt>{say(name)}</dt>
              <dd>{say(meaning, { n: judged })}</dd>
            </div>
          ))}
        </dl>
      </Popover>
    </>
  );
};
