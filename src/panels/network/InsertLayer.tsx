import { memo } from 'react';
import { definitionOf, layers as kinds, type LayerType } from '../../engine/layers/index.ts';
import { addLayer, MOST_LAYERS } from '../../experiment/moves.ts';
import { shapesOf } from '../../experiment/widths.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { Menu } from '../../ui/controls/Menu.tsx';
import styles from './InsertLayer.module.css';
import { offersFor } from './offers.ts';

interface InsertLayerProps {
  /** The place the new layer takes, counted from 0. */
  readonly at: number;
  /** With the words "hidden layer", where there is none yet: then it is one, without asking. */
  readonly words?: boolean;
}

const INSERT = { en: 'Add a hidden layer', ko: '은닉층 추가' };
const INSERT_BEFORE = {
  en: 'Add a layer before layer {layer}: starts over',
  ko: '{layer}번째 층 앞에 층 추가: 처음부터 학습',
};
const STARTS_OVER = { en: 'starts over', ko: '처음부터 학습' };
const HIDDEN_LAYER = { en: 'hidden layer', ko: '은닉층' };
const MORE = { en: 'More', ko: '더 보기' };

/** The dashed + between two columns: a list of the layers that fit there, each with its one line. */
export const InsertLayer = memo(({ at, words = false }: InsertLayerProps) => {
  const say = useSay();
  const design = useDesign();
  if (design.model.layers.length >= MOST_LAYERS) return null;
  const insert = (type: LayerType) => edit((now) => addLayer(now, at, type), { deed: { kind: 'layer', at } });
  if (words) {
    return (
      <button
        type="button"
        className={classes(styles.insert, styles.pill)}
        title={`${say(INSERT)}: ${say(STARTS_OVER)}`}
        onClick={() => insert('Dense')}
      >
        <span className={styles.face}>
          <Plus />
          {say(HIDDEN_LAYER)}
        </span>
      </button>
    );
  }
  const offers = offersFor(shapesOf(design)[at] ?? [1]);
  const item = (type: LayerType) => {
    const { words: name, line } = definitionOf(kinds[type].create(1));
    return { key: type, words: say(name), line: say(line), onSelect: () => insert(type) };
  };
  return (
    <Menu
      className={styles.insert}
      label={say(INSERT_BEFORE, { layer: at + 1 })}
      items={offers.usual.map(item)}
      more={{ words: say(MORE), items: offers.more.map(item) }}
    >
      <span className={styles.face}>
        <Plus />
      </span>
    </Menu>
  );
});
InsertLayer.displayName = 'InsertLayer';

const Plus = () => (
  <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
    <path d="M4.5 0V9M0 4.5H9" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);
