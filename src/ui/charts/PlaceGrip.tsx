import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { arrowMove, inside, type PlaneScale, type Point, toPixels, toPlace } from './scale.ts';
import marks from './weights.module.css';

interface PlaceGripProps {
  readonly scale: PlaneScale;
  readonly at: Point;
  readonly radius: number;
  readonly label: string;
  /** How a screen reader says where it is. */
  readonly said: string;
  readonly onMove: (to: Point) => void;
  readonly children: ReactNode;
}

/** A place of a plane that can be dragged, or moved by the arrow keys: a hundredth of the plane, with Shift a tenth. */
export const PlaceGrip = ({ scale, at, radius, label, said, onMove, children }: PlaceGripProps) => {
  const square = useRef<SVGRectElement>(null);
  const dragged = useRef(false);
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    dragged.current = true;
  };
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const box = square.current?.getBoundingClientRect();
    if (!dragged.current || !box) return;
    onMove(inside(scale.region, toPlace(scale, [event.clientX - box.left, event.clientY - box.top])));
  };
  const release = () => {
    dragged.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = arrowMove(scale.region, event.key, event.shiftKey);
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(inside(scale.region, [at[0] + step[0], at[1] + step[1]]));
  };
  const [x, y] = toPixels(scale, at);
  return (
    <g>
      <rect ref={square} width={scale.size} height={scale.size} fill="none" pointerEvents="none" />
      <g
        className={marks.grip}
        transform={`translate(${x} ${y})`}
        role="slider"
        data-space="free"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={scale.region[0]}
        aria-valuemax={scale.region[1]}
        aria-valuenow={Number(at[0].toFixed(4))}
        aria-valuetext={said}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={onKeyDown}
      >
        <circle className={marks.hit} />
        <circle className={marks.focus} r={radius + 4} />
        {children}
      </g>
    </g>
  );
};
