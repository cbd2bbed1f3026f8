import type { Setting as Definition } from '../../engine/callbacks/index.ts';
import { refuseLetters } from '../../experiment/letters.ts';
import { type Setting, settingOf } from '../../experiment/settings.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Switch } from '../../ui/controls/Switch.tsx';
import { TextInput } from '../../ui/controls/TextInput.tsx';
import { words } from './words.ts';

interface SettingControlProps<Kind extends Definition> {
  readonly field: Kind;
  readonly spec: object;
  readonly onChange: (field: Kind, value: Setting | null, gesture?: string) => void;
  /** The names that the log will have, for a field that watches one of them. */
  readonly logged?: readonly string[];
}

/** One setting under its Keras name. That a change keeps the weights is said above; only where it starts over it is said here. */
export const SettingControl = <Kind extends Definition>(props: SettingControlProps<Kind>) => {
  const { field, spec, onChange, logged = [] } = props;
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
      case 'text':
        return (
          <TextInput
            label={field.name}
            value={String(value)}
            refuse={(typed) => refuseLetters(field, typed)}
            onChange={(next) => onChange(field, next)}
          />
        );
      case 'monitor': {
        // What is watched may have gone from the log: it still stands there, and the problem says so.
        const names = logged.includes(String(value)) ? logged : [...logged, String(value)];
        return (
          <Select
            mono
            label={field.name}
            options={names.map((name) => ({ value: name, words: name }))}
            value={String(value)}
            onChange={(next) => onChange(field, next)}
          />
        );
      }
      case 'list':
        return null;
    }
  };
  return (
    <Field
      label={field.name}
      mono
      stacked={field.kind === 'text'}
      effect={field.effect === 'restart' ? 'restart' : undefined}
      hint={field.hint && say(field.hint)}
    >
      {control()}
    </Field>
  );
};
