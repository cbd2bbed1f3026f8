import { memo, useId, useRef } from 'react';
import {
  type ActivationName,
  activations,
  moreActivations,
  usualActivations,
} from '../../engine/activations/index.ts';
import { activationOf, definitionOf, type LayerSpec } from '../../engine/layers/index.ts';
import { pairOf } from '../../engine/window.ts';
import { setActivation } from '../../experiment/moves.ts';
import { settingOf } from '../../experiment/settings.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { measure } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Chevron } from '../../ui/controls/Chevron.tsx';
import { classes } from '../../ui/controls/classes.ts';
import { Menu } from '../../ui/controls/Menu.tsx';
import { Popover } from '../../ui/controls/Popover.tsx';
import { setting } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import { Breakable } from './Breakable.tsx';
import styles from './LayerChip.module.css';
import { layerName } from './names.ts';
import { settingsOf } from './settingsOf.ts';

const LayerSettings = later(async () => (await import('./LayerSettings.tsx')).LayerSettings);

interface LayerChipProps {
  /** Counted from 0. */
  readonly layer: number;
  readonly spec: LayerSpec;
  /** Leaves out what is said elsewhere, where columns are narrow. */
  readonly short?: boolean;
  readonly tight?: boolean;
}

const NAME = {
  en: '{layer}: {type} {activation}. Activation (keeps the weights)',
  ko: '{layer}: {type} {activation}. 활성화함수 (가중치 유지)',
};
const SETTINGS_OF = { en: '{layer}: {type}, settings', ko: '{layer}: {type} 설정' };
const MORE = { en: 'More', ko: '더 보기' };
const COMPARE = { en: 'Compare', ko: '비교' };
const SETTINGS = { en: 'Settings', ko: '설정' };

/**
 * Type and activation of a layer, which opens the list of activations, each with its one line, and the layer's settings
 * at its end. A layer without activation is its type alone, and opens its settings.
 */
export const LayerChip = memo(({ layer, spec, short = false, tight = false }: LayerChipProps) => {
  const say = useSay();
  const design = useDesign();
  const id = useId();
  const whole = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { type } = spec;
  const where = say(layerName(layer, design.model.layers.length, type === 'Dense'));
  const label = say(SETTINGS_OF, { layer: where, type });
  const activation = activationOf(spec);
  const face = [windowWords(spec), 'activation' in spec ? activation : numberOf(spec)]
    .filter(Boolean)
    .join(', ');
  // The head of the column says what type it is; of neurons there is no other.
  const said = type === 'Dense' || (face !== '' && layer < design.model.layers.length - 1);
  const item = (name: ActivationName) => ({
    key: name,
    words: say(activations[name].words),
    line: say(activations[name].line),
    current: name === activation,
    onSelect: () => {
      if (name === activation) return;
      edit(setActivation(design, spec.id, name), { deed: { kind: 'activation', layer } });
    },
  });
  const compare = {
    key: 'compare',
    words: say(COMPARE),
    onSelect: () => measure({ kind: 'activations', layer }),
  };
  const settings = {
    key: 'settings',
    words: say(SETTINGS),
    onSelect: () => panel.current?.showPopover?.(),
  };
  const chip = (
    <span className={classes(styles.face, tight && styles.tight)}>
      <span className={styles.words}>
        {!(short && said) && (
          <b className={styles.type}>
            <Breakable words={type} />
          </b>
        )}
        {face && <span>{face}</span>}
      </span>
      <Chevron className={styles.chevron} />
    </span>
  );
  return (
    <span ref={whole} className={classes(styles.whole, short && !said && styles.stacked)}>
      {'activation' in spec ? (
        <Menu
          className={styles.chip}
          label={say(NAME, { layer: where, type, activation })}
          items={usualActivations.map(item)}
          more={{ words: say(MORE), items: moreActivations.map(item) }}
          last={settingsOf(spec).length > 0 ? [compare, settings] : [compare]}
        >
          {chip}
        </Menu>
      ) : (
        <button
          type="button"
          className={styles.chip}
          aria-label={label}
          title={label}
          aria-haspopup="dialog"
          popoverTarget={id}
        >
          {chip}
        </button>
      )}
      <Popover id={id} label={label} beside={whole} panel={panel}>
        <LayerSettings spec={spec} where={where} />
      </Popover>
    </span>
  );
});
LayerChip.displayName = 'LayerChip';

/** The window of a layer for pictures: "3×3 same", "2×2". */
const windowWords = (spec: LayerSpec): string => {
  const size = 'kernel_size' in spec ? spec.kernel_size : 'pool_size' in spec ? spec.pool_size : null;
  if (size === null) return '';
  const padding = 'padding' in spec && spec.padding === 'same' ? ' same' : '';
  return `${pairOf(size).join('×')}${'kernel_size' in spec && padding === '' ? ' valid' : padding}`;
};

/** What a layer with a single number is set to: the rate of a Dropout. */
const numberOf = (spec: LayerSpec): string => {
  const [field, ...others] = definitionOf(spec).fields;
  if (field?.kind !== 'number' || others.length > 0) return '';
  return setting(Number(settingOf(spec, field)));
};
