import { useEffect, useRef, useState } from 'react';
import { useView } from '../../../state/view.ts';
import { blank } from '../../../ui/charts/canvas.ts';
import type { Motion } from '../motion.ts';
import css from './MapNetwork.module.css';
import type { MapColumn } from './layout.ts';
import { furthest, paintCells, type Ramp } from './paint.ts';
import { useWipe } from './useWipe.ts';
import { useDensity } from '../../../ui/useMedia.ts';

/** How much of a layer there is to be seen. */
export interface Part {
  /** So many of its maps; and of the last of them so many cells, null: all of them. */
  readonly shown: number;
  readonly cells: number | null;
}
const WHOLE: Part = { shown: Number.POSITIVE_INFINITY, cells: null };

interface MapCanvasProps {
  readonly column: MapColumn;
  /** Height and width of one map; of a strip its length and 1. */
  readonly rows: number;
  readonly columns: number;
  /** rows × columns × maps, as the trainer sent them; null: nothing is known yet. */
  readonly values: Float32Array | null;
  readonly ramp: Ramp;
  readonly part?: Part;
  /** Such a share of the numbers lies below the size at which a colour is full; left out: all of them. */
  readonly below?: number;
  /** The phase that has made this is the news: it appears from the top. */
  readonly motion?: Motion | null;
}

/** The maps of a layer, or its numbers as a strip, on one canvas in the column's box. */
export const MapCanvas = (props: MapCanvasProps) => {
  const { column, rows, columns, values, ramp, part = WHOLE, below = 1, motion = null } = props;
  const { shown, cells } = part;
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useRef<ImageData>(null);
  const theme = useView((view) => view.theme);
  const density = useDensity();
  const full = useHeld(values, ramp, below);
  const { box, tile, spots } = column;
  useWipe(canvas, motion, 'top', motion?.phase.kind === 'backward' ? [0, 0.5] : [0.5, 1]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    blank(context, box, density);
    if (!values) return;
    const { width: wide, height: high } = context.canvas;
    const { current } = picture;
    const image =
      current?.width === wide && current.height === high ? current : context.createImageData(wide, high);
    picture.current = image;
    image.data.fill(0);
    const maps = Math.max(1, spots.length);
    // A strip is one map; where it appears neuron by neuron these are its cells.
    const [seen, last] = spots.length > 0 ? [Math.min(maps, shown), cells] : [1, shown];
    for (let map = 0; map < seen; map++) {
      const whole = map < seen - 1 || last === null || last >= rows * columns;
      const spot = spots[map] ?? box;
      const side = Math.round(tile * density);
      const area = {
        left: Math.round((spot.x - box.x) * density),
        top: Math.round((spot.y - box.y) * density),
        width: tile > 0 ? side : wide,
        height: tile > 0 ? side : high,
      };
      const painted = { values, from: map, step: maps, ramp, full, theme };
      paintCells(image, area, [rows, columns], painted, whole ? undefined : last);
    }
    context.putImageData(image, 0, 0);
  }, [box, tile, spots, rows, columns, values, ramp, full, theme, shown, cells, density]);
  return (
    <canvas
      ref={canvas}
      className={css.canvas}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      aria-hidden="true"
    />
  );
};

/** The size at which a colour is full, held while the largest number stays near it, so that colours do not flicker. */
const useHeld = (values: Float32Array | null, ramp: Ramp, below: number): number => {
  const [held, hold] = useState(0);
  const most = ramp === 'pixels' ? 1 : values ? furthest(values, below) : 0;
  const full = most > held || most < 0.6 * held ? most : held;
  if (full !== held) hold(full);
  return full;
};
