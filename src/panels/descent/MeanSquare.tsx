import type { Shown } from '../../lessons/lesson.ts';
import { useSay } from '../../state/words.ts';
import type { ErrorRow } from '../../ui/charts/errorPlace.ts';
import { meanWords } from './numbers.ts';
import css from './OneWeight.module.css';
import { errorsOf } from './oneWeight.ts';
import { words } from './words.ts';

interface MeanSquareProps {
  readonly rows: readonly ErrorRow[];
  readonly shows: (what: Shown) => boolean;
}

/** More rows than this are not added up one by one. */
const MOST = 6;

/** What the marks mean, and the loss written out: the mean of the squares. */
export const MeanSquare = ({ rows, shows }: MeanSquareProps) => {
  const say = useSay();
  const { squares, mean } = meanWords(errorsOf(rows).map((error) => error * error));
  const sum = squares.length > MOST ? `${squares[0]} + … + ${squares.at(-1)}` : squares.join(' + ');
  return (
    <div className={css.under}>
      <ul className={css.legend}>
        <li>
          <i className={css.answer} aria-hidden="true" />
          {say(words.answer)}
        </li>
        {shows('errors') && (
          <li>
            <i className={css.prediction} aria-hidden="true" />
            {say(words.prediction)}
          </li>
        )}
      </ul>
      {shows('mean') && (
        <div className={css.mean}>
          <p>{say(words.mean)}</p>
          <p className={css.formula}>
            ({sum}) / {rows.length} = <strong>{mean}</strong>
          </p>
          <p className={css.keras}>
            <code>mean_squared_error</code>
          </p>
        </div>
      )}
    </div>
  );
};
