import { type PointerEvent, useRef } from 'react';
import { setWeight } from '../../experiment/moves.ts';
import { edit } from '../../state/experiment.ts';
import { look, type Selection } from '../../state/view.ts';
import { newGesture } from '../../ui/charts/gesture.ts';
import { classes } from '../../ui/controls/classes.ts';
import { stride } from '../../ui/controls/stepping.ts';
import { linkWidth } from './bezier.ts';
import styles from './WeightLink.module.css';

interface WeightLinkProps {
  readonly layer: number;
  /** Its place in the layer: kernel row-major (inputs × units), then bias. */
  readonly at: number;
  /** null while not yet known. */
  readonly value: number | null;
  readonly path: string;
  /** Something else is pointed at or selected. */
  readonly dim: boolean;
  /** A click on it. */
  readonly onChoose: (own: Selection) => void;
}

/** What one pixel of a vertical drag adds to the weight, and how far a press must travel to become a drag. */
const PER_PIXEL = 0.01;
const THRESHOLD = 3;

interface Drag {
  readonly gesture: string;
  readonly start: number;
  last: number;
  value: number;
  dragging: boolean;
}

/** A weight as a line: width by size, colour by sign. A click selects it, a vertical drag changes it (Shift ×10, Alt ÷10). */
export const WeightLink = ({ layer, at, value, path, dim, onChoose }: WeightLinkProps) => {
  const own: Selection = { kind: 'weight', layer, at };
  const drag = useRef<Drag | null>(null);
  const start = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0 || value === null) return;
    drag.current = {
      gesture: newGesture('link'),
      start: event.clientY,
      last: event.clientY,
      value,
      dragging: false,
    };
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    const now = drag.current;
    if (!now || (!now.dragging && Math.abs(event.clientY - now.start) < THRESHOLD)) return;
    now.dragging = true;
    now.value += (now.last - event.clientY) * stride(PER_PIXEL, event);
    now.last = event.clientY;
    edit(setWeight(layer, at, Number(now.value.toFixed(3))), { gesture: now.gesture });
  };
  const end = () => {
    const { current } = drag;
    if (current?.dragging) look({ selected: own });
    else if (current) onChoose(own);
    drag.current = null;
  };
  return (
    <g
      className={classes(styles.link, dim && styles.dim)}
      onPointerEnter={() => look({ hovered: own })}
      onPointerLeave={() => look({ hovered: null })}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        drag.current = null;
      }}
    >
      <path className={styles.hit} d={path} />
      <path
        className={classes(
          styles.line,
          value === null ? styles.unknown : value < 0 ? styles.negative : styles.positive,
        )}
        strokeWidth={value === null ? 1 : linkWidth(value)}
        d={path}
      />
    </g>
  );
};
