import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react';
import { classes } from './classes.ts';
import { place } from './place.ts';
import styles from './Popover.module.css';

interface PopoverProps {
  readonly id: string;
  /** Its name for a screen reader. */
  readonly label: string;
  /** What it opens beside. */
  readonly beside: RefObject<HTMLElement | null>;
  readonly panel: RefObject<HTMLDivElement | null>;
  /** Only there while it is open. */
  readonly children: ReactNode;
  /** Where it is not as wide as usual. */
  readonly className?: string | undefined;
}

/** Controls that are asked for: a native popover (Esc and a click outside close it) that takes the focus. */
export const Popover = ({ id, label, beside, panel, children, className }: PopoverProps) => {
  const [open, setOpen] = useState(false);
  // What is inside may grow while it is open.
  useLayoutEffect(() => {
    if (open) place(beside.current, panel.current);
  });
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={classes(styles.panel, className)}
      onBeforeToggle={(event) => {
        if (event.newState === 'open') setOpen(true);
      }}
      onToggle={(event) => {
        // Only now: the browser gives the focus back from what had it inside.
        if (event.newState !== 'open') return setOpen(false);
        place(beside.current, panel.current);
        const first = panel.current?.querySelector<HTMLElement>('input, select, button, [tabindex="0"]');
        (first ?? panel.current)?.focus();
      }}
    >
      {open && children}
    </div>
  );
};
