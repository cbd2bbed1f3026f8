import type { ReactNode } from 'react';
import type { Knob } from './LossOverWeight.tsx';
import type { Point } from './scale.ts';
import { useGrip } from './useGrip.ts';
import marks from './weights.module.css';

interface GripProps {
  readonly knob: Knob;
  readonly at: Point;
  readonly radius: number;
  readonly valueAt: (place: Point) => number;
  readonly children?: ReactNode;
}

/** A place of a drawing that can be taken hold of, by a pointer or by the keys of a slider. */
export const Grip = ({ knob, at: [cx, cy], radius, valueAt, children }: GripProps) => {
  const { label, value, said, step, onMove, onHold } = knob;
  const grip = useGrip({ kind: label, value, step, valueAt, onMove, onHold });
  return (
    <g
      {...grip}
      className={marks.grip}
      role="slider"
      data-space="free"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={Number(value.toFixed(4))}
      aria-valuetext={said}
    >
      <circle className={marks.hit} cx={cx} cy={cy} />
      <circle className={marks.focus} cx={cx} cy={cy} r={radius + 4} />
      {children}
    </g>
  );
};
