import type { PictureSet } from '../../../data/pictures/index.ts';
import { drawOwn } from '../../../state/sheet.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { words } from './words.ts';
import styles from '../EvaluatePanel.module.css';

/** A picture that is in no set: it is drawn on the pad of Design. */
export const DrawYourOwn = ({ set }: { readonly set: PictureSet }) => {
  const say = useSay();
  return (
    <div className={styles.part}>
      <header className={styles.partHead}>
        <h3>{say(words.predict)}</h3>
        <p className={styles.hint}>{say(words.inDesign)}</p>
      </header>
      <div>
        <Button onClick={() => drawOwn(set)}>{say(words.drawYourOwn)}</Button>
      </div>
      <code className={styles.code}>model.predict(x[None])</code>
    </div>
  );
};
