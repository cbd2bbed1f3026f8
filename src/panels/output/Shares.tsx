import { useSay } from '../../state/words.ts';
import { addingUp } from '../../ui/adding.ts';
import { classLook } from '../../ui/colors.ts';
import { fixed } from '../../ui/format.ts';
import { ClassMark } from '../evaluate/ClassMark.tsx';
import { MANY } from '../evaluate/confusion.ts';
import { useClassNames } from '../evaluate/classNames.ts';
import css from './Shares.module.css';
import type { Share } from './softmax.ts';
import { words } from './softmaxWords.ts';

interface SharesProps {
  readonly shares: readonly Share[];
  readonly digits: number;
  /** The class that is looked into. */
  readonly own?: number;
}

/** A softmax taken apart, class by class: the scores, their powers of e, and each one's share of the sum. */
export const Shares = ({ shares, digits, own }: SharesProps) => {
  const say = useSay();
  const nameOf = useClassNames();
  const powers = addingUp(
    shares.map(({ power }) => power),
    digits,
  );
  const probabilities = addingUp(
    shares.map(({ probability }) => probability),
    digits,
  );
  const total = (values: readonly number[]) =>
    fixed(
      values.reduce((sum, value) => sum + value, 0),
      digits,
    );
  // Of many classes several would have one mark.
  const marked = shares.length < MANY;
  return (
    <table className={css.shares} aria-label={say(words.softmax)}>
      <thead>
        <tr>
          <th scope="col">{say(words.class)}</th>
          <th scope="col">{say(words.score)} z</th>
          <th scope="col">
            e<sup>z − max</sup>
          </th>
          <th scope="col" colSpan={2}>
            {say(words.probability)}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ score, probability }, c) => (
          <tr key={c} className={c === own ? css.own : undefined}>
            <th scope="row">
              {marked && <ClassMark of={c} />} {nameOf(c)}
            </th>
            <td>{fixed(score, digits)}</td>
            <td>{fixed(powers[c] ?? Number.NaN, digits)}</td>
            <td>{fixed(probabilities[c] ?? Number.NaN, digits)}</td>
            <td className={css.bar} aria-hidden="true">
              <span
                style={{
                  inlineSize: `${100 * probability}%`,
                  background: marked ? classLook(c).fill : 'var(--posf)',
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say(words.sum)}</th>
          <td colSpan={2}>{total(powers)}</td>
          <td>{total(probabilities)}</td>
        </tr>
      </tfoot>
    </table>
  );
};
