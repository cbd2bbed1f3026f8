import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { classes } from './classes.ts';
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
  /** What the button shows. */
  readonly children: ReactNode;
  /** Class of the button. */
  readonly className?: string;
  readonly disabled?: boolean;
}

/** Space kept to the edges of the window, in pixels. */
const MARGIN = 8;

/** A button that opens a list: a native popover (Esc and a click outside close it), arrow keys walk through it. */
export const Menu = ({ label, items, children, className, disabled }: MenuProps) => {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const place = () => {
    const [from, box] = [button.current?.getBoundingClientRect(), list.current];
    if (!from || !box) return;
    const { width, height } = box.getBoundingClientRect();
    const below = from.bottom + 4;
    const top = below + height <= innerHeight - MARGIN ? below : from.top - 4 - height;
    box.style.left = `${Math.max(MARGIN, Math.min(from.left, innerWidth - MARGIN - width))}px`;
    box.style.top = `${Math.max(MARGIN, top)}px`;
  };
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const entries = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    entries[(to + entries.length) % entries.length]?.focus();
  };
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
          if (event.newState !== 'open') return;
          place();
          const entries = list.current;
          (
            entries?.querySelector<HTMLElement>('[aria-checked=true]') ?? entries?.querySelector('button')
          )?.focus();
        }}
      >
        {items.map((item) => (
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
        ))}
      </div>
    </>
  );
};
