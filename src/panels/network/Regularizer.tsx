import type { LayerSpec } from '../../engine/layers/index.ts';
import { regularizers } from '../../engine/regularizers/index.ts';
import {
  regularizerNames,
  regularizerOf,
  setRegularizer,
  setRegularizerSetting,
} from '../../experiment/layerMoves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { SettingControl } from '../compile/SettingControl.tsx';
import styles from './LayerSettings.module.css';

const LABEL = 'kernel_regularizer';
const NONE = { en: 'none', ko: '없음' };

/** What the size of a layer's weights adds to the loss, with its factors. */
export const Regularizer = ({ spec }: { readonly spec: LayerSpec }) => {
  const say = useSay();
  const design = useDesign();
  const chosen = regularizerOf(spec);
  const definition = chosen && regularizers[chosen.type];
  return (
    <div className={styles.part}>
      <Field label={LABEL} mono stacked hint={definition ? say(definition.line) : undefined}>
        <Select
          mono
          label={LABEL}
          options={[
            { value: 'none' as const, words: say(NONE) },
            ...regularizerNames.map((value) => ({ value, words: value })),
          ]}
          value={chosen?.type ?? 'none'}
          onChange={(value) =>
            edit(setRegularizer(design, spec.id, value === 'none' ? null : value), {
              deed: { kind: 'other' },
            })
          }
        />
      </Field>
      {chosen && definition && (
        <div className={styles.own}>
          {definition.fields.map((own) => (
            <SettingControl
              key={own.name}
              field={own}
              spec={chosen}
              onChange={(setting, value, gesture) =>
                edit(setRegularizerSetting(design, spec.id, setting, Number(value)), {
                  deed: { kind: 'other' },
                  ...(gesture !== undefined && { gesture }),
                })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
};
