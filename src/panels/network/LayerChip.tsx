import { memo } from 'react';
import {
  type ActivationName,
  activations,
  moreActivations,
  usualActivations,
} from '../../engine/activations/index.ts';
import type { LayerSpec } from '../../engine/layers/index.ts';
import { setActivation } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Chevron } from '../../ui/controls/Chevron.tsx';
import { Menu } from '../../ui/controls/Menu.tsx';
import { layerName } from './names.ts';
import styles from './LayerChip.module.css';

interface LayerChipProps {
  /** Counted from 0. */
  readonly layer: number;
  readonly spec: LayerSpec;
  /** Leaves out the type where columns are narrow. */
  readonly short?: boolean;
}

const NAME = {
  en: '{layer}: Dense {activation}. Activation (keeps the weights)',
  ko: '{layer}: Dense {activation}. 활성화함수 (가중치 유지)',
};

const MORE = { en: 'More', ko: '더 보기' };

/** Type and activation of a layer; opens the list of activations, each with its one line. */
export const LayerChip = memo(({ layer, spec, short = false }: LayerChipProps) => {
  const say = useSay();
  const design = useDesign();
  const where = say(layerName(layer, design.model.layers.length));
  const item = (name: ActivationName) => ({
    key: name,
    words: say(activations[name].words),
    line: say(activations[name].line),
    current: name === spec.activation,
    onSelect: () => {
      if (name === spec.activation) return;
      edit(setActivation(design, spec.id, name), { deed: { kind: 'activation', layer } });
    },
  });
  return (
    <Menu
      className={styles.chip}
      label={say(NAME, { layer: where, activation: spec.activation })}
      items={usualActivations.map(item)}
      more={{ words: say(MORE), items: moreActivations.map(item) }}
    >
      <span className={styles.face}>
        {!short && <b className={styles.type}>{spec.type}</b>}
        <span>{spec.activation}</span>
        <Chevron className={styles.chevron} />
      </span>
    </Menu>
  );
});
LayerChip.displayName = 'LayerChip';
