import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type NumberField, refuseNumber } from '../../engine/fields.ts';
import { say, type Text } from '../../text.ts';
import { readNumber, setting } from '../format.ts';
import { usePageLanguage } from '../language.ts';
import { classes } from './classes.ts';
import { stride, within } from './stepping.ts';
import { useNumberDrag } from './useNumberDrag.ts';
import styles from './NumberInput.module.css';

interface NumberInputProps {
  readonly field: NumberField;
  /** null: left empty (see onEmpty). */
  readonly value: number | null;
  /** Changes within one drag, or one run of arrow keys, carry the same gesture; a typed number has none. */
  readonly onChange: (value: number, gesture?: string) => void;
  readonly label: string;
  /** In CSS pixels. */
  readonly width?: number;
  /** Where given, the field may be left empty. */
  readonly onEmpty?: () => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly className?: string;
}

/** After this pause in typing, in ms, a number that will not do is said: later, it may be too late. */
const PAUSE = 800;
/** So long, in ms, it stands beside a field that was left before that. */
const LATE = 6000;

/** A number to type, to step with the arrow keys, or to drag. What the field refuses is said and not taken. */
export const NumberInput = (props: NumberInputProps) => {
  const { field, value, onChange, label, width, onEmpty, placeholder, disabled, id, className } = props;
  const own = useId();
  const input = useRef<HTMLInputElement>(null);
  const visits = useRef(0);
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<Text | null>(null);
  const language = usePageLanguage();
  const current = value ?? field.initial;

  const take = (next: number, gesture?: string) => {
    setDraft(null);
    setRefused(null);
    if (next !== value) onChange(next, gesture);
  };
  const commit = (leaving: boolean) => {
    if (draft === null) return;
    if (draft.trim() === '' && onEmpty) {
      setDraft(null);
      setRefused(null);
      if (value !== null) onEmpty();
      return;
    }
    const typed = readNumber(draft);
    const why = refuseNumber(field, typed);
    if (!why) return take(typed);
    // A field that is left shows the value in force again; why is said if there was no time for it before.
    if (leaving) setDraft(null);
    setRefused(leaving && refused ? null : why);
  };
  const mayBeEmpty = onEmpty !== undefined;
  useEffect(() => {
    if (draft === null || (draft.trim() === '' && mayBeEmpty)) return;
    const why = refuseNumber(field, readNumber(draft));
    const pause = setTimeout(() => setRefused(why), PAUSE);
    return () => clearTimeout(pause);
  }, [draft, field, mayBeEmpty]);
  const late = draft === null && refused !== null;
  useEffect(() => {
    if (!late) return;
    const read = setTimeout(() => setRefused(null), LATE);
    return () => clearTimeout(read);
  }, [late]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit(false);
    else if (event.key === 'Escape') {
      setDraft(null);
      setRefused(null);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const distance = stride(field.step, event) * (event.key === 'ArrowUp' ? 1 : -1);
      const least = field.integer ? Math.sign(distance) * Math.max(1, Math.abs(distance)) : distance;
      take(within(field, current + least, current), `keys ${own} ${visits.current}`);
    }
  };
  const drag = useNumberDrag({
    value: current,
    step: field.step,
    disabled: disabled === true,
    onDrag: (next, gesture) => take(within(field, next, current), gesture),
    onPress: () => input.current?.focus(),
  });

  return (
    <span className={classes(styles.box, className)}>
      <input
        {...drag}
        ref={input}
        id={id}
        className={styles.input}
        style={width === undefined ? undefined : { width }}
        type="text"
        inputMode={field.min < 0 ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={refused !== null && !late}
        aria-describedby={refused ? `${own}-why` : undefined}
        value={draft ?? (value === null ? '' : setting(value))}
        onFocus={(event) => {
          visits.current += 1;
          setRefused(null);
          event.target.select();
        }}
        onChange={(event) => {
          setDraft(event.target.value);
          setRefused(null);
        }}
        onBlur={() => commit(true)}
        onKeyDown={onKeyDown}
      />
      <span id={`${own}-why`} role="status" className={styles.why}>
        {refused && say(refused, language)}
      </span>
    </span>
  );
};
