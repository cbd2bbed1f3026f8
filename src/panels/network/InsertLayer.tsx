import { memo } from 'react';
import { addLayer, MOST_LAYERS } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './InsertLayer.module.css';

interface InsertLayerProps {
  /** The place the new layer takes, counted from 0. */
  readonly at: number;
  /** With the words "hidden layer", where there is none yet. */
  readonly words?: boolean;
}

const INSERT = { en: 'Add a hidden layer', ko: '은닉층 추가' };
const INSERT_BEFORE = {
  en: 'Add a hidden layer before layer {layer}',
  ko: '{layer}번째 층 앞에 은닉층 추가',
};
const STARTS_OVER = { en: 'starts over', ko: '처음부터 학습' };
const HIDDEN_LAYER = { en: 'hidden layer', ko: '은닉층' };

/** The dashed + that puts a hidden Dense(4, tanh) between two columns. */
export const InsertLayer = memo(({ at, words = false }: InsertLayerProps) => {
  const say = useSay();
  const design = useDesign();
  if (design.model.layers.length >= MOST_LAYERS) return null;
  const name = words ? say(INSERT) : say(INSERT_BEFORE, { layer: at + 1 });
  return (
    <button
      type="button"
      className={classes(styles.insert, words && styles.pill)}
      title={`${name}: ${say(STARTS_OVER)}`}
      aria-label={words ? undefined : name}
      onClick={() => edit((now) => addLayer(now, at), { deed: { kind: 'layer' } })}
    >
      <span className={styles.face}>
        <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
          <path d="M4.5 0V9M0 4.5H9" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {words && say(HIDDEN_LAYER)}
      </span>
    </button>
  );
});
InsertLayer.displayName = 'InsertLayer';
