import { definitionOf, type LayerSpec } from '../../engine/layers/index.ts';
import type { Field } from '../../engine/fields.ts';
import { hasKernel, isInitializer } from '../../experiment/layerMoves.ts';
import { setLayer } from '../../experiment/moves.ts';
import { moveLayer } from '../../experiment/order.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import type { Text } from '../../text.ts';
import { SettingControl } from '../compile/SettingControl.tsx';
import { Initializer } from './Initializer.tsx';
import styles from './LayerSettings.module.css';
import { Regularizer } from './Regularizer.tsx';
import { settingsOf } from './settingsOf.ts';

interface LayerSettingsProps {
  readonly spec: LayerSpec;
  /** What the layer is called at its column. */
  readonly where: string;
}

/** What is to be known of the tiles of a Dropout. */
export const NOT_DROPPED = {
  en: 'The tiles show what predict() gives: there, nothing is switched off.',
  ko: '타일에는 predict()의 값이 보인다. 예측할 때는 아무것도 끄지 않는다.',
};
const KEEPS_ALL = { en: 'A change keeps the weights.', ko: '바꾸어도 가중치가 그대로 남는다.' };
const KEEPS = {
  en: 'A change keeps the weights, except where it says “starts over”.',
  ko: '“처음부터 학습”이라고 적힌 것 말고는 바꾸어도 가중치가 그대로 남는다.',
};

/** What a layer does, and its settings under their Keras names. */
export const LayerSettings = ({ spec, where }: LayerSettingsProps) => {
  const say = useSay();
  const design = useDesign();
  const fields = settingsOf(spec);
  const restarts = fields.some(({ effect }) => effect === 'restart');
  const withoutBias = 'use_bias' in spec && spec.use_bias === false;
  const control = (field: Field) => {
    if (isInitializer(field)) {
      const idle = withoutBias && field.name === 'bias_initializer';
      return idle ? null : <Initializer key={field.name} spec={spec} field={field} />;
    }
    return (
      <SettingControl
        key={field.name}
        field={field}
        spec={spec}
        onChange={(_field, value, gesture) =>
          edit(setLayer(design, spec.id, field, value), {
            deed: { kind: field.name === 'units' ? 'units' : 'other' },
            ...(gesture !== undefined && { gesture }),
          })
        }
      />
    );
  };
  return (
    <div className={styles.settings}>
      <h3>
        {where}: {spec.type}
      </h3>
      <p className={styles.line}>{say(definitionOf(spec).line)}</p>
      {spec.type === 'Dropout' && <p className={styles.line}>{say(NOT_DROPPED)}</p>}
      {fields.length > 0 && <p className={styles.hint}>{say(restarts ? KEEPS : KEEPS_ALL)}</p>}
      {fields.filter(({ name }) => name !== 'trainable').map(control)}
      {hasKernel(spec) && <Regularizer spec={spec} />}
      {fields.filter(({ name }) => name === 'trainable').map(control)}
      <Places spec={spec} />
    </div>
  );
};

const PLACE = { en: 'Place among the layers', ko: '층의 순서' };
const STARTS_OVER = { en: 'starts over', ko: '처음부터 학습' };
const EARLIER = { en: '← One earlier', ko: '← 앞으로' };
const LATER = { en: 'One later →', ko: '뒤로 →' };

/** Puts a layer one place earlier or later; the output layer stays where it is. */
const Places = ({ spec }: Pick<LayerSettingsProps, 'spec'>) => {
  const say = useSay();
  const { layers } = useDesign().model;
  const from = layers.findIndex(({ id }) => id === spec.id);
  const last = layers.length - 1;
  if (from === last || last < 2) return null;
  const button = (by: -1 | 1, words: Text) => (
    <Button
      disabled={from + by < 0 || from + by >= last}
      onClick={() =>
        edit((now) => moveLayer(now, spec.id, from + by), { deed: { kind: 'moved', id: spec.id, from } })
      }
    >
      {say(words)}
    </Button>
  );
  return (
    <div className={styles.part} role="group" aria-label={say(PLACE)}>
      <p className={styles.hint}>
        {say(PLACE)} · {say(STARTS_OVER)}
      </p>
      <p className={styles.places}>
        {button(-1, EARLIER)}
        {button(1, LATER)}
      </p>
    </div>
  );
};
