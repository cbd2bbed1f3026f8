import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LONGEST_NAME } from '../../state/branches.ts';
import { useSay } from '../../state/words.ts';
import { words } from './branchWords.ts';
import { PencilSign } from './branchIcons.tsx';
import styles from './Branches.module.css';

interface BranchNameProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
}

/** A field that has just come takes the focus, and what is typed takes the place of the name. One function: it is called once. */
const begin = (field: HTMLInputElement | null): void => {
  field?.focus();
  field?.select();
};

/** The name of a branch, which a click makes a field: Enter keeps what is typed, as leaving it does, Esc gives it up. */
export const BranchName = ({ name, onRename }: BranchNameProps) => {
  const say = useSay();
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const byKey = useRef(false);
  // What was ended with a key gives the focus back to where it began.
  useEffect(() => {
    if (draft === null && byKey.current) button.current?.focus();
    byKey.current = false;
  }, [draft]);

  const end = (keep: boolean): void => {
    if (keep && draft !== null && draft !== name) onRename(draft);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter ends a syllable that is still being put together, too.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // The list stays open.
    event.preventDefault();
    event.stopPropagation();
    byKey.current = true;
    end(event.key === 'Enter');
  };
  if (draft === null)
    return (
      <button
        ref={button}
        type="button"
        className={styles.name}
        aria-label={say(words.rename, { name })}
        title={say(words.rename, { name })}
        onClick={() => setDraft(name)}
      >
        <span>{name}</span>
        <PencilSign />
      </button>
    );
  return (
    <input
      ref={begin}
      className={styles.field}
      aria-label={say(words.nameOf)}
      maxLength={LONGEST_NAME}
      autoComplete="off"
      spellCheck={false}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true)}
    />
  );
};
