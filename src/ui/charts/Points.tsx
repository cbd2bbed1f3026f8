import { type KeyboardEvent, useRef, useState } from 'react';
import { newGesture } from './gesture.ts';
import { neighbour } from './nearest.ts';
import { type NumberColour, PointMark } from './PointMark.tsx';
import { arrowMove, inside, type PlaneScale, type Point, toPixels } from './scale.ts';

/** More wrong points than this are ringed without their ×, so that the points themselves can still be seen. */
const CROWD = 40;

/** A data point as a plane shows it. */
export interface PlanePoint {
  readonly id: number;
  /** In the units of the axes. */
  readonly at: Point;
  readonly answer: number;
  /** The colour of an answer that is a number; null where it is a class. */
  readonly colour: NumberColour | null;
  readonly hollow: boolean;
  readonly wrong: boolean;
  /** How many more points lie on this spot, drawn as a stack below it. */
  readonly under: number;
  /** What a screen reader says, its prediction included. */
  readonly label: string;
}

/** What a person does to points; a plane without `move` only shows them. */
export interface PointDeeds {
  readonly hover: (id: number | null) => void;
  readonly pin: (id: number) => void;
  readonly move?: (id: number, to: Point, gesture: string) => void;
  readonly remove?: (id: number) => void;
}

interface PointsProps {
  readonly points: readonly PlanePoint[];
  readonly scale: PlaneScale;
  readonly large: boolean;
  readonly tool: 'move' | 'add' | 'remove';
  readonly pinned: number | null;
  readonly hovered: number | null;
  /** Name of the group, with what its keys do. */
  readonly label: string;
  readonly deeds: PointDeeds;
}

const idOf = (target: EventTarget): number | null => {
  const id = target instanceof Element ? target.closest('[data-id]')?.getAttribute('data-id') : null;
  return id === null || id === undefined ? null : Number(id);
};

/**
 * The points of a plane: one stop for Tab, then the arrow keys go from point to point. Enter picks a point up (and
 * puts it down again); while it is held the arrow keys move it, Shift ten times as far. Delete removes it.
 */
export const Points = ({ points, scale, large, tool, pinned, hovered, label, deeds }: PointsProps) => {
  const group = useRef<SVGGElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [held, setHeld] = useState<{ id: number; gesture: string } | null>(null);
  const reachable = points.some((point) => point.id === current) ? current : (points[0]?.id ?? null);

  const crowded = points.filter((point) => point.wrong).length > CROWD;

  const go = (id: number) => group.current?.querySelector<SVGGElement>(`[data-id="${id}"]`)?.focus();

  const remove = (point: PlanePoint) => {
    if (!deeds.remove) return;
    const place = points.indexOf(point);
    const next = points[place + 1] ?? points[place - 1];
    if (next) go(next.id);
    deeds.remove(point.id);
  };

  const press = (point: PlanePoint) => {
    if (tool === 'remove') return remove(point);
    deeds.pin(point.id);
    if (deeds.move && tool === 'move') {
      setHeld(held?.id === point.id ? null : { id: point.id, gesture: newGesture('point') });
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const point = points.find(({ id }) => id === idOf(event.target));
    if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = arrowMove(scale.region, event.key, event.shiftKey);
    if (step && held?.id === point.id) {
      deeds.move?.(
        point.id,
        inside(scale.region, [point.at[0] + step[0], point.at[1] + step[1]]),
        held.gesture,
      );
    } else if (step || event.key === 'Home' || event.key === 'End') {
      const placed = points.map(({ id, at }) => ({ id, at: toPixels(scale, at) }));
      const from = placed.find(({ id }) => id === point.id);
      const next = from && neighbour(placed, from, event.key);
      if (next) go(next.id);
    } else if (event.key === 'Enter' || (event.key === ' ' && held?.id === point.id)) press(point);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(point);
    else if (event.key === 'Escape' && held) setHeld(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <g
      ref={group}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const id = idOf(event.target);
        setCurrent(id);
        deeds.hover(id);
      }}
      onBlur={() => {
        setHeld(null);
        deeds.hover(null);
      }}
    >
      {points.map((point) => {
        const [x, y] = toPixels(scale, point.at);
        return (
          <PointMark
            key={point.id}
            id={point.id}
            x={x}
            y={y}
            answer={point.answer}
            colour={point.colour}
            large={large}
            hollow={point.hollow}
            wrong={point.wrong && crowded ? 'crowded' : point.wrong}
            pinned={point.id === pinned}
            hovered={point.id === hovered}
            grabbed={held?.id === point.id}
            under={point.under}
            reachable={point.id === reachable}
            label={point.label}
          />
        );
      })}
    </g>
  );
};
