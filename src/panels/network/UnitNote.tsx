import { definitionOf } from '../../engine/layers/index.ts';
import type { ShapedLayer } from '../../experiment/widths.ts';
import { look } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import styles from './UnitWeights.module.css';

interface UnitNoteProps {
  readonly layer: ShapedLayer;
  /** What the selected value is called. */
  readonly name: string;
}

const OF = { en: '{name}, from {type}', ko: '{type}에서 나온 {name}' };
/** What is to be known of the tiles of a Dropout. */
export const NOT_DROPPED = {
  en: 'The tiles show what predict() gives: there, nothing is switched off.',
  ko: '타일에는 predict()의 값이 보인다. 예측할 때는 아무것도 끄지 않는다.',
};
const CLOSE = { en: 'Deselect', ko: '선택 해제' };

/** What a layer without weights to set does to the selected value, in a line. */
export const UnitNote = ({ layer: { spec }, name }: UnitNoteProps) => {
  const say = useSay();
  const title = say(OF, { name, type: spec.type });
  return (
    <section className={styles.list} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.line}>
        {say(definitionOf(spec).line)} {spec.type === 'Dropout' && say(NOT_DROPPED)}
      </p>
      <IconButton label={say(CLOSE)} onClick={() => look({ selected: null })}>
        <svg width="11" height="11" viewBox="0 0 9 9">
          <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
        </svg>
      </IconButton>
    </section>
  );
};
