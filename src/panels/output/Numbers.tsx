import { useDataSet } from '../../state/data.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed } from '../../ui/format.ts';
import { digitsOf } from '../evaluate/digits.ts';
import { typicalError } from '../evaluate/estimates.ts';
import { useEstimates } from '../evaluate/useAnswers.ts';
import { words } from './numberWords.ts';
import css from './OutputPanel.module.css';
import { errorWords, type Row } from './rows.ts';
import { useResiduals } from './useResiduals.ts';
import { words as usual } from './words.ts';

/** How far predictions are off: the mean of |ŷ − y|. */
export const NumberScore = () => {
  const say = useSay();
  const { target } = useDataSet();
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

/** What the squares or bars on the plane are, and their mean: the loss. Nothing where the loss cannot be drawn so. */
export const MeanError = () => {
  const say = useSay();
  const errors = useResiduals();
  if (!errors) return null;
  const { as, penalised, mean } = errors;
  const [plain, penalty] =
    as === 'squares' ? [words.meanArea, words.penaltyArea] : [words.meanLength, words.penaltyLength];
  return (
    <p className={css.mean}>
      {say(penalised ? penalty : plain)} <strong>{fixed(mean, 3)}</strong>
    </p>
  );
};

/** y, ŷ and the error between them of one row whose answer is a number. */
export const ErrorReadout = ({ row }: { readonly row: Row }) => {
  const say = useSay();
  const { target } = useDataSet();
  if (target.kind === 'classes') return null;
  const digits = digitsOf(target);
  return (
    <p className={css.readout}>
      y {fixed(row.answer, digits)}, ŷ {row.shown},{' '}
      <strong className={classes(row.value > row.answer ? css.tooHigh : css.tooLow)}>
        {say(usual.error, { error: errorWords(row, digits) })}
      </strong>
    </p>
  );
};
