import { useEffect, useRef, useState } from 'react';
import { bringBackImports, readFiles, useImports } from '../../../state/imported.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { classes } from '../../../ui/controls/classes.ts';
import { KeptPictures } from './KeptPictures.tsx';
import { words } from './words.ts';
import styles from './ImportZone.module.css';

/** A place to drop files of digits, or to choose them: they are named for what they are, and can be learned from. */
export const ImportZone = () => {
  const say = useSay();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { kept, said, busy } = useImports();
  useEffect(() => void bringBackImports(), []);
  // A file may be dropped anywhere: beside the zone the browser would leave the page for it.
  useEffect(() => {
    const hover = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void readFiles([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', hover);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hover);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return (
    <section aria-label={say(words.files)} className={classes(styles.zone, over && styles.over)}>
      <h3>{say(words.files)}</h3>
      {kept.length > 0 && (
        <ul className={styles.list}>
          {kept.map((about) => (
            <KeptPictures key={about.hash} about={about} />
          ))}
        </ul>
      )}
      <p role="status" className={classes(styles.said, !said && !busy && 'visually-hidden')}>
        {busy ? say(words.reading) : said && say(said)}
      </p>
      <div className={styles.row}>
        <Button kind={kept.length > 0 ? 'quiet' : 'outline'} onClick={() => chooser.current?.click()}>
          {say(words.chooseFiles)}
        </Button>
        {kept.length === 0 && <span className={styles.hint}>{say(words.dropHere)}</span>}
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={say(words.chooseFiles)}
        onChange={(event) => {
          void readFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </section>
  );
};
