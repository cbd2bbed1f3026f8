import { look, sameSelection, type Selection, useView } from '../../state/view.ts';
import { classes } from '../../ui/controls/classes.ts';
import type { Term } from './formula.ts';
import styles from './Sum.module.css';

/** A weighted sum as it is printed, each number in the colour of its sign and tied to its weight in the drawing. */
export const Sum = ({
  layer,
  terms,
  signed = true,
}: {
  readonly layer: number;
  readonly terms: readonly Term[];
  readonly signed?: boolean;
}) =>
  terms.map((term, index) => (
    <Summand key={term.at} layer={layer} term={term} first={index === 0} signed={signed} />
  ));

interface SummandProps {
  readonly layer: number;
  readonly term: Term;
  readonly first: boolean;
  readonly signed: boolean;
}

const Summand = ({ layer, term, first, signed }: SummandProps) => {
  const own: Selection = { kind: 'weight', layer, at: term.at };
  const selected = useView((view) => sameSelection(view.selected, own));
  const hovered = useView((view) => sameSelection(view.hovered, own));
  const colour = signed && (term.value < 0 ? styles.negative : term.value > 0 ? styles.positive : null);
  return (
    <>
      {first ? '' : ' '}
      <span
        className={classes(styles.summand, hovered && styles.hovered, selected && styles.selected)}
        onPointerEnter={() => look({ hovered: own })}
        onPointerLeave={() => look({ hovered: null })}
      >
        <span className={classes(colour)}>
          {term.sign}
          {first ? '' : ' '}
          {term.number}
        </span>
        {term.number !== null && term.name !== null && '·'}
        {term.name}
      </span>
    </>
  );
};
