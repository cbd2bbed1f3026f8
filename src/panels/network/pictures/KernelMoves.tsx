import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { useView } from '../../../state/view.ts';
import { blank } from '../../../ui/charts/canvas.ts';
import type { Weights } from '../../../worker/frame.ts';
import { useDensity, useMedia } from '../../../ui/useMedia.ts';
import type { Motion } from '../motion.ts';
import { kernelPlaces, kernelShapeOf } from './kernels.ts';
import type { MapColumn } from './layout.ts';
import css from './MapNetwork.module.css';
import { furthest, paintCells } from './paint.ts';

/** Room round the two kernels in a square, and between them, in px. */
const MARGIN = 2;
const BETWEEN = 5;

interface KernelMovesProps {
  readonly layer: ShapedLayer;
  readonly column: MapColumn;
  readonly before: Weights;
  readonly after: Weights;
  readonly motion: Motion;
}

/** In the update: in the place of each map the kernel that makes it, as it was on the left, as it is now on the right, all its channels. */
export const KernelMoves = ({ layer, column, before, after, motion }: KernelMovesProps) => {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const moved = useRef<HTMLCanvasElement>(null);
  // One colour for the same weight in the whole layer.
  const full = Math.max(furthest(before.kernel), furthest(after.kernel));
  const half = (column.tile - 2 * MARGIN - BETWEEN) / 2;
  const { duration } = motion;
  useLayoutEffect(() => {
    if (still) return undefined;
    const way = moved.current?.animate?.(
      { transform: [`translateX(${-half - BETWEEN}px)`, 'none'] },
      { duration, easing: 'ease-in-out', fill: 'backwards' },
    );
    return () => way?.cancel();
  }, [still, half, duration]);
  const shared = { layer, column, full, half };
  return (
    <>
      <Kernels {...shared} kernel={before.kernel} left={MARGIN} />
      <Kernels {...shared} kernel={after.kernel} left={MARGIN + half + BETWEEN} canvas={moved} />
    </>
  );
};

interface KernelsProps extends Pick<KernelMovesProps, 'layer' | 'column'> {
  readonly kernel: Float32Array;
  readonly full: number;
  /** Side of the square for each kernel, and how far in the map's square it lies, in px. */
  readonly half: number;
  readonly left: number;
  readonly canvas?: React.RefObject<HTMLCanvasElement | null>;
}

/** Every kernel of a layer, each in its own square. */
const Kernels = ({ layer, column, kernel, full, half, left, canvas }: KernelsProps) => {
  const own = useRef<HTMLCanvasElement>(null);
  const drawn = canvas ?? own;
  const theme = useView((view) => view.theme);
  const density = useDensity();
  const { box, tile, spots } = column;
  const shape = kernelShapeOf(layer);
  useEffect(() => {
    const context = drawn.current?.getContext('2d');
    if (!context || !shape) return;
    blank(context, box, density);
    const { tall, wide, channels, filters } = shape;
    const { cell, places } = kernelPlaces(shape, half);
    const image = context.createImageData(context.canvas.width, context.canvas.height);
    for (const [filter, spot] of spots.entries()) {
      for (const [channel, { x, y }] of places.entries()) {
        const from = channel * filters + filter;
        const area = {
          left: Math.round(density * (spot.x - box.x + left + x)),
          top: Math.round(density * (spot.y - box.y + (tile - half) / 2 + y)),
          width: Math.round(density * wide * cell),
          height: Math.round(density * tall * cell),
        };
        const painted = {
          values: kernel,
          from,
          step: channels * filters,
          ramp: 'signs',
          full,
          theme,
        } as const;
        paintCells(image, area, [tall, wide], painted);
      }
    }
    context.putImageData(image, 0, 0);
  });
  return (
    <canvas
      ref={drawn}
      className={css.canvas}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      aria-hidden="true"
    />
  );
};
