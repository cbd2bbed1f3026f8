import { type KeyboardEvent, useId, useState } from 'react';
import { say, type Text } from '../../text.ts';
import { usePageLanguage } from '../language.ts';
import { classes } from './classes.ts';
import styles from './TextInput.module.css';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Why a text will not do, as a sentence; null if it will. */
  readonly refuse: (value: string) => Text | null;
  readonly className?: string;
}

/** Letters that stand beside each other in the narrowest column. */
const LINE = 27;

/** A line of letters to type, broken where it is long; taken with Enter or on leaving. What is refused is said and not taken. */
export const TextInput = ({ label, value, onChange, refuse, className }: TextInputProps) => {
  const own = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<Text | null>(null);
  const language = usePageLanguage();

  const put = (next: string | null) => {
    setDraft(next);
    setRefused(null);
  };
  const commit = (leaving: boolean) => {
    if (draft === null) return;
    const why = refuse(draft);
    // A field that is left shows the value in force again, and then there is nothing to say.
    if (why && !leaving) return setRefused(why);
    put(null);
    if (!why && draft !== value) onChange(draft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter ends a syllable that is still being put together, too.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit(false);
    } else if (event.key === 'Escape') put(null);
  };

  return (
    <span className={classes(styles.box, className)}>
      <textarea
        className={styles.input}
        rows={Math.ceil((draft ?? value).length / LINE)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={refused !== null}
        aria-describedby={refused ? `${own}-why` : undefined}
        value={draft ?? value}
        onChange={(event) => put(event.target.value)}
        onBlur={() => commit(true)}
        onKeyDown={onKeyDown}
      />
      <span id={`${own}-why`} role="status" className={styles.why}>
        {refused && say(refused, language)}
      </span>
    </span>
  );
};
