import { memo } from 'react';
import { Dense } from '../../engine/layers/dense.ts';
import type { Design } from '../../experiment/experiment.ts';
import { setUnits } from '../../experiment/moves.ts';
import { shapedLayers } from '../../experiment/widths.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Breakable } from './Breakable.tsx';
import { layerName } from './names.ts';
import { Grip } from './order/Grip.tsx';
import styles from './ColumnHead.module.css';

interface ColumnHeadProps {
  /** Counted from 0; −1 is the input. */
  readonly layer: number;
  readonly units: number;
  /** On two lines, where columns are narrow. */
  readonly narrow: boolean;
}

const FEWER = { en: 'Fewer units in {where}: starts over', ko: '{where} 뉴런 줄이기: 처음부터 학습' };
const MORE = { en: 'More units in {where}: starts over', ko: '{where} 뉴런 늘리기: 처음부터 학습' };

/**
 * Name and count of a column; in a layer of neurons the count can be changed, in the output as well: it may not fit the
 * data. Other layers give as many numbers as they get.
 */
export const ColumnHead = memo(({ layer, units, narrow }: ColumnHeadProps) => {
  const say = useSay();
  const design = useDesign();
  const { layers } = design.model;
  const spec = layers[layer];
  const neurons = spec?.type === 'Dense';
  const where = say(layerName(layer, layers.length, neurons));
  // Between neurons a layer goes by its Keras name: it is no hidden layer to be counted.
  const plain = !neurons && layer < layers.length - 1 ? spec : undefined;
  const { min, max } = Dense.units;
  const change = (by: number) => {
    if (!spec) return;
    const move = (now: Design) => {
      const count = (shapedLayers(now).find(({ id }) => id === spec.id)?.units ?? 0) + by;
      return count >= min && count <= max ? setUnits(now, spec.id, count) : null;
    };
    edit(move, { deed: { kind: 'units' } });
  };
  return (
    <div className={classes(styles.head, narrow && styles.narrow)}>
      <Grip layer={layer} className={plain ? styles.plain : undefined}>
        {plain ? <Breakable words={plain.type} /> : where}
      </Grip>
      {neurons ? (
        <span className={styles.units}>
          <IconButton ring label={say(FEWER, { where })} disabled={units <= min} onClick={() => change(-1)}>
            <Sign />
          </IconButton>
          <b>{units}</b>
          <IconButton ring label={say(MORE, { where })} disabled={units >= max} onClick={() => change(1)}>
            <Sign plus />
          </IconButton>
        </span>
      ) : (
        <b>{units}</b>
      )}
    </div>
  );
});
ColumnHead.displayName = 'ColumnHead';

/** Plus or minus of a count. */
export const Sign = ({ plus = false }: { readonly plus?: boolean }) => (
  <svg width="9" height="9" viewBox="0 0 9 9">
    <path d={plus ? 'M4.5 0.5V8.5M0.5 4.5H8.5' : 'M0.5 4.5H8.5'} stroke="currentColor" strokeWidth="1.25" />
  </svg>
);
