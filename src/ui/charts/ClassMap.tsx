import { memo, useEffect, useRef } from 'react';
import type { Map2d } from '../../worker/frame.ts';
import { paintClasses, type Theme } from '../colors.ts';
import css from './ClassMap.module.css';

interface ClassMapProps {
  /** One map a class, all of one size. */
  readonly maps: readonly Map2d[];
  readonly theme: Theme;
  readonly label: string;
}

/** The plane of several classes as a canvas: everywhere the winner's colour, the stronger the surer. Fills its box. */
export const ClassMap = memo(({ maps, theme, label }: ClassMapProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = maps[0]?.size ?? 1;
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const image = context.createImageData(size, size);
    paintClasses(
      image,
      maps.map((map) => map.values),
      theme,
    );
    context.putImageData(image, 0, 0);
  }, [maps, size, theme]);
  return <canvas ref={canvas} className={css.map} width={size} height={size} role="img" aria-label={label} />;
});
ClassMap.displayName = 'ClassMap';
