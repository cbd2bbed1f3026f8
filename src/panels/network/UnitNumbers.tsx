import { useModel } from '../../state/data.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import type { Weights } from '../../worker/frame.ts';
import { focusOf, unitOf } from './focus.ts';
import type { NetworkPlace } from './layout.ts';
import { unitName } from './names.ts';
import { partOf, useTourDims } from './tourLight.ts';
import styles from './UnitNumbers.module.css';
import { WeightNumber } from './WeightNumber.tsx';

interface UnitNumbersProps {
  readonly place: NetworkPlace;
  readonly weights: readonly (Weights | null)[];
  /** Every unit's bias is shown; otherwise only that of the unit pointed at or selected. */
  readonly all: boolean;
  readonly digits: number;
}

const BIAS_OF = { en: 'bias of {unit}', ko: '{unit}의 편향' };

/** The biases as numbers: below each tile; or that of the one that matters, beside its stub, or its tile if these stand close. */
export const UnitNumbers = ({ place, weights, all, digits }: UnitNumbersProps) => {
  const say = useSay();
  const model = useModel();
  const focus = useView((view) => focusOf(view.hovered, view.selected));
  const dims = useTourDims();
  const units = model.map((layer) => layer.units);
  const one = unitOf(focus, model);
  return place.columns.slice(1).map((column, layer) =>
    column.tiles.map(({ x, y }, unit) => {
      const own = weights[layer];
      const bias = own?.bias[unit];
      const chosen = one?.layer === layer && one.unit === unit;
      if (!own || bias === undefined || column.grid || (!all && !chosen)) return null;
      const style = all
        ? { left: x + column.tile / 2, top: y + column.tile + 9 }
        : place.roomy
          ? { left: x + column.tile / 2 + 8, top: y + column.tile + 3 }
          : { left: x + column.tile + 6, top: y + column.tile - 14 };
      return (
        <span
          key={`${model[layer]?.id} ${unit}`}
          className={classes(styles.number, all && styles.centred, dims(partOf(layer, unit)) && styles.dim)}
          style={style}
        >
          <span className={styles.symbol}>b</span>
          <WeightNumber
            layer={layer}
            at={own.kernel.length + unit}
            value={bias}
            label={say(BIAS_OF, { unit: unitName(layer, unit, units) })}
            digits={digits}
          />
        </span>
      );
    }),
  );
};
