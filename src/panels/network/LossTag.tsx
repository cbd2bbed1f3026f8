import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { fixed } from '../../ui/format.ts';
import type { ColumnPlace } from './layout.ts';
import styles from './LossTag.module.css';

const LOSS = { en: 'loss {value}', ko: '손실 {value}' };

/** The loss of the batch, where it appears: beside the first output. */
export const LossTag = ({ column }: { readonly column: ColumnPlace | undefined }) => {
  const say = useSay();
  const loss = useFrame()?.phase?.loss;
  const tile = column?.tiles[0];
  if (!column || !tile || loss === undefined || loss === null) return null;
  return (
    <span className={styles.loss} style={{ left: tile.x + column.tile / 2, top: tile.y - 26 }}>
      {say(LOSS, { value: fixed(loss, 3) })}
    </span>
  );
};
