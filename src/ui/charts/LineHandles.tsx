import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { classes } from '../controls/classes.ts';
import { newGesture } from './gesture.ts';
import { handlesOf, liesOn, type Line, lineThrough, type Segment } from './line.ts';
import { arrowMove, inside, type PlaneScale, type Point, toPixels, toPlace } from './scale.ts';
import css from './Points.module.css';

const KNOB = 7;

interface LineHandlesProps {
  readonly line: Line;
  readonly scale: PlaneScale;
  /** The names of the two handles, with what their keys do. */
  readonly labels: readonly [string, string];
  /** How a screen reader says where a handle is. */
  readonly spoken: (at: Point) => string;
  /** The line through the handles, null where they cannot stand so; left out: lineThrough. */
  readonly through?: (handles: Segment, before: Line) => Line | null;
  readonly onMove: (line: Line, gesture: string) => void;
}

/**
 * The two handles of a straight boundary, to drag or to move by the arrow keys (Shift ten times as far). The other
 * handle stays where it is: the line turns about it. The weights keep their length and the sides their sign.
 */
export const LineHandles = ({
  line,
  scale,
  labels,
  spoken,
  through = lineThrough,
  onMove,
}: LineHandlesProps) => {
  const square = useRef<SVGRectElement>(null);
  const [pair, setPair] = useState<Segment | null>(null);
  const [grip, setGrip] = useState<{ readonly index: 0 | 1; readonly gesture: string } | null>(null);
  const resting = handlesOf(line, scale.region);
  // Handles that a person has put somewhere stay there until the line moves away from under them.
  const at = pair && (grip || liesOn(pair, line)) ? pair : resting.at;
  const waits = at === resting.at && resting.resting;

  const moveTo = (index: 0 | 1, to: Point, gesture: string) => {
    const next: Segment = index === 0 ? [inside(scale.region, to), at[1]] : [at[0], inside(scale.region, to)];
    const moved = through(next, line);
    if (!moved) return;
    setPair(next);
    onMove(moved, gesture);
  };

  const onPointerDown = (event: PointerEvent<SVGGElement>, index: 0 | 1) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    setPair(at);
    setGrip({ index, gesture: newGesture('line') });
  };
  const onPointerMove = (event: PointerEvent<SVGGElement>, index: 0 | 1) => {
    if (grip?.index !== index) return;
    event.stopPropagation();
    const box = square.current?.getBoundingClientRect();
    moveTo(
      index,
      toPlace(scale, [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)]),
      grip.gesture,
    );
  };
  const release = () => setGrip(null);

  const burst = useRef('');
  const onKeyDown = (event: KeyboardEvent, index: 0 | 1) => {
    const step = arrowMove(scale.region, event.key, event.shiftKey);
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(index, [at[index][0] + step[0], at[index][1] + step[1]], burst.current);
  };

  return (
    <g>
      <rect ref={square} width={scale.size} height={scale.size} fill="none" pointerEvents="none" />
      {([0, 1] as const).map((index) => {
        const [x, y] = toPixels(scale, at[index]);
        return (
          <g
            key={index}
            className={classes(css.handle, waits && css.resting)}
            transform={`translate(${x},${y})`}
            role="slider"
            data-space="free"
            tabIndex={0}
            aria-label={labels[index]}
            aria-valuemin={scale.region[0]}
            aria-valuemax={scale.region[1]}
            aria-valuenow={Number(at[index][0].toFixed(3))}
            aria-valuetext={spoken(at[index])}
            onPointerDown={(event) => onPointerDown(event, index)}
            onPointerMove={(event) => onPointerMove(event, index)}
            onPointerUp={release}
            onPointerCancel={release}
            onKeyDown={(event) => onKeyDown(event, index)}
            onFocus={() => {
              burst.current = newGesture('line');
            }}
          >
            <circle className={css.handleHit} />
            <circle className={css.focusRing} r={KNOB + 4} />
            <circle className={css.knob} r={KNOB} />
          </g>
        );
      })}
    </g>
  );
};
