import type { ReactNode } from 'react';
import { classes } from '../controls/classes.ts';
import { Axes } from './Axes.tsx';
import { isLongName } from './axis.ts';
import type { PlaneScale } from './scale.ts';
import css from './Plane.module.css';

interface PlaneProps {
  readonly scale: PlaneScale;
  /** Room for ticks and names at the left, in pixels. */
  readonly gutter: number;
  /** Names of the axis across and the axis up. */
  readonly axes: readonly [string, string];
  /** The heat map: a canvas that fills the square; none where the drawing is all there is. */
  readonly map?: ReactNode;
  /** What is drawn on it, as SVG in pixels from the square's top left corner. */
  readonly children?: ReactNode;
}

/** A square of the plane with its axes: a heat map below, a drawing above. */
export const Plane = ({ scale, gutter, axes, map, children }: PlaneProps) => (
  <div
    className={classes(css.plane, isLongName(axes[0]) && css.named, isLongName(axes[1]) && css.headed)}
    style={{ inlineSize: gutter + scale.size, paddingInlineStart: gutter }}
  >
    <div className={css.map} style={{ inlineSize: scale.size, blockSize: scale.size }}>
      {map}
    </div>
    <svg className={css.drawing} style={{ insetInlineStart: gutter }} width={scale.size} height={scale.size}>
      <Axes scale={scale} names={axes} gutter={gutter} />
      {children}
    </svg>
  </div>
);
