import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { classPath } from '../colors.ts';
import { classes } from '../controls/classes.ts';
import { newGesture } from './gesture.ts';
import { nearest } from './nearest.ts';
import type { PlanePoint, PointDeeds } from './Points.tsx';
import { arrowMove, distance, inside, type PlaneScale, type Point, toPixels, toPlace } from './scale.ts';
import css from './Plane.module.css';

/** How near a pointer must come to a point to mean it, and how far it must go to drag it, in pixels. */
const REACH = { mouse: 16, touch: 22 } as const;
const DRAG = 3;

interface SurfaceProps {
  readonly scale: PlaneScale;
  readonly points: readonly PlanePoint[];
  readonly tool: 'move' | 'add' | 'remove';
  /** Class of a point that is added. */
  readonly toolClass: number;
  /** What a screen reader says of the plane while points are added there by key. */
  readonly addLabel: string;
  readonly deeds: PointDeeds;
  readonly onAdd: (at: Point) => void;
  /** The place under the pointer or the cross-hair, null when it leaves. */
  readonly onPlace: (at: Point | null) => void;
  readonly children: ReactNode;
}

interface Drag {
  readonly id: number;
  readonly from: Point;
  /** From the pointer to the point's middle, so that a point does not jump when it is taken. */
  readonly grip: Point;
  readonly gesture: string;
  moving: boolean;
}

/**
 * The plane as something to point at: the nearest point in reach is hovered, selected, dragged or removed; with the
 * tool 'add' a click (or Enter at the cross-hair, which the arrow keys move) adds one.
 */
export const Surface = (props: SurfaceProps) => {
  const { scale, points, tool, deeds, onPlace } = props;
  const square = useRef<SVGRectElement>(null);
  const drag = useRef<Drag | null>(null);
  const over = useRef<number | null>(null);
  const [near, setNear] = useState(false);
  const [cross, setCross] = useState<Point | null>(null);
  const adding = tool === 'add';

  const pixelOf = (event: PointerEvent): Point => {
    const box = square.current?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  };
  const within = ([x, y]: Point) => x >= 0 && y >= 0 && x <= scale.size && y <= scale.size;
  const pointAt = (at: Point, event: PointerEvent) =>
    nearest(
      points.map((point) => ({ id: point.id, at: toPixels(scale, point.at) })),
      at,
      event.pointerType === 'touch' ? REACH.touch : REACH.mouse,
    );
  const hover = (id: number | null) => {
    if (id === over.current) return;
    over.current = id;
    setNear(id !== null);
    deeds.hover(id);
  };

  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const at = pixelOf(event);
    const held = drag.current;
    onPlace(within(at) ? toPlace(scale, at) : null);
    if (!held) return hover(adding ? null : (pointAt(at, event)?.id ?? null));
    if (tool !== 'move') return;
    if (!held.moving && distance(at, held.from) < DRAG) return;
    held.moving = true;
    const middle: Point = [at[0] + held.grip[0], at[1] + held.grip[1]];
    deeds.move?.(held.id, inside(scale.region, toPlace(scale, middle)), held.gesture);
  };

  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    const at = pixelOf(event);
    if (event.button !== 0 || adding) return;
    const point = pointAt(at, event);
    if (!point) return;
    const grip: Point = [point.at[0] - at[0], point.at[1] - at[1]];
    drag.current = { id: point.id, from: at, grip, gesture: newGesture('point'), moving: false };
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };

  const onPointerUp = (event: PointerEvent<SVGGElement>) => {
    const held = drag.current;
    drag.current = null;
    const at = pixelOf(event);
    if (adding) {
      if (event.button === 0 && within(at)) props.onAdd(toPlace(scale, at));
    } else if (held && tool === 'remove') {
      if (pointAt(at, event)?.id === held.id) deeds.remove?.(held.id);
    } else if (held && !held.moving) deeds.pin(held.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!cross) return;
    const step = arrowMove(scale.region, event.key, event.shiftKey);
    if (step) {
      const to = inside(scale.region, [cross[0] + step[0], cross[1] + step[1]]);
      setCross(to);
      onPlace(to);
    } else if (event.key === 'Enter' || event.key === ' ') props.onAdd(cross);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const [left, right, bottom, top] = scale.region;
  const middle: Point = [(left + right) / 2, (bottom + top) / 2];
  return (
    <g
      onPointerMove={onPointerMove}
      onPointerDown={onPointerDown}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onPointerLeave={() => {
        onPlace(null);
        hover(null);
      }}
    >
      <rect
        ref={square}
        className={classes(
          css.surface,
          adding && css.adding,
          near && (tool === 'remove' ? css.nearGone : css.near),
        )}
        width={scale.size}
        height={scale.size}
        rx={4}
        {...(adding
          ? { role: 'application', tabIndex: 0, 'aria-label': props.addLabel }
          : { 'aria-hidden': true })}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setCross((before) => before ?? middle);
          onPlace(cross ?? middle);
        }}
        onBlur={() => {
          setCross(null);
          onPlace(null);
        }}
      />
      {props.children}
      {adding && cross && <CrossHair at={toPixels(scale, cross)} answer={props.toolClass} />}
    </g>
  );
};

/** Where Enter adds a point: a cross-hair, open round the point to be. */
const CrossHair = ({ at: [x, y], answer }: { at: Point; answer: number }) => {
  const arms = 'M0 -16V-7M0 7V16M-16 0H-7M7 0H16';
  return (
    <g transform={`translate(${x},${y})`} aria-hidden="true">
      <path className={css.ghost} d={classPath(answer, 4)} />
      <path className={css.crossHalo} d={arms} />
      <path className={css.cross} d={arms} />
    </g>
  );
};
