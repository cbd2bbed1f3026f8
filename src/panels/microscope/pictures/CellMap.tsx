import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Rgb } from '../../../ui/colors.ts';
import { classes } from '../../../ui/controls/classes.ts';
import css from './CellMap.module.css';
import type { Place, Span } from './under.ts';

/** A frame round some cells: what is selected, what is pointed at or ruled off. */
export interface CellFrame {
  readonly span: Span;
  readonly kind: 'now' | 'point' | 'ruled';
}

interface CellMapProps {
  /** What it is and where it stands, for a screen reader. */
  readonly label: string;
  /** The cells that are shown. */
  readonly region: Span;
  /** Side of a cell in px. */
  readonly cell: number;
  /** Its height, where it is no square. */
  readonly high?: number;
  /** The colour of a cell; null: padding. */
  readonly colourOf: (place: Place) => Rgb | null;
  readonly frames?: readonly CellFrame[];
  /** A cell is pointed at; null: none any more. */
  readonly onPoint?: (place: Place | null) => void;
  /** A cell is pressed, or dragged to. */
  readonly onPick?: (place: Place) => void;
  /** An arrow key asks to go so many rows and columns on. */
  readonly onStep?: (rows: number, columns: number) => void;
  readonly className?: string | undefined;
}

const WAYS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A map cell by cell, padding hatched, with frames; where it can be picked from, by pointer and by arrow keys. */
export const CellMap = (props: CellMapProps) => {
  const {
    label,
    region,
    cell,
    high = cell,
    colourOf,
    frames = [],
    onPoint,
    onPick,
    onStep,
    className,
  } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef(false);
  const [rows, columns] = [region.bottom - region.top + 1, region.right - region.left + 1];
  // Colours are made anew with every frame: there is nothing to compare them by.
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(columns, rows);
    for (let at = 0; at < rows * columns; at++) {
      const colour = colourOf({
        row: region.top + Math.floor(at / columns),
        column: region.left + (at % columns),
      });
      if (colour) image.data.set([...colour, 255], 4 * at);
    }
    context.putImageData(image, 0, 0);
  });
  const placeAt = (event: PointerEvent<HTMLElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (at: number, side: number, count: number): number =>
      Math.max(0, Math.min(count - 1, Math.floor(at / side)));
    return {
      row: region.top + within(event.clientY - box.top, high, rows),
      column: region.left + within(event.clientX - box.left, cell, columns),
    };
  };
  const picking = onPick && {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      held.current = true;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      onPick(placeAt(event));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (held.current) onPick(placeAt(event));
      else if (event.pointerType !== 'touch') onPoint?.(placeAt(event));
    },
    onPointerUp: () => {
      held.current = false;
    },
    onPointerCancel: () => {
      held.current = false;
    },
    onPointerLeave: () => onPoint?.(null),
  };
  const stepping = onStep && {
    tabIndex: 0,
    onKeyDown: (event: KeyboardEvent) => {
      const way = WAYS[event.key];
      if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const far = event.shiftKey ? 5 : 1;
      onStep(way[0] * far, way[1] * far);
    },
  };
  return (
    <div
      {...picking}
      {...stepping}
      role={onStep ? 'application' : 'img'}
      aria-label={label}
      className={classes(css.map, onPick && css.picked, className)}
      style={{ width: columns * cell, height: rows * high }}
    >
      <canvas ref={canvas} className={css.cells} width={columns} height={rows} aria-hidden="true" />
      <svg className={css.frames} width={columns * cell} height={rows * high} aria-hidden="true">
        {frames.map(({ span, kind }, index) => (
          <rect
            key={String(index)}
            className={css[kind]}
            x={(span.left - region.left) * cell}
            y={(span.top - region.top) * high}
            width={(span.right - span.left + 1) * cell}
            height={(span.bottom - span.top + 1) * high}
          />
        ))}
      </svg>
    </div>
  );
};
