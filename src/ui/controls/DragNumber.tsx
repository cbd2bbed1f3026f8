import { type FocusEvent, type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { fixed, readNumber, setting } from '../format.ts';
import { classes } from './classes.ts';
import { stride, tidy } from './stepping.ts';
import { useNumberDrag } from './useNumberDrag.ts';
import styles from './DragNumber.module.css';

interface DragNumberProps {
  readonly value: number;
  /** Changes within one drag, or one run of arrow keys, carry the same gesture; a typed number has none. */
  readonly onChange: (value: number, gesture?: string) => void;
  readonly label: string;
  /** Coloured by its sign (the default), as weights, slopes and moves are. */
  readonly signed?: boolean;
  /** Decimals shown; 3 unless told. */
  readonly digits?: number;
  /** What one press of an arrow key, or four pixels of dragging, adds; 0.1 unless told. */
  readonly step?: number;
  readonly className?: string;
  readonly onPointerEnter?: (event: PointerEvent) => void;
  readonly onPointerLeave?: (event: PointerEvent) => void;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly onBlur?: (event: FocusEvent) => void;
}

/** A number in a drawing: looks like text; dragged horizontally, stepped with arrow keys, clicked (or Enter) to type. */
export const DragNumber = (props: DragNumberProps) => {
  const { value, onChange, label, signed = true, digits = 3, step = 0.1, className } = props;
  const own = useId();
  const visits = useRef(0);
  const face = useRef<HTMLSpanElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const drag = useNumberDrag({
    value,
    step,
    onDrag: (next, gesture) => onChange(Number(next.toFixed(digits)), gesture),
    onPress: () => setDraft(setting(Number(value.toFixed(digits)))),
  });
  const colour = signed && value !== 0 ? (value < 0 ? styles.negative : styles.positive) : null;

  const commit = (back: boolean) => {
    const typed = draft === null ? Number.NaN : readNumber(draft);
    setDraft(null);
    if (Number.isFinite(typed) && typed !== Number(value.toFixed(digits))) onChange(typed);
    if (back) requestAnimationFrame(() => face.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const up = event.key === 'ArrowUp' || event.key === 'ArrowRight';
    if (event.key === 'Enter') {
      event.preventDefault();
      setDraft(setting(Number(value.toFixed(digits))));
    } else if (up || event.key === 'ArrowDown' || event.key === 'ArrowLeft') {
      event.preventDefault();
      event.stopPropagation();
      onChange(tidy(value + stride(step, event) * (up ? 1 : -1)), `keys ${own} ${visits.current}`);
    }
  };

  if (draft !== null) {
    return (
      <input
        // The person has just asked to type here.
        autoFocus
        className={classes(styles.number, styles.typing, className)}
        type="text"
        inputMode="text"
        autoComplete="off"
        aria-label={label}
        value={draft}
        size={Math.max(4, draft.length)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => commit(false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') commit(true);
          if (event.key === 'Escape') {
            setDraft(null);
            requestAnimationFrame(() => face.current?.focus());
          }
        }}
      />
    );
  }
  return (
    <span
      {...drag}
      ref={face}
      role="spinbutton"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={Number(value.toFixed(digits))}
      aria-valuetext={fixed(value, digits)}
      className={classes(styles.number, colour, className)}
      onKeyDown={onKeyDown}
      onPointerEnter={props.onPointerEnter}
      onPointerLeave={props.onPointerLeave}
      onFocus={(event) => {
        visits.current += 1;
        props.onFocus?.(event);
      }}
      onBlur={props.onBlur}
    >
      {fixed(value, digits)}
    </span>
  );
};
