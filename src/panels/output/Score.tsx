import type { Target } from '../../data/target.ts';
import { useDataSet } from '../../state/data.ts';
import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { fixed } from '../../ui/format.ts';
import { digitsOf, typicalError } from '../evaluate/estimates.ts';
import { useEstimates } from '../evaluate/useAnswers.ts';
import css from './OutputPanel.module.css';
import { words } from './words.ts';

/** How good the network is right now, on the validation points where there are any; nothing while predictions are hidden. */
export const Score = () => {
  const { target } = useDataSet();
  const hidden = useView((view) => view.predictionsHidden);
  if (hidden) return null;
  return target.kind === 'number' ? <NumberScore target={target} /> : <ClassScore />;
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

/** How far predictions are off: the mean of |ŷ − y|. */
const NumberScore = ({ target }: { readonly target: Target & { readonly kind: 'number' } }) => {
  const say = useSay();
  const rows = useEstimates() ?? [];
  const validation = rows.filter((row) => row.validation);
  const error = typicalError(validation.length > 0 ? validation : rows);
  if (Number.isNaN(error)) return null;
  return (
    <p className={css.score}>
      {say(validation.length > 0 ? words.typicalValidation : words.typicalError)}{' '}
      <strong>{fixed(error, digitsOf(target))}</strong>
    </p>
  );
};
