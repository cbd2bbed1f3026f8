import { useEffect, useReducer, useRef } from 'react';
import type { Theme } from '../colors.ts';
import styles from './LossChart.module.css';
import { type LossLook, type LossPicture, paintLoss } from './lossPaint.ts';
import type { Box } from './useBox.ts';

interface LossCanvasProps {
  readonly picture: LossPicture;
  readonly box: Box;
  /** Colours are read from the page anew when it changes. */
  readonly theme: Theme;
}

/** A canvas knows no tokens: it is told what they are just now. */
const lookOf = (canvas: HTMLCanvasElement): LossLook => {
  const style = getComputedStyle(canvas);
  const named = (token: string): string => style.getPropertyValue(token).trim();
  return {
    ink: named('--ink'),
    ink2: named('--ink2'),
    ground: named('--ground'),
    accent: named('--accent'),
    family: style.fontFamily,
  };
};

/**
 * What moves in a loss chart with every frame. It is painted: where shapes of an SVG move, browsers work out the layers of
 * the whole page again, which takes them longer than all else of a frame.
 */
export const LossCanvas = ({ picture, box, theme }: LossCanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = useRef<LossLook & { readonly theme: Theme; readonly fonts: number }>(null);
  const [fonts, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const { fonts: known } = document;
    known?.addEventListener('loadingdone', again);
    return () => known?.removeEventListener('loadingdone', again);
  }, []);
  // After the page has put on its theme, which it does in a layout effect of its own.
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const density = globalThis.devicePixelRatio || 1;
    const [wide, high] = [Math.round(box.width * density), Math.round(box.height * density)];
    if (context.canvas.width !== wide) context.canvas.width = wide;
    if (context.canvas.height !== high) context.canvas.height = high;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, box.width, box.height);
    if (look.current?.theme !== theme || look.current.fonts !== fonts)
      look.current = { theme, fonts, ...lookOf(context.canvas) };
    paintLoss(context, picture, look.current);
  }, [picture, box, theme, fonts]);
  return <canvas ref={canvas} className={styles.moving} aria-hidden="true" />;
};
