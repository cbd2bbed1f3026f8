import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { place } from './place.ts';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly key: string;
  readonly words: string;
  /** One line under the words. */
  readonly line?: string;
  /** The one that is on. */
  readonly current?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** Name of the button and of the list. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What is shown only when asked for, and the words of that question. */
  readonly more?: { readonly words: string; readonly items: readonly MenuItem[] };
  /** What leads elsewhere instead of being a choice: it stands apart, at the end. */
  readonly last?: readonly MenuItem[];
  /** What the button shows. */
  readonly children: ReactNode;
  /** Class of the button. */
  readonly className?: string;
  readonly disabled?: boolean;
}

/** A button that opens a list: a native popover (Esc and a click outside close it), arrow keys walk through it. */
export const Menu = ({ label, items, more, last, children, className, disabled }: MenuProps) => {
  const id = useId();
  const [asked, setAsked] = useState(false);
  const others = more?.items ?? [];
  const all = asked || others.some(({ current }) => current);
  const shown = all ? [...items, ...others] : items;
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // What came last by asking is walked to from its first item; the longer list finds its place anew.
  useEffect(() => {
    if (!asked) return;
    place(button.current, list.current);
    list.current?.querySelectorAll<HTMLElement>('button')[items.length]?.focus();
  }, [asked, items.length]);
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const entries = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    entries[(to + entries.length) % entries.length]?.focus();
  };
  const row = (item: MenuItem) => (
    <button
      key={item.key}
      type="button"
      role={item.current === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.current}
      disabled={item.disabled}
      className={classes(styles.item, item.current && styles.current)}
      onClick={() => {
        list.current?.hidePopover?.();
        button.current?.focus();
        item.onSelect();
      }}
    >
      <span>{item.words}</span>
      {item.line && <small className={styles.line}>{item.line}</small>}
    </button>
  );
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        disabled={disabled}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={styles.list}
        onKeyDown={walk}
        onToggle={(event) => {
          if (event.newState !== 'open') return setAsked(false);
          place(button.current, list.current);
          const entries = list.current;
          (
            entries?.querySelector<HTMLElement>('[aria-checked=true]') ?? entries?.querySelector('button')
          )?.focus();
        }}
      >
        {shown.map(row)}
        {more && !all && (
          <button
            type="button"
            role="menuitem"
            aria-expanded={false}
            className={styles.item}
            onClick={() => setAsked(true)}
          >
            {more.words}
          </button>
        )}
        {last && <div className={styles.apart}>{last.map(row)}</div>}
      </div>
    </>
  );
};
