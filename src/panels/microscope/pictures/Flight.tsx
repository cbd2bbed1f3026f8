import { type RefObject, useEffect, useRef } from 'react';
import type { Shape } from '../../../engine/shape.ts';
import { blank } from '../../../ui/charts/canvas.ts';
import type { Rgb } from '../../../ui/colors.ts';
import { cellOf } from '../../../experiment/cells.ts';
import flat from './Flatten.module.css';

/** How long one cell flies, and how long until the last one leaves, in ms. */
const FLIES = 500;
const LEAVES = 900;

interface FlightProps {
  /** What they fly over: it holds the small maps, as [role=radio] in their order, and the list. */
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly shape: Shape;
  readonly colourOf: (unit: number) => Rgb;
  readonly onEnd: () => void;
}

/** How far a cell has come, 0 … 1, so long after the start: they leave in the order of their places. */
export const progressOf = (place: number, count: number, time: number): number => {
  const share = Math.max(0, Math.min(1, (time - (place / count) * LEAVES) / FLIES));
  return share * share * (3 - 2 * share);
};

/** Every cell of the maps flies to its place in the list. */
export const Flight = ({ stage, list, shape, colourOf, onEnd }: FlightProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const now = useRef({ colourOf, onEnd });
  useEffect(() => {
    now.current = { colourOf, onEnd };
  });
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const [over, to] = [stage.current, list.current];
    if (!context || !over || !to) {
      now.current.onEnd();
      return undefined;
    }
    const origin = over.getBoundingClientRect();
    const boxOf = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left - origin.left, y: top - origin.top, width, height };
    };
    const small = [...over.querySelectorAll('[role=radiogroup] canvas')];
    const from = (small.length > 0 ? small : [...over.querySelectorAll('canvas')].slice(0, 1)).map(boxOf);
    const end = boxOf(to);
    const [rows = 1, columns = 1, maps = 1] = shape;
    const count = rows * columns * maps;
    let frame = 0;
    const begun = performance.now();
    const draw = (): void => {
      const time = performance.now() - begun;
      const density = devicePixelRatio;
      blank(context, origin, density);
      context.setTransform(density, 0, 0, density, 0, 0);
      for (let place = 0; place < count; place++) {
        const share = progressOf(place, count, time);
        if (share === 0) continue;
        const { row, column, map } = cellOf(place, shape);
        const box = from[map];
        if (!box) continue;
        const [wide, tall] = [box.width / columns, box.height / rows];
        const mix = (a: number, b: number): number => a + (b - a) * share;
        context.fillStyle = `rgb(${now.current.colourOf(place).join(',')})`;
        context.fillRect(
          mix(box.x + column * wide, end.x + (place * end.width) / count),
          mix(box.y + row * tall, end.y),
          mix(wide, end.width / count),
          mix(tall, end.height),
        );
      }
      if (time > LEAVES + FLIES) now.current.onEnd();
      else frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [stage, list, shape]);
  return <canvas ref={canvas} className={flat.flight} aria-hidden="true" />;
};
