import { useEffect, useRef, useState } from 'react';
import { tell } from '../../state/notice.ts';
import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { words } from './words.ts';
import styles from './RunLog.module.css';

const NONE: readonly string[] = [];

/** Puts the lines into the clipboard; where the browser does not allow it, it says what to do instead. */
const copy = async (lines: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(lines);
    tell(words.copied);
  } catch {
    tell(words.notCopied);
  }
};

/** The lines of the log; the newest stays in sight unless one has scrolled back. */
const Lines = ({ lines, playing }: { readonly lines: string; readonly playing: boolean }) => {
  const say = useSay();
  const box = useRef<HTMLPreElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const { current } = box;
    if (current && follows.current) current.scrollTop = current.scrollHeight;
  });
  return (
    <pre
      ref={box}
      role="log"
      aria-label={say(words.log)}
      aria-live={playing ? 'off' : 'polite'}
      tabIndex={0}
      className={styles.lines}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        follows.current = scrollTop + clientHeight >= scrollHeight - 4;
      }}
    >
      {lines}
    </pre>
  );
};

/** What Keras prints while it trains, folded away until it is asked for. */
export const RunLog = () => {
  const say = useSay();
  const frame = useFrame();
  const [open, setOpen] = useState(false);
  const log = frame?.callbacks.log ?? NONE;
  const lines = log.join('\n');
  return (
    <details className={styles.log} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{say(words.log)}</summary>
      {open && (
        <>
          {log.length > 0 ? (
            <Lines lines={lines} playing={frame?.playing ?? false} />
          ) : (
            <p className={styles.none}>{say(words.noLog)}</p>
          )}
          <Button className={styles.copy} disabled={log.length === 0} onClick={() => void copy(lines)}>
            {say(words.copy)}
          </Button>
        </>
      )}
    </details>
  );
};
