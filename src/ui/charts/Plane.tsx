import type { ReactNode } from 'react';
import { Axes } from './Axes.tsx';
import type { PlaneScale } from './scale.ts';
import css from './Plane.module.css';

interface PlaneProps {
  readonly scale: PlaneScale;
  /** Room for ticks and names at the left, in pixels. */
  readonly gutter: number;
  /** Names of the axis across and the axis up. */
  readonly axes: readonly [string, string];
  /** The heat map: a canvas that fills the square. */
  readonly map: ReactNode;
  /** What is drawn on it, as SVG in pixels from the square's top left corner. */
  readonly children?: ReactNode;
}

/** A square of the plane with its axes: a heat map below, a drawing above. */
export const Plane = ({ scale, gutter, axes, map, children }: PlaneProps) => (
  <div className={css.plane} style={{ inlineSize: gutter + scale.size, paddingInlineStart: gutter }}>
    <div className={css.map} style={{ inlineSize: scale.size, blockSize: scale.size }}>
      {map}
    </div>
    <svg className={css.drawing} style={{ insetInlineStart: gutter }} width={scale.size} height={scale.size}>
      <Axes scale={scale} names={axes} />
      {children}
    </svg>
  </div>
);
