import { useDataSet } from '../../state/data.ts';
import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { later } from '../../ui/later.tsx';
import css from './OutputPanel.module.css';
import { words } from './words.ts';

const NumberScore = later(async () => (await import('./Numbers.tsx')).NumberScore);

/** How good the network is right now, on the validation points where there are any; nothing while predictions are hidden. */
export const Score = () => {
  const { target } = useDataSet();
  const hidden = useView((view) => view.predictionsHidden);
  if (hidden) return null;
  return target.kind === 'number' ? <NumberScore /> : <ClassScore />;
};

/** How many points are right, or with validation data how many of those are wrong. */
const ClassScore = () => {
  const say = useSay();
  const reading = useFrame()?.reading;
  if (!reading) return null;
  const { right, rows, valRows, valRight } = reading;
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
