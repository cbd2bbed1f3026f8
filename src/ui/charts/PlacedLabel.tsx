import { useState } from 'react';
import { classes } from '../controls/classes.ts';
import { placeLabel, type Room } from './labels.ts';
import type { Point } from './scale.ts';
import css from './Plane.module.css';

interface PlacedLabelProps {
  readonly words: string;
  readonly strong?: boolean;
  /** Half its width and half its height, in pixels. */
  readonly half: Point;
  readonly room: Room;
  /** Where it would like to be, in pixels. */
  readonly near: Point;
}

/** Words on a plane that find an empty place by themselves, and stay there while no other is better. */
export const PlacedLabel = ({ words, strong = false, half, room, near }: PlacedLabelProps) => {
  const [before, setBefore] = useState<Point | null>(null);
  const at = placeLabel(half, room, near, before);
  if (at?.[0] !== before?.[0] || at?.[1] !== before?.[1]) setBefore(at);
  if (!at) return null;
  return (
    <text
      className={classes(css.label, strong && css.strong)}
      x={at[0]}
      y={at[1]}
      textAnchor="middle"
      dominantBaseline="central"
    >
      {words}
    </text>
  );
};
