import { chooseSet, learnFrom } from '../../../experiment/moves.ts';
import { edit, useDesign } from '../../../state/experiment.ts';
import { deletePictures, judgedOf, useImports } from '../../../state/imported.ts';
import { type About, sizeOf } from '../../../state/picturesKept.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { effectWords } from '../../../ui/controls/Field.tsx';
import { words } from './words.ts';
import styles from './ImportZone.module.css';

/** Pictures take this many bytes, said in megabytes. */
const megabytes = (bytes: number): number => Math.max(0.1, Math.round(bytes / 1e5) / 10);

/** Digits from files that are kept in this browser: what they are, to learn from, and to delete. */
export const KeptPictures = ({ about }: { readonly about: About }) => {
  const say = useSay();
  const { asset } = useDesign().data;
  const learned = asset === about.hash;
  const judged = useImports(({ kept }) => judgedOf(kept, asset) === about);
  const what = say(about.words);
  return (
    <li className={styles.kept}>
      <p>{what}</p>
      {(learned || judged) && <p className={styles.hint}>{say(learned ? words.learning : words.judged)}</p>}
      <div className={styles.row}>
        {learned ? (
          <Button onClick={() => edit((now) => chooseSet(now, 'digits'), { deed: { kind: 'data' } })}>
            {say(words.drawnAgain)}
          </Button>
        ) : (
          <Button onClick={() => edit((now) => learnFrom(now, about), { deed: { kind: 'data' } })}>
            {say(words.learnFrom)}
          </Button>
        )}
        <span className={styles.hint}>{say(effectWords.restart)}</span>
      </div>
      <div className={styles.row}>
        <Button
          kind="quiet"
          aria-label={say(words.deleteThese, { what })}
          onClick={() => void deletePictures(about)}
        >
          {say(words.delete)}
        </Button>
        <span className={styles.hint}>{say(words.takes, { n: megabytes(sizeOf(about)) })}</span>
      </div>
    </li>
  );
};
