import { useEffect, useReducer, useRef } from 'react';
import type { Theme } from '../colors.ts';
import { blank, tokensOf } from './canvas.ts';
import styles from './LossChart.module.css';
import type { LossLook } from './lossPaint.ts';
import type { Box } from './useBox.ts';
import { useDensity } from '../useMedia.ts';

interface LossCanvasProps {
  /** Paints in px of the chart's box. */
  readonly paint: (context: CanvasRenderingContext2D, look: LossLook) => void;
  readonly box: Box;
  /** Colours are read from the page anew when it changes. */
  readonly theme: Theme;
}

/** So many px a canvas goes beyond the chart on each side: the ball at the end of a phone's axis needs them. */
const BEYOND = 2;

const lookOf = (canvas: HTMLCanvasElement): LossLook => {
  const named = tokensOf(canvas);
  return {
    ink: named('--ink'),
    ink2: named('--ink2'),
    ground: named('--ground'),
    accent: named('--accent'),
    family: getComputedStyle(canvas).fontFamily,
  };
};

/**
 * What moves in a loss chart with every frame. It is painted: where shapes of an SVG move, browsers work out the layers of
 * the whole page again, which takes them longer than all else of a frame.
 */
export const LossCanvas = ({ paint, box, theme }: LossCanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = useRef<LossLook & { readonly theme: Theme; readonly fonts: number }>(null);
  const [fonts, again] = useReducer((count: number) => count + 1, 0);
  const density = useDensity();
  const [width, height] = [box.width + 2 * BEYOND, box.height + 2 * BEYOND];
  useEffect(() => {
    const { fonts: known } = document;
    known?.addEventListener('loadingdone', again);
    return () => known?.removeEventListener('loadingdone', again);
  }, []);
  // After the page has put on its theme, which it does in a layout effect of its own.
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    blank(context, { width, height }, density);
    context.setTransform(density, 0, 0, density, BEYOND * density, BEYOND * density);
    if (look.current?.theme !== theme || look.current.fonts !== fonts)
      look.current = { theme, fonts, ...lookOf(context.canvas) };
    paint(context, look.current);
  }, [paint, width, height, density, theme, fonts]);
  return (
    <canvas
      ref={canvas}
      className={styles.painted}
      style={{ inset: -BEYOND, width, height }}
      aria-hidden="true"
    />
  );
};
