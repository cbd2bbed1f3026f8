import type { Field as Definition } from '../../engine/fields.ts';
import { type Setting, settingOf } from '../../experiment/settings.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Switch } from '../../ui/controls/Switch.tsx';
import { words } from './words.ts';

interface SettingControlProps {
  readonly field: Definition;
  readonly spec: object;
  readonly onChange: (field: Definition, value: Setting | null, gesture?: string) => void;
}

/** One setting under its Keras name. That a change keeps the weights is said above; only where it starts over it is said here. */
export const SettingControl = ({ field, spec, onChange }: SettingControlProps) => {
  const say = useSay();
  const value = settingOf(spec, field);
  const control = () => {
    switch (field.kind) {
      case 'number':
        return (
          <NumberInput
            field={field}
            label={field.name}
            width={72}
            value={typeof value === 'number' ? value : null}
            onChange={(next, gesture) => onChange(field, next, gesture)}
            {...(field.optional && { onEmpty: () => onChange(field, null), placeholder: say(words.none) })}
          />
        );
      case 'switch':
        return (
          <Switch label={field.name} checked={value === true} onChange={(next) => onChange(field, next)} />
        );
      case 'choice':
        return (
          <Select
            label={field.name}
            options={field.options.map((option) => ({ value: option.value, words: say(option.words) }))}
            value={String(value)}
            onChange={(next) => onChange(field, next)}
          />
        );
      case 'list':
        return null;
    }
  };
  return (
    <Field
      label={field.name}
      mono
      effect={field.effect === 'restart' ? 'restart' : undefined}
      hint={field.hint && say(field.hint)}
    >
      {control()}
    </Field>
  );
};
