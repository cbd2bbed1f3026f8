import { initializerNames, initializers } from '../../engine/initializers/index.ts';
import type { LayerSpec } from '../../engine/layers/index.ts';
import {
  type InitializerField,
  initializerOf,
  setInitializer,
  setInitializerSetting,
} from '../../experiment/layerMoves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { SettingControl } from '../compile/SettingControl.tsx';
import styles from './LayerSettings.module.css';

interface InitializerProps {
  readonly spec: LayerSpec;
  readonly field: InitializerField;
}

/** Where first weights come from, with the settings that the chosen initializer has of its own. */
export const Initializer = ({ spec, field }: InitializerProps) => {
  const design = useDesign();
  const { type, settings } = initializerOf(spec, field);
  const { fields } = initializers[type];
  return (
    <div className={styles.part}>
      <Field label={field.name} mono stacked effect={field.effect}>
        <Select
          mono
          label={field.name}
          options={initializerNames.map((value) => ({ value, words: value }))}
          value={type}
          onChange={(value) =>
            edit(setInitializer(design, spec.id, field, value), { deed: { kind: 'other' } })
          }
        />
      </Field>
      {fields.length > 0 && (
        <div className={styles.own}>
          {fields.map((own) => (
            <SettingControl
              key={own.name}
              field={own}
              spec={settings}
              onChange={(setting, value, gesture) =>
                edit(setInitializerSetting(design, spec.id, field, setting, Number(value)), {
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
