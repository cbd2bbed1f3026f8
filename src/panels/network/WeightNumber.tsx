import { setWeight } from '../../experiment/moves.ts';
import { edit } from '../../state/experiment.ts';
import { look, sameSelection, type Selection, useView } from '../../state/view.ts';
import { classes } from '../../ui/controls/classes.ts';
import { DragNumber } from '../../ui/controls/DragNumber.tsx';
import styles from './WeightNumber.module.css';

interface WeightNumberProps {
  readonly layer: number;
  /** Its place in the layer: kernel row-major (inputs × units), then bias. */
  readonly at: number;
  readonly value: number;
  readonly label: string;
  /** Decimals while it is not selected: 3, or fewer where all numbers are round. */
  readonly digits?: number;
  /** A press selects it; false: it is set where something else is looked into. */
  readonly selects?: boolean;
}

/** A weight or bias as a number to drag or type, ringed while it is selected, thinly outlined while pointed at. */
export const WeightNumber = ({ layer, at, value, label, digits = 3, selects = true }: WeightNumberProps) => {
  const own: Selection = { kind: 'weight', layer, at };
  const selected = useView((view) => sameSelection(view.selected, own));
  const hovered = useView((view) => sameSelection(view.hovered, own));
  const leave = () => {
    if (sameSelection(useView.getState().hovered, own)) look({ hovered: null });
  };
  return (
    <span
      className={classes(styles.weight, hovered && styles.hovered, selected && styles.selected)}
      onPointerEnter={() => look({ hovered: own })}
      onPointerLeave={leave}
      onFocus={() => look({ hovered: own })}
      onBlur={leave}
      onPointerDownCapture={selects ? () => look({ selected: own }) : undefined}
    >
      <DragNumber
        value={value}
        label={label}
        digits={selected && selects ? 3 : digits}
        onChange={(next, gesture) =>
          edit(setWeight(layer, at, next), gesture === undefined ? {} : { gesture })
        }
      />
    </span>
  );
};
