import { useId, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './Slider.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Changes within one gesture (a drag, or keys while it stays focused) carry the same name. */
  readonly onChange: (value: number, gesture: string) => void;
  /** What a screen reader says for the value, with its unit. */
  readonly text?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly id?: string;
}

/** A native range. Its words and its number stand beside it (see Field). */
export const Slider = ({ label, text, onChange, className, ...range }: SliderProps) => {
  const name = useId();
  const gesture = useRef(0);
  const begin = () => {
    gesture.current += 1;
  };
  const share = range.max > range.min ? (range.value - range.min) / (range.max - range.min) : 0;
  return (
    <input
      {...range}
      type="range"
      className={classes(styles.slider, className)}
      style={{ '--share': `${Math.max(0, Math.min(1, share)) * 100}%` } as React.CSSProperties}
      aria-label={label}
      aria-valuetext={text}
      onPointerDown={begin}
      onFocus={begin}
      onChange={(event) => onChange(event.target.valueAsNumber, `slider ${name} ${gesture.current}`)}
    />
  );
};
