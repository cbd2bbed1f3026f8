import type { NumberField } from '../../../engine/fields.ts';
import { sets } from '../../../data/sets/index.ts';
import { setPicture } from '../../../experiment/moves.ts';
import { edit, useDesign } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { Field } from '../../../ui/controls/Field.tsx';
import { Slider } from '../../../ui/controls/Slider.tsx';
import { setting } from '../../../ui/format.ts';
import { words } from './words.ts';
import styles from './PictureSettings.module.css';

/** How the pictures are drawn. Another setting is other data: it starts over. */
export const PictureSettings = () => {
  const say = useSay();
  const { data } = useDesign();
  const { settings = [] } = sets[data.set];
  if (settings.length === 0) return null;
  return (
    <div className={styles.settings}>
      <h3>{say(words.howDrawn)}</h3>
      {settings.map((field) => (
        <Setting key={field.name} field={field} value={data.settings?.[field.name] ?? field.initial} />
      ))}
    </div>
  );
};

const Setting = ({ field, value }: { readonly field: NumberField; readonly value: number }) => {
  const say = useSay();
  return (
    <Field
      label={say(field.words)}
      hint={field.hint && say(field.hint)}
      effect={field.effect}
      reading={setting(value)}
      stacked
    >
      <Slider
        label={say(field.words)}
        value={value}
        min={field.min}
        max={field.max}
        step={field.step}
        onChange={(next, gesture) =>
          edit((design) => setPicture(design, field, next), { deed: { kind: 'data' }, gesture })
        }
      />
    </Field>
  );
};
