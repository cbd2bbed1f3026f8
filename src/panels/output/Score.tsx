import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import css from './OutputPanel.module.css';
import { words } from './words.ts';

/** How many points are right, or with validation data how many of those are wrong; nothing while predictions are hidden. */
export const Score = () => {
  const say = useSay();
  const reading = useFrame()?.reading;
  const hidden = useView((view) => view.predictionsHidden);
  if (!reading || hidden) return null;
  const { right, rows, valRight, valRows } = reading;
  const [counted, rest] =
    valRows > 0
      ? [say(words.wrongValidation, { wrong: valRows - valRight, rows: valRows }), words.wrongValidationRest]
      : [say(words.right, { right, rows }), words.rightRest];
  return (
    <p className={css.score}>
      <strong>{counted}</strong> {say(rest)}
    </p>
  );
};
