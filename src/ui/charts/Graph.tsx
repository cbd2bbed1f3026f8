import { memo } from 'react';
import type { Map2d } from '../../worker/frame.ts';
import { ticksOf } from './axis.ts';
import { graphPath } from './graph.ts';
import { type PlaneScale, toPixels } from './scale.ts';
import css from './Graph.module.css';

interface GraphProps {
  /** A map with one row. */
  readonly map: Map2d;
  readonly scale: PlaneScale;
  /** What the curve is, for a screen reader. */
  readonly label: string;
}

/** What the network gives over its one input, as a curve. */
export const Graph = memo(({ map, scale, label }: GraphProps) => (
  <path className={css.curve} d={graphPath(map, scale)} role="img" aria-label={label} />
));
Graph.displayName = 'Graph';

/** A hairline across at each tick of the axis up. */
export const Gridlines = memo(({ scale }: { readonly scale: PlaneScale }) => {
  const [left, , bottom, top] = scale.region;
  const d = ticksOf(bottom, top)
    .map((value) => `M0 ${toPixels(scale, [left, value])[1]}H${scale.size}`)
    .join('');
  return <path className={css.grid} d={d} aria-hidden="true" />;
});
Gridlines.displayName = 'Gridlines';
