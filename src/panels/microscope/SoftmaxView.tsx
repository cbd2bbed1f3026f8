import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { addingUp } from '../../ui/adding.ts';
import { classLook } from '../../ui/colors.ts';
import { fixed } from '../../ui/format.ts';
import { ClassMark } from '../evaluate/ClassMark.tsx';
import { useClassNames } from '../evaluate/classNames.ts';
import { sharesOf } from '../output/softmax.ts';
import { words as outputWords } from '../output/words.ts';
import styles from './Microscope.module.css';
import type { Seen } from './useAnatomy.ts';
import type { Neuron } from './useNeuron.ts';

interface SoftmaxViewProps {
  readonly neuron: Neuron;
  readonly seen: Seen;
}

/** The softmax at the pinned point: scores, powers of e, their sum, and shares that add up to 1. */
export const SoftmaxView = ({ neuron: { layer, shaped }, seen }: SoftmaxViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const nameOf = useClassNames();
  const own = seen.point.layers[layer];
  const shares = own && sharesOf(own.sums, own.outputs, shaped.units, 1, 0);
  if (!shares) return null;
  const powers = addingUp(
    shares.map(({ power }) => power),
    digits,
  );
  const probabilities = addingUp(
    shares.map(({ probability }) => probability),
    digits,
  );
  const total = (values: readonly number[]): string =>
    fixed(
      values.reduce((sum, value) => sum + value, 0),
      digits,
    );
  return (
    <table className={styles.table} aria-label={say(outputWords.softmax)}>
      <thead>
        <tr>
          <th scope="col">{say(outputWords.class)}</th>
          <th scope="col">{say(outputWords.score)} z</th>
          <th scope="col">
            e<sup>z − max</sup>
          </th>
          <th scope="col">{say(outputWords.probability)}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ score }, c) => (
          <tr key={String(c)}>
            <th scope="row" style={{ color: classLook(c).ink }}>
              <ClassMark of={c} /> {nameOf(c)}
            </th>
            <td className={styles.number}>{fixed(score, digits)}</td>
            <td className={styles.number}>{fixed(powers[c] ?? Number.NaN, digits)}</td>
            <td className={styles.number}>{fixed(probabilities[c] ?? Number.NaN, digits)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{say(outputWords.sum)}</th>
          <td colSpan={2} className={styles.number}>
            {total(powers)}
          </td>
          <td className={styles.number}>{total(probabilities)}</td>
        </tr>
      </tbody>
    </table>
  );
};
